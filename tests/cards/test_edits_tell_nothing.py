"""An edit that changes nothing bears its time all the same: no card of owners is edited when
somebody says *not now*, or a mentor answers an offer, which owners learn later or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from mentoring.domain.enrolment import EnrolmentState, NextTime
from mentoring.domain.fit import Feeling, Fit
from mentoring.domain.measurement.results import Result
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.retrospective import Retrospective
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.notices import VIEWS, audience
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.showing import settle
from tests.cards.desk import desk_over
from tests.cards.furnished import NOW, furnished

Way = tuple[str, object, dict[str, object]]
HIDDEN: dict[str, Way] = {
    "not now": ("enrolments", EnrolmentState.INVITED, {"state": EnrolmentState.DECLINED}),
    "let go of": (
        "enrolments",
        EnrolmentState.INVITED,
        {"state": EnrolmentState.DECLINED, "let_go_at": NOW},
    ),
    "a mentor's no": ("tandems", TandemState.ASKED_MENTOR, {"state": TandemState.RELEASED}),
    "a mentor's yes": ("tandems", TandemState.ASKED_MENTOR, {"state": TandemState.ASKED_MENTEE}),
    "a mentee's no": ("tandems", TandemState.ASKED_MENTEE, {"state": TandemState.RELEASED}),
}
SEEN: dict[str, Way] = {
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


OF_ONE: dict[str, tuple[str, dict[str, object]]] = {
    "fit_card": ("fits", {"feeling": Feeling.NOT_SURE}),
    "retrospective_card": ("retrospectives", {"at": NOW + timedelta(hours=1)}),
    "result_card": ("results", {"agreed_by": ""}),
    "closed": ("enrolments", {"next_time": NextTime.AGAIN}),
}


@pytest.mark.parametrize("kind", OF_ONE)
async def test_what_only_one_of_the_two_sees_edits_no_card_of_the_other_one(
    store: SqlStore, kind: str
) -> None:
    """Fit, an unshared line, a release of the other one's words, a wish for the next cycle."""
    rows, changed = OF_ONE[kind]

    def furnish(uow: UnitOfWork) -> tuple[str, list[Posting]]:
        uow.bind("p1c1", "p1")
        tandem = uow.tandems.need("p1c1.tandem-1-00c0ffee")
        row = _of(uow, rows, tandem)
        subject = getattr(row, "session_id", "") or tandem.id
        people = (tandem.mentor_id, tandem.mentee_id)
        there = ("a:x", "s", "1")
        return row.id, [
            uow.postings.put(Posting(f"x:{who}", kind, subject, who, *there)) for who in people
        ]

    key, both = store.run_now(furnish)

    def change(uow: UnitOfWork) -> None:
        uow.bind("p1c1", "p1")
        getattr(uow, rows).put(replace(getattr(uow, rows).need(key), **changed))
        settle(uow)

    store.run_now(change)
    found = store.run_now(lambda uow: [uow.everywhere.postings.need(each.id) for each in both])
    assert sorted(each.wanted for each in found) == [1, 2]


def _of(uow: UnitOfWork, rows: str, tandem: Tandem) -> Any:
    """A row of one of the two, made where there is none."""
    who, role = tandem.mentee_id, Role.MENTEE
    line = f"{tandem.id}:{role}"
    made = {
        "fits": Fit(line, tandem.id, who, Feeling.GOOD, NOW),
        "retrospectives": Retrospective("r", tandem.id, f"{tandem.id}:1", who, role, NOW),
        "results": Result(line, tandem.id, who, "Kürzer", NOW, agreed_by=tandem.mentor_id),
        "enrolments": uow.enrolments.get(f"p1c1:{role}:{who}"),
    }[rows]
    return getattr(uow, rows).put(made)
