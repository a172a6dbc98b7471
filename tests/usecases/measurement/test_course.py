"""How far tandems are by the sessions that have taken place."""

from __future__ import annotations

from datetime import date, timedelta

from mentoring.domain.tandem import ByHand, TandemState
from mentoring.usecases.measurement.course import Progress, progress_of_running
from mentoring.usecases.polls.by_hand import say_met
from tests.usecases.company import STARTS, TANDEM, Company, all_of, change, remove

OVER = timedelta(hours=2)


async def progress(company: Company) -> list[Progress]:
    return await company.first.read(progress_of_running)


async def test_half_time_is_when_half_of_the_sessions_are_over(company: Company) -> None:
    [found] = await progress(company)
    assert not found.is_at_half(STARTS[1] + OVER)
    assert found.is_at_half(STARTS[2] + OVER)
    assert not found.is_at_end(STARTS[2] + OVER)


async def test_the_end_is_when_none_is_left(company: Company) -> None:
    [found] = await progress(company)
    assert not found.is_at_end(STARTS[4] + OVER)
    assert found.is_at_end(STARTS[5] + OVER)


async def test_only_tandems_that_run_are_looked_at(company: Company) -> None:
    assert len(await progress(company)) == 1
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    assert await progress(company) == []


async def test_who_keep_their_own_dates_count_the_sessions_that_would_be_booked(
    company: Company,
) -> None:
    booked = await all_of(company.first, "sessions", tandem_id=TANDEM)
    await remove(company.first, "sessions", *(each.id for each in booked))
    await change(company.first, "tandems", TANDEM, by_hand=ByHand.DATES)
    now = company.clock.moment
    standing = []
    for day in range(1, 7):
        await company.first.run(say_met, TANDEM, "eva", date(2027, 1, day))
        [found] = await progress(company)
        standing.append((found.is_at_half(now), found.is_at_end(now)))
    assert standing == [(False, False)] * 2 + [(True, False)] * 3 + [(True, True)]
