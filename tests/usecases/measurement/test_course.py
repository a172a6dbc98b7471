"""How far tandems are by the sessions that have taken place."""

from __future__ import annotations

from datetime import timedelta

from mentoring.domain.tandem import TandemState
from mentoring.usecases.measurement.course import is_at_end, is_at_half, sessions_of_running
from tests.usecases.company import STARTS, TANDEM, Company, all_of, change

OVER = timedelta(hours=2)


async def test_half_time_is_when_half_of_the_sessions_are_over(company: Company) -> None:
    sessions = await all_of(company.first, "sessions", tandem_id=TANDEM)
    assert not is_at_half(sessions, STARTS[1] + OVER)
    assert is_at_half(sessions, STARTS[2] + OVER)
    assert not is_at_end(sessions, STARTS[2] + OVER)


async def test_the_end_is_when_none_is_left(company: Company) -> None:
    sessions = await all_of(company.first, "sessions", tandem_id=TANDEM)
    assert not is_at_end(sessions, STARTS[4] + OVER)
    assert is_at_end(sessions, STARTS[5] + OVER)


async def test_only_tandems_that_run_are_looked_at(company: Company) -> None:
    async def many() -> int:
        return len(await company.first.read(lambda uow, _: sessions_of_running(uow)))

    assert await many() == 1
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
    assert await many() == 0
