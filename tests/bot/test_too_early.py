"""Whatever cannot be done yet is said before a detail of it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.turn import Turn
from cards.kit.words import Words
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.launch import LaunchState
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from tests.bot.test_own_tandem import said_to_her, turn_of
from tests.cards.furnished import furnished


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


def writes(text: str) -> Turn:
    return turn_of({"type": "message", "text": text, "conversation": {"id": "a:mia"}})


def runs(uow: UnitOfWork) -> None:
    """A launch of the programme is at work."""
    [launch, *_] = uow.everywhere.launches.all(cycle_id="p1c1")
    uow.everywhere.launches.put(replace(launch, state=LaunchState.RUNNING))


async def test_a_launch_without_a_day_is_refused_for_what_stands_against_it(
    store: SqlStore,
) -> None:
    store.run_now(runs)
    answer = await said_to_her(store, writes("start"))
    example = Words("de").text("example-launch")
    assert Words("de").text("refusal-launch-running") in answer
    assert Words("de").text("refusal-date-missing", example=example) not in answer


def nobody_enrolled(uow: UnitOfWork) -> None:
    for each in uow.everywhere.enrolments.all(cycle_id="p1c1"):
        uow.everywhere.enrolments.put(replace(each, state=EnrolmentState.INVITED))


async def test_a_kickoff_without_a_date_is_refused_where_nobody_could_be_asked(
    store: SqlStore,
) -> None:
    store.run_now(nobody_enrolled)
    answer = await said_to_her(store, writes("kickoff"))
    assert Words("de").text("refusal-kickoff-nobody") in answer
    assert Words("de").text("refusal-kickoff-date") not in answer
