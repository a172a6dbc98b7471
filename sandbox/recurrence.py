"""Recurrence as Outlook understands it: from a pattern and a range to the days of the occurrences.

Source: Microsoft Graph, resources `recurrencePattern` and `recurrenceRange`. A day here is a date
in the zone of the event; the time of day is the event's own wall-clock time, the same on every day,
whatever the clocks do.
"""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice, takewhile

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
INDEXES = ("first", "second", "third", "fourth", "last")
HORIZON = timedelta(days=3 * 365)
"""How far a series without end is expanded; the tenant never looks further ahead."""


@dataclass(frozen=True)
class Recurrence:
    """A pattern and its range.

    `kind` and `days` are Graph's words; `end` and `count` are the range's, if any.
    """

    kind: str
    start: date
    interval: int = 1
    days: tuple[str, ...] = ()
    first_day: str = "sunday"
    day_of_month: int = 1
    index: str = "first"
    month: int = 1
    end: date | None = None
    count: int | None = None
    zone_sent: str | None = None


@lru_cache(maxsize=4096)
def days_of(recurrence: Recurrence) -> tuple[date, ...]:
    """All days of the series in order; of a series without end, those within HORIZON."""
    end = recurrence.end or recurrence.start + HORIZON
    if recurrence.count is not None:
        end = date.max
    within = takewhile(lambda day: day <= end, _candidates(recurrence))
    fitting = (day for day in within if day >= recurrence.start)
    return tuple(islice(fitting, recurrence.count))


def beginning_on(recurrence: Recurrence, first: date) -> Recurrence:
    """The same rhythm from that day on: on its weekday, or its day of the month, where the pattern
    names one alone.
    """
    days = (WEEKDAYS[first.weekday()],) if len(recurrence.days) == 1 else recurrence.days
    kept = first in _of_month(replace(recurrence, days=days), first)
    index = recurrence.index if kept else INDEXES[(first.day - 1) // 7]
    return replace(
        recurrence, start=first, days=days, index=index, day_of_month=first.day, month=first.month
    )


def _of_month(recurrence: Recurrence, day: date) -> tuple[date, ...]:
    relative = recurrence.kind.startswith("relative")
    return (_day_in_month(recurrence, day.year, day.month),) if relative else (day,)


def _candidates(recurrence: Recurrence) -> Iterator[date]:
    if recurrence.kind == "daily":
        return _daily(recurrence)
    if recurrence.kind == "weekly":
        return _weekly(recurrence)
    if recurrence.kind in {"absoluteMonthly", "relativeMonthly"}:
        return _monthly(recurrence, recurrence.start.month, recurrence.interval)
    return _monthly(recurrence, recurrence.month, 12 * recurrence.interval)


def _daily(recurrence: Recurrence) -> Iterator[date]:
    day = recurrence.start
    while True:
        yield day
        day += timedelta(days=recurrence.interval)


def _weekly(recurrence: Recurrence) -> Iterator[date]:
    first = WEEKDAYS.index(recurrence.first_day)
    week = recurrence.start - timedelta(days=(recurrence.start.weekday() - first) % 7)
    offsets = sorted((WEEKDAYS.index(day) - first) % 7 for day in recurrence.days)
    while True:
        yield from (week + timedelta(days=offset) for offset in offsets)
        week += timedelta(weeks=recurrence.interval)


def _monthly(recurrence: Recurrence, month: int, step: int) -> Iterator[date]:
    number = recurrence.start.year * 12 + month - 1
    while number < 9999 * 12:
        day = _day_in_month(recurrence, number // 12, number % 12 + 1)
        yield day
        number += step


def _day_in_month(recurrence: Recurrence, year: int, month: int) -> date:
    length = calendar.monthrange(year, month)[1]
    if recurrence.kind.startswith("absolute"):
        # Outlook takes the last day where a month is too short for the 29th, 30th or 31st.
        return date(year, month, min(recurrence.day_of_month, length))
    wanted = {WEEKDAYS.index(day) for day in recurrence.days}
    fitting = [day for day in range(1, length + 1) if date(year, month, day).weekday() in wanted]
    position = INDEXES.index(recurrence.index)
    return date(year, month, fitting[-1 if recurrence.index == "last" else position])
