"""Days of a series, and its hours across changes of the clocks.

Pages: recurrencePattern, recurrenceRange.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sandbox.mailbox import Appointment, occurrences
from sandbox.recurrence import WEEKDAYS, Recurrence, beginning_on, days_of

NOW = datetime(2026, 1, 1, tzinfo=UTC)
WEEKLY = Recurrence("weekly", date(2026, 9, 8), days=("tuesday",))
MONTHLY = Recurrence("relativeMonthly", date(2026, 9, 8), days=("tuesday",), index="second")
LAST = Recurrence("relativeMonthly", date(2026, 9, 29), days=("tuesday",), index="last")
ON_THE_EIGHTH = Recurrence("absoluteMonthly", date(2026, 9, 8), day_of_month=8)


def _series(zone: str, hour: int, recurrence: Recurrence) -> Appointment:
    start = datetime.combine(recurrence.start, time(hour))
    return Appointment(
        "uid", "me", start, start + timedelta(hours=2), zone, NOW, NOW, recurrence=recurrence
    )


@pytest.mark.parametrize(
    ("usual", "first", "next_day"),
    [
        (Recurrence("daily", date(2026, 9, 8)), date(2026, 9, 10), date(2026, 9, 11)),
        (WEEKLY, date(2026, 9, 10), date(2026, 9, 17)),
        (MONTHLY, date(2026, 9, 9), date(2026, 10, 14)),
        (MONTHLY, date(2026, 9, 15), date(2026, 10, 20)),
        (LAST, date(2026, 9, 24), date(2026, 10, 29)),
        (LAST, date(2026, 9, 15), date(2026, 10, 20)),
        (ON_THE_EIGHTH, date(2026, 9, 9), date(2026, 10, 9)),
    ],
)
def test_a_rhythm_that_begins_on_another_day_keeps_to_that_day(
    usual: Recurrence, first: date, next_day: date
) -> None:
    assert days_of(replace(beginning_on(usual, first), count=2)) == (first, next_day)


def test_the_second_tuesday_of_each_month() -> None:
    series = Recurrence(
        "relativeMonthly", date(2026, 9, 8), 1, ("tuesday",), index="second", count=4
    )
    assert days_of(series) == (
        date(2026, 9, 8),
        date(2026, 10, 13),
        date(2026, 11, 10),
        date(2026, 12, 8),
    )


def test_the_last_friday_of_every_other_month() -> None:
    series = Recurrence("relativeMonthly", date(2026, 1, 30), 2, ("friday",), index="last", count=3)
    assert days_of(series) == (date(2026, 1, 30), date(2026, 3, 27), date(2026, 5, 29))


def test_of_several_days_of_the_week_a_month_takes_the_one_that_fits_first() -> None:
    series = Recurrence("relativeMonthly", date(2026, 9, 1), 1, ("thursday", "friday"), count=2)
    assert days_of(series) == (date(2026, 9, 3), date(2026, 10, 1))


def test_a_month_that_is_too_short_takes_its_last_day() -> None:
    series = Recurrence("absoluteMonthly", date(2026, 1, 31), 1, day_of_month=31, count=3)
    assert days_of(series) == (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31))


def test_every_other_week_counts_from_the_week_of_the_start() -> None:
    series = Recurrence(
        "weekly", date(2026, 9, 2), 2, ("monday", "wednesday"), "monday", end=date(2026, 9, 30)
    )
    assert days_of(series) == (
        date(2026, 9, 2),
        date(2026, 9, 14),
        date(2026, 9, 16),
        date(2026, 9, 28),
        date(2026, 9, 30),
    )


def test_which_day_begins_the_week_decides_the_other_week() -> None:
    days = ("sunday", "monday")
    sunday = Recurrence("weekly", date(2026, 9, 6), 2, days, first_day="sunday", count=3)
    assert days_of(sunday)[1] == date(2026, 9, 7)
    assert days_of(replace(sunday, first_day="monday"))[1] == date(2026, 9, 14)


def test_every_year_on_the_29th_of_february() -> None:
    series = Recurrence("absoluteYearly", date(2028, 2, 29), 1, day_of_month=29, month=2, count=2)
    assert days_of(series) == (date(2028, 2, 29), date(2029, 2, 28))


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Australia/Sydney"])
def test_the_clock_on_the_wall_shows_the_same_time_at_every_occurrence(zone: str) -> None:
    series = Recurrence(
        "weekly", date(2026, 1, 6), 1, ("tuesday",), "monday", end=date(2026, 12, 29)
    )
    found = occurrences(_series(zone, 9, series), NOW, NOW + timedelta(days=400))
    assert len(found) == 52
    assert {one.start.astimezone(ZoneInfo(zone)).hour for one in found} == {9}
    assert {one.end - one.start for one in found} == {timedelta(hours=2)}
    assert len({one.start.hour for one in found}) == 2, (
        "the clocks change twice, so UTC has two hours"
    )


def test_berlin_and_new_york_change_their_clocks_on_different_days() -> None:
    series = Recurrence("weekly", date(2026, 3, 2), 1, ("monday",), "monday", count=5)
    found = occurrences(_series("Europe/Berlin", 15, series), NOW, NOW + timedelta(days=200))
    hours = [one.start.astimezone(ZoneInfo("America/New_York")).hour for one in found]
    assert hours == [9, 10, 10, 10, 9]


def test_a_window_has_what_reaches_into_it() -> None:
    series = Recurrence("daily", date(2026, 5, 1), count=10)
    appointment = _series("UTC", 23, series)
    found = occurrences(
        appointment, datetime(2026, 5, 3, 0, 30, tzinfo=UTC), datetime(2026, 5, 3, 23, tzinfo=UTC)
    )
    assert [one.day for one in found] == [date(2026, 5, 2)]


@given(
    start=some.dates(date(2026, 1, 1), date(2027, 1, 1)),
    interval=some.integers(1, 4),
    days=some.sets(some.sampled_from(WEEKDAYS), min_size=1),
    first_day=some.sampled_from(WEEKDAYS),
    count=some.integers(1, 30),
)
def test_a_weekly_series_keeps_its_days_and_its_weeks(
    start: date, interval: int, days: set[str], first_day: str, count: int
) -> None:
    found = days_of(
        Recurrence("weekly", start, interval, tuple(sorted(days)), first_day, count=count)
    )
    week = start - timedelta(days=(start.weekday() - WEEKDAYS.index(first_day)) % 7)
    assert len(found) == count
    assert list(found) == sorted(set(found))
    assert all(
        WEEKDAYS[day.weekday()] in days and (day - week).days // 7 % interval == 0 for day in found
    )
