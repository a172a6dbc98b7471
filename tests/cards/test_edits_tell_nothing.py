"""An edit that changes nothing bears its time all the same: no card of owners is edited when
somebody says *not now*, or a mentor answers an offer, which owners learn later or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.tandem import TandemState
from mentoring.notices import VIEWS, audience
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.showing import settle
from tests.cards.desk import desk_over
from tests.cards.furnished import furnished

HIDDEN = {
    "not now": ("enrolments", EnrolmentState.INVITED, {"state": EnrolmentState.DECLINED}),
    "a mentor's no": ("tandems", TandemState.ASKED_MENTOR, {"state": TandemState.RELEASED}),
    "a mentor's yes": ("tandems", TandemState.ASKED_MENTOR, {"state": TandemState.ASKED_MENTEE}),
    "a mentee's no": ("tandems", TandemState.ASKED_MENTEE, {"state": TandemState.RELEASED}),
}
SEEN = {
    "begun": ("enrolments", EnrolmentState.INVITED, {"state": EnrolmentState.BEGUN}),
    "a mentee's yes": ("tandems", TandemState.ASKED_MENTEE, {"state": TandemState.ACCEPTED}),
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


async def edited(store: SqlStore, rows: str, state: object, changed: dict[str, object]) -> set[str]:
    """The kinds of owners' cards that would be edited."""

    def change(uow: UnitOfWork) -> None:
        uow.bind("p1c1", "p1")
        row = next(each for each in getattr(uow, rows).all(state=state) if not _replaces(each))
        getattr(uow, rows).put(replace(row, **changed))
        settle(uow)

    world = desk_over(store).world
    await catch_up(world)
    before = _wanted(store)
    store.run_now(change)
    await catch_up(world)
    return {kind for (key, kind), wanted in _wanted(store).items() if wanted != before[key, kind]}


def _replaces(row: object) -> bool:
    return bool(getattr(row, "earlier", ""))


def _wanted(store: SqlStore) -> dict[tuple[str, str], int]:
    found = store.run_now(lambda uow: uow.everywhere.postings.all())
    owners = [each for each in found if each.kind in VIEWS and audience(each.kind) == "owners"]
    return {(each.id, each.kind): each.wanted for each in owners}


@pytest.mark.parametrize("way", HIDDEN)
async def test_what_owners_may_not_know_edits_none_of_their_cards(
    store: SqlStore, way: str
) -> None:
    assert await edited(store, *HIDDEN[way]) == set()


@pytest.mark.parametrize("way", SEEN)
async def test_what_they_see_does(store: SqlStore, way: str) -> None:
    assert {"status_card", "people_card"} <= await edited(store, *SEEN[way])
