"""Whether one may still enrol: until the last day is over at home, as long as the cycle runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.usecases.programme.period import enrolment_open
from tests.usecases.company import Company

LAST = date(2027, 6, 30)


@pytest.mark.parametrize(
    ("now", "still"),
    [
        (datetime(2027, 6, 30, 21, 59, tzinfo=UTC), True),
        (datetime(2027, 6, 30, 22, 0, tzinfo=UTC), False),
        (datetime(2027, 1, 1, tzinfo=UTC), True),
    ],
)
async def test_the_last_day_counts_as_a_whole_and_ends_at_home(
    programmes: Company, now: datetime, still: bool
) -> None:
    """In June, Berlin's day ends at 22:00 UTC."""
    moment = await programmes.first.moment()
    assert (
        enrolment_open(replace(moment, now=now, cycle=replace(moment.cycle, enrolment_end=LAST)))
        is still
    )


async def test_without_a_last_day_it_stays_open(programmes: Company) -> None:
    assert enrolment_open(await programmes.first.moment())


@pytest.mark.parametrize("state", [CycleState.CLOSING, CycleState.CLOSED])
async def test_a_cycle_that_is_over_takes_nobody(programmes: Company, state: CycleState) -> None:
    moment = await programmes.first.moment()
    assert not enrolment_open(replace(moment, cycle=replace(moment.cycle, state=state)))
