"""Of whoever was erased no owners' card shows an empty place: it says that somebody has left."""

from __future__ import annotations

import json
import re
from pathlib import Path

from mentoring.domain.posting import Posting
from mentoring.notices import VIEWS, audience
from mentoring.ports.rows import UnitOfWork
from tests.cards.desk import desk_over
from tests.cards.furnished import furnished

EMPTY = re.compile(
    r"\b(und|and) ?[.,:]|\b(und|and) *$|: ?und\b|\b(von|of|ist|is) {2}|, {2}\w|: ?\.$"
)
"""A sentence from which a name is missing."""


def _forgotten(uow: UnitOfWork) -> list[Posting]:
    """Everybody's mentee is forgotten; the cards of owners that stand in chats."""
    whole = uow.everywhere
    for tandem in whole.tandems.all():
        whole.people.delete(tandem.mentee_id)
    return [each for each in whole.postings.all() if _is_owners(each)]


def _is_owners(posting: Posting) -> bool:
    return posting.kind in VIEWS and audience(posting.kind) == "owners"


async def test_no_owners_card_has_an_empty_place(tmp_path: Path) -> None:
    store = furnished(tmp_path)
    standing = store.run_now(_forgotten)
    screen = desk_over(store).screen
    said = [
        (each.kind, text) for each in standing for text in _texts((await screen.card(each)).content)
    ]
    store.close()
    assert [pair for pair in said if EMPTY.search(pair[1])] == []
    assert any("nicht mehr dabei" in text for _, text in said), "the cards name some of them"


def _texts(content: object) -> list[str]:
    """Whatever the card says."""
    return re.findall(r'"text": "((?:[^"\\]|\\.)*)"', json.dumps(content, ensure_ascii=False))
