"""Whoever owns one programme reads and changes nothing of another one, whatever they compose: each
button is pressed, and each card looked at, by an owner of the other programme alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from bot.desk import Desk
from bot.owners import Owners
from bot.router import Router
from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES
from mentoring.domain.posting import Posting
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from tests.bot.test_odd_inputs import NEWEST
from tests.cards.desk import desk_over
from tests.cards.furnished import OTHER_TEAM, OWNER, OWNERS_TEAM, furnished, guid
from tests.cards.kept_payloads import Kept
from tests.cards.test_kept_payloads import invoked, said

STRANGER = guid("olga of the other programme")
TOLD = {
    Words(each).text(f"refusal-{code}")
    for each in LANGUAGES
    for code in ("owners-only", "not-yours", "card-over", "no-owner-any-more", "wrong-team")
}


class Channels:
    """She is a member of her own owners' team alone."""

    async def members(self, team: str) -> frozenset[str]:
        return frozenset({STRANGER} if team == OTHER_TEAM else {OWNER})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


def desk(store: SqlStore) -> Desk:
    owners = Owners(cast("Any", Channels()), [OWNERS_TEAM, OTHER_TEAM], cast("Any", None))
    return replace(desk_over(store), owners=owners)


async def test_she_presses_every_button_in_vain(store: SqlStore) -> None:
    """She reads why not, and nothing of the card."""
    router = Router(desk(store), lambda _: None)
    before = store.run_now(shown_now)
    for press in NEWEST:
        answer = await router(invoked(replace(press, by=STRANGER)), said)
        told = {*texts_in(answer)}
        assert (told and told <= TOLD) or is_hers(store, press), f"{press}"
    assert store.run_now(shown_now) == before


def is_hers(store: SqlStore, press: Kept) -> bool:
    """Whether the card stands in the programme that she owns."""
    posting = store.run_now(lambda uow: uow.everywhere.postings.get(press.sent["posting"]))
    return posting is not None and posting.cycle_id.startswith("p2")


def shown_now(uow: UnitOfWork) -> dict[str, Posting]:
    """What every card of the first programme shows."""
    found = uow.everywhere.postings.all()
    return {each.id: each for each in found if not each.cycle_id.startswith("p2")}


def texts_in(node: Any) -> Iterator[str]:
    """Every text of a card."""
    if isinstance(node, list):
        for each in node:
            yield from texts_in(each)
    elif isinstance(node, dict):
        yield from (
            str(node[key]) for key in ("text", "title", "value") if isinstance(node.get(key), str)
        )
        for each in node.values():
            yield from texts_in(each)
