"""Whether one may still enrol: until the last day is over at home, as long as the cycle runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.usecases.programme.period import (
    clock_of,
    clock_of_owners,
    enrolment_open,
    today_of,
)
from tests.usecases.company import Company, person, profile, put

LAST = date(2027, 6, 30)


@pytest.mark.parametrize(
    ("zone", "now", "still"),
    [
        ("Europe/Berlin", datetime(2027, 6, 30, 21, 59, tzinfo=UTC), True),
        ("Europe/Berlin", datetime(2027, 6, 30, 22, 0, tzinfo=UTC), False),
        ("America/New_York", datetime(2027, 7, 1, 3, 59, tzinfo=UTC), True),
        ("Asia/Tokyo", datetime(2027, 6, 30, 15, 0, tzinfo=UTC), False),
        ("Asia/Tokyo", datetime(2027, 1, 1, tzinfo=UTC), True),
    ],
)
async def test_the_last_day_counts_as_a_whole_by_each_ones_own_clock(
    programmes: Company, zone: str, now: datetime, still: bool
) -> None:
    """issue 12: it was Berlin's day for everybody."""
    await put(programmes.first, "people", person("eva", profile=profile("eva", zone=zone)))
    clock = await programmes.first.read(lambda uow, _: clock_of(uow, "eva"))
    moment = await programmes.first.moment()
    there = replace(moment, now=now, cycle=replace(moment.cycle, enrolment_end=LAST))
    assert enrolment_open(there, clock) is still


@pytest.mark.parametrize("who", ["eva", "nobody"])
async def test_where_nobody_knows_the_clock_no_day_is_over_that_still_lasts_somewhere(
    programmes: Company, who: str
) -> None:
    await put(programmes.first, "people", person("eva", profile=profile("eva", zone_known=False)))
    moment = replace(await programmes.first.moment(), now=datetime(2027, 7, 1, 11, 59, tzinfo=UTC))
    today = await programmes.first.read(lambda uow, _: today_of(uow, moment, who))
    assert today == LAST


async def test_the_programmes_days_are_its_owners(programmes: Company) -> None:
    """Issue 12: they were Berlin's, wherever the owners were."""
    moment = await programmes.first.moment()
    home = replace(moment.home, owners=("olga", "otto", "stranger"))
    there = replace(moment, home=home)
    before = await programmes.first.read(lambda uow, _: clock_of_owners(uow, moment))
    assert before is UTC
    unknown, tokyo = profile("olga", zone_known=False), profile("otto", zone="Asia/Tokyo")
    await put(programmes.first, "people", person("olga", profile=unknown))
    await put(programmes.first, "people", person("otto", profile=tokyo))
    clock = await programmes.first.read(lambda uow, _: clock_of_owners(uow, there))
    assert str(clock) == "Asia/Tokyo"


async def test_without_a_last_day_it_stays_open(programmes: Company) -> None:
    assert enrolment_open(await programmes.first.moment(), UTC)


@pytest.mark.parametrize("state", [CycleState.CLOSING, CycleState.CLOSED])
async def test_a_cycle_that_is_over_takes_nobody(programmes: Company, state: CycleState) -> None:
    moment = await programmes.first.moment()
    assert not enrolment_open(replace(moment, cycle=replace(moment.cycle, state=state)), UTC)
