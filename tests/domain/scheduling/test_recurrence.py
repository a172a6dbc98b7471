"""Patterns and the dates they mean."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from mentoring.domain.scheduling.recurrence import (
    Pattern,
    PatternDay,
    WeekIndex,
    expand,
    expand_dates,
    possible_days,
    reach_days,
)
from mentoring.domain.scheduling.settings import Rhythm, SchedulingRules


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        ("first", [date(2027, 2, 2), date(2027, 3, 2), date(2027, 4, 6)]),
        ("second", [date(2027, 2, 9), date(2027, 3, 9), date(2027, 4, 13)]),
        ("third", [date(2027, 1, 19), date(2027, 2, 16), date(2027, 3, 16)]),
        ("fourth", [date(2027, 1, 26), date(2027, 2, 23), date(2027, 3, 23)]),
        ("last", [date(2027, 1, 26), date(2027, 2, 23), date(2027, 3, 30)]),
    ],
)
def test_a_weekday_of_the_month_begins_with_the_first_that_is_still_to_come(
    index: WeekIndex, expected: list[date]
) -> None:
    day = PatternDay("relativeMonthly", "tuesday", 1, index)
    assert list(expand_dates(day, date(2027, 1, 14), 3)) == expected


def test_the_last_friday_is_the_fifth_where_there_is_one() -> None:
    day = PatternDay("relativeMonthly", "friday", 1, "last")
    assert expand_dates(day, date(2027, 1, 1), 3) == (
        date(2027, 1, 29),
        date(2027, 2, 26),
        date(2027, 3, 26),
    )
    assert expand_dates(day, date(2027, 4, 30), 1) == (date(2027, 4, 30),)


def test_every_six_weeks_keeps_the_weekday() -> None:
    day = PatternDay("weekly", "thursday", 6)
    assert expand_dates(day, date(2027, 1, 14), 3) == (
        date(2027, 1, 14),
        date(2027, 2, 25),
        date(2027, 4, 8),
    )


def test_the_year_may_change() -> None:
    day = PatternDay("relativeMonthly", "monday", 1, "first")
    assert expand_dates(day, date(2026, 12, 8), 2) == (date(2027, 1, 4), date(2027, 2, 1))


def expanded(day: PatternDay, first: date, clock: time, zone: str, count: int) -> list[datetime]:
    return list(expand(Pattern(day, first, clock, zone, 120, count)))


def test_the_wall_clock_stays_when_the_organizers_clocks_change() -> None:
    starts = expanded(
        PatternDay("weekly", "tuesday", 2), date(2027, 3, 16), time(10), "Europe/Berlin", 3
    )
    assert [start.astimezone(ZoneInfo("Europe/Berlin")).hour for start in starts] == [10, 10, 10]
    assert [start.hour for start in starts] == [9, 8, 8]
    assert all(start.tzinfo is UTC for start in starts)


def test_a_skipped_wall_clock_comes_an_hour_later_and_of_a_double_one_the_first_counts() -> None:
    sunday = PatternDay("once", "sunday")
    assert expanded(sunday, date(2027, 3, 28), time(2, 30), "Europe/Berlin", 1) == [
        datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    ]
    assert expanded(sunday, date(2027, 10, 31), time(2, 30), "Europe/Berlin", 1) == [
        datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    ]


def test_a_session_can_end_on_the_next_day() -> None:
    pattern = Pattern(
        PatternDay("once", "monday"), date(2027, 1, 4), time(23), "Europe/Berlin", 120, 1
    )
    assert pattern.end_time == time(1)


@pytest.mark.parametrize(
    ("rhythm", "patterns"), [("monthly", 35), ("two_weeks", 14), ("six_weeks", 42), ("tandem", 28)]
)
def test_each_rhythm_offers_all_its_days(rhythm: Rhythm, patterns: int) -> None:
    begin = date(2027, 1, 14)
    days = possible_days(rhythm, begin, 3)
    assert len(days) == patterns
    assert all(dates[0] >= begin for _, dates in days)
    assert {day.weekday for day, _ in days} == {
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    }


@pytest.mark.parametrize("rhythm", ["monthly", "two_weeks", "six_weeks"])
def test_neighbours_that_are_moved_towards_each_other_never_meet_on_one_day(rhythm: Rhythm) -> None:
    """Graph refuses to move an occurrence onto or past its neighbour's day
    (ErrorOccurrenceCrossingBoundary).
    """
    reach = reach_days(SchedulingRules(rhythm=rhythm, move_days=20))
    gaps = [
        second - first
        for _, dates in possible_days(rhythm, date(2027, 1, 14), 24)
        for first, second in pairwise(dates)
    ]
    assert min(gaps).days > 2 * reach
