"""Patterns in Graph's shape, the dates they mean, and which patterns a rhythm allows.

Source of the shape: Graph ``recurrencePattern`` (relativeMonthly, weekly) and ``recurrenceRange``
(numbered), whose start date must be the date of the first occurrence.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice, product
from typing import Literal, get_args

from mentoring.domain.scheduling.settings import (
    WEEKDAYS,
    WEEKS_APART,
    Rhythm,
    SchedulingRules,
    Weekday,
)
from mentoring.domain.scheduling.types import zone_named

PatternType = Literal["relativeMonthly", "weekly", "once"]
WeekIndex = Literal["first", "second", "third", "fourth", "last"]
INDEXES: tuple[WeekIndex, ...] = get_args(WeekIndex)

SEARCH_DAYS_FOR_ONE = 28
"""How many days are searched for a single session (rhythm ``tandem``): about the gap between two
monthly ones.
"""


@dataclass(frozen=True)
class PatternDay:
    """The day part of a pattern: every ``interval`` months the ``index``-th weekday, or every
    ``interval`` weeks.

    ``once`` is a single date. ``index`` means something for ``relativeMonthly`` only; ``first`` is
    Graph's default.
    """

    type: PatternType
    weekday: Weekday
    interval: int = 1
    index: WeekIndex = "first"


@dataclass(frozen=True)
class Pattern:
    """A numbered series: its days, the date of its first occurrence and its wall clock in the
    organizer's zone (IANA).
    """

    day: PatternDay
    start_date: date
    start_time: time
    zone: str
    length_minutes: int
    occurrences: int

    @property
    def end_time(self) -> time:
        """When a session ends by the wall clock of ``zone``."""
        return (
            datetime.combine(self.start_date, self.start_time)
            + timedelta(minutes=self.length_minutes)
        ).time()


def expand_dates(day: PatternDay, start_date: date, count: int) -> tuple[date, ...]:
    """The first ``count`` dates of the pattern, on or after ``start_date``."""
    return tuple(
        islice((found for found in _endless(day, start_date) if found >= start_date), count)
    )


def expand(pattern: Pattern) -> tuple[datetime, ...]:
    """The starts of all occurrences, aware, in UTC: the wall clock stays, the instant follows the
    zone's clock changes.

    A local time that a change skips becomes as much later as the clock jumped; of one that comes
    twice, the first counts.
    """
    zone = zone_named(pattern.zone)
    dates = expand_dates(pattern.day, pattern.start_date, pattern.occurrences)
    return tuple(datetime.combine(day, pattern.start_time, zone).astimezone(UTC) for day in dates)


@lru_cache(maxsize=64)
def possible_days(
    rhythm: Rhythm, begin: date, count: int
) -> tuple[tuple[PatternDay, tuple[date, ...]], ...]:
    """Every day pattern of the rhythm with its first ``count`` dates from ``begin`` on.

    Monthly: each weekday in each week of the month; in weeks: each date of the first interval.
    """
    if rhythm == "monthly":
        days = (
            PatternDay("relativeMonthly", weekday, 1, index)
            for index, weekday in product(INDEXES, WEEKDAYS)
        )
        return tuple((day, expand_dates(day, begin, count)) for day in days)
    span, weeks = (
        (SEARCH_DAYS_FOR_ONE, 1)
        if rhythm == "tandem"
        else (7 * WEEKS_APART[rhythm], WEEKS_APART[rhythm])
    )
    kind: PatternType = "once" if rhythm == "tandem" else "weekly"
    firsts = (begin + timedelta(days=offset) for offset in range(span))
    found = ((PatternDay(kind, WEEKDAYS[first.weekday()], weeks), first) for first in firsts)
    return tuple((day, expand_dates(day, first, count)) for day, first in found)


def reach_days(rules: SchedulingRules) -> int:
    """By how many days an occurrence may be moved: as the rules say, and under half the way to its
    neighbours.

    So two neighbours can never come to lie on one day or pass each other, in whatever order they
    are moved; Graph refuses that with 400 ``ErrorOccurrenceCrossingBoundary``. A single session is
    not moved but chosen.
    """
    if rules.rhythm == "tandem":
        return 0
    shortest_gap = 28 if rules.rhythm == "monthly" else 7 * WEEKS_APART[rules.rhythm]
    return min(rules.move_days, (shortest_gap - 1) // 2)


def _endless(day: PatternDay, start_date: date) -> Iterator[date]:
    if day.type == "relativeMonthly":
        return _monthly(day, start_date)
    return _weekly(day, start_date)


def _weekly(day: PatternDay, start_date: date) -> Iterator[date]:
    found = start_date + timedelta(days=(WEEKDAYS.index(day.weekday) - start_date.weekday()) % 7)
    while True:
        yield found
        found += timedelta(weeks=day.interval)


def _monthly(day: PatternDay, start_date: date) -> Iterator[date]:
    month = start_date.year * 12 + start_date.month - 1
    if _in_month(day, month) < start_date:
        month += 1
    while True:
        yield _in_month(day, month)
        month += day.interval


def _in_month(day: PatternDay, months: int) -> date:
    """The pattern's date in a month, counted as months since year 0."""
    year, month = divmod(months, 12)
    first = date(year, month + 1, 1)
    offset = (WEEKDAYS.index(day.weekday) - first.weekday()) % 7
    if day.index == "last":
        length = monthrange(year, month + 1)[1]
        return first + timedelta(days=offset + 7 * ((length - 1 - offset) // 7))
    return first + timedelta(days=offset + 7 * INDEXES.index(day.index))
