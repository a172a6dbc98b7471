"""Within which working days owners answer: their own, by the first of them whose clock is known."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from mentoring.usecases.enrolment.owners_days import NO_MORE_AFTER, REMINDED_AFTER, owners_days
from tests.usecases.company import NOW, Company

FRIDAY = NOW + timedelta(days=4)


@pytest.mark.parametrize(
    ("days", "day"),
    [(REMINDED_AFTER, date(2027, 2, 10)), (NO_MORE_AFTER, date(2027, 2, 18))],
)
async def test_weekends_do_not_count(programmes: Company, days: int, day: date) -> None:
    found = await programmes.first.read(
        lambda uow, moment: owners_days(uow, moment).after(FRIDAY, days)
    )
    assert found.astimezone(ZoneInfo("Europe/Berlin")).date() == day
