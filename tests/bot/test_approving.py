"""Approving through the front door: the command shows what there is, and nothing goes out before a
question has been answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mentoring.domain.posting import Posting
from mentoring.domain.tandem import PENDING
from mentoring.storage.store import SqlStore
from mentoring.usecases.matching.notice import proposals_card
from tests.bot.test_own_tandem import said_to_her, turn_of
from tests.cards.desk import desk_over
from tests.cards.furnished import furnished, guid

MIA = guid("mia")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


def offered(store: SqlStore) -> int:
    return store.read_now(lambda uow: uow.everywhere.tandems.count(state=PENDING))


def hers(store: SqlStore) -> list[Posting]:
    mine = {"kind": proposals_card.name, "person_id": MIA}
    return list(store.read_now(lambda uow: uow.everywhere.postings.all(**mine)))


async def test_the_command_shows_and_only_the_second_press_asks(store: SqlStore) -> None:
    before, stood = offered(store), {each.id for each in hers(store)}
    chat = {"id": "a:mia", "conversationType": "personal"}
    await said_to_her(store, turn_of({"type": "message", "text": "approve", "conversation": chat}))
    [shown] = [each for each in hers(store) if each.id not in stood]
    content = (await desk_over(store).screen.card(shown)).content
    asking = [each for each in content["actions"] if each["type"] == "Action.ShowCard"]
    assert verbs(content["actions"]) & {"matching.approve"} == set()
    assert [verbs(each["card"]["actions"]) for each in asking] == [{"matching.approve"}]
    assert offered(store) == before


def verbs(actions: list[dict[str, Any]]) -> set[str]:
    """What pressing these at once does."""
    return {each["verb"] for each in actions if each["type"] == "Action.Execute"}
