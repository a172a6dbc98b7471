"""The moment of an end follows from the tandem alone, in the mentee's office hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.delay import delayed
from tests.usecases.company import TANDEM, Company, change, profile


async def when(company: Company, chance: float, now: datetime | None = None) -> datetime:
    def unit(uow: UnitOfWork, moment: Moment) -> datetime:
        at = replace(moment, chance=lambda _about: chance, now=now or moment.now)
        return delayed(uow, at, uow.tandems.need(TANDEM))

    return await company.first.read(unit)


async def test_the_clock_is_the_mentees(company: Company) -> None:
    await change(company.first, "people", "eva", profile=profile("eva", zone="America/New_York"))
    found = await when(company, 0)
    assert found.astimezone(ZoneInfo("America/New_York")).hour == 9


async def test_a_holiday_of_one_of_the_two_is_no_working_day(company: Company) -> None:
    """Good Friday and Easter Monday."""
    thursday = datetime(2027, 3, 25, 12, tzinfo=UTC)
    assert (await when(company, 0, thursday)).date().isoformat() == "2027-03-30"
