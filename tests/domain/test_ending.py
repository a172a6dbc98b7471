"""A tandem ends within three working days, at a moment that follows from nothing but chance."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.domain.ending import ends_a_day_later, ends_at
from mentoring.domain.errors import NaiveTime

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2027, 2, 1, 8, tzinfo=UTC)
chances = st.floats(0, 1, exclude_max=True)
moments = st.integers(0, 2 * 365 * 24).map(lambda hours: MONDAY + timedelta(hours=hours))


def never(_day: date) -> bool:
    return False


@pytest.mark.parametrize(
    ("chance", "when"),
    [
        (0, datetime(2027, 2, 2, 9, tzinfo=BERLIN)),
        (0.5, datetime(2027, 2, 3, 13, tzinfo=BERLIN)),
        (0.999999, datetime(2027, 2, 4, 16, 59, tzinfo=BERLIN)),
    ],
)
def test_on_the_first_second_or_third_working_day(chance: float, when: datetime) -> None:
    found = ends_at(MONDAY, chance, BERLIN, never)
    assert abs((found - when).total_seconds()) < 60
    assert found.tzinfo is UTC


@given(moments, chances)
def test_in_office_hours_of_a_weekday_to_come(now: datetime, chance: float) -> None:
    local = ends_at(now, chance, BERLIN, never).astimezone(BERLIN)
    assert local.weekday() < 5
    assert time(9) <= local.time() <= time(17)
    assert 0 < (local.date() - now.astimezone(BERLIN).date()).days <= 5


def test_a_weekend_and_a_holiday_do_not_count() -> None:
    thursday = datetime(2027, 3, 25, 12, tzinfo=UTC)
    good_friday_and_easter_monday = {date(2027, 3, 26), date(2027, 3, 29)}
    found = ends_at(thursday, 0, BERLIN, good_friday_and_easter_monday.__contains__)
    assert found.date() == date(2027, 3, 30)


def test_where_everything_is_off_for_a_month_weekdays_count() -> None:
    assert ends_at(MONDAY, 0, BERLIN, lambda _: True).date() == date(2027, 2, 2)


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(NaiveTime, match="2027"):
        ends_at(MONDAY.replace(tzinfo=None), 0, BERLIN, never)


@given(chances)
def test_a_day_later_it_is_the_same_time_unless_it_was_the_last_day(chance: float) -> None:
    """So both who have asked see it end on one of the three days that each was told of."""
    first = ends_at(MONDAY, chance, BERLIN, never)
    found = ends_a_day_later(first - timedelta(minutes=1), chance, BERLIN, never)
    if first.astimezone(BERLIN).date() == date(2027, 2, 4):
        assert found is None
    else:
        assert found
        assert abs(found - first - timedelta(days=1)) < timedelta(seconds=1)
