"""What the slot search is told about the two people: their calendars, working hours, places and
wishes.

Nothing here says *what* an appointment is: only from when to when, and how firmly the time is
taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mentoring.domain.errors import TandemError, aware
from mentoring.domain.scheduling.settings import WEEKDAYS, Weekday

Status = Literal["free", "tentative", "busy", "oof", "workingElsewhere", "unknown"]
DayTime = Literal["morning", "midday", "afternoon"]

TAKEN: frozenset[Status] = frozenset({"busy", "oof", "unknown"})
"""What a session may never lie on; a status unknown even to Graph is not assumed to be free."""


class CalendarInvalid(TandemError):
    """A calendar that makes no sense (unknown zone, end before start): correct what was read
    before searching.
    """


@dataclass(frozen=True)
class Busy:
    """One entry of a calendar, both times aware; one of no length takes up no time.

    Raises:
        NaiveTime: a time has no zone.
        CalendarInvalid: the end lies before the start.
    """

    start: datetime
    end: datetime
    status: Status

    def __post_init__(self) -> None:
        if aware(self.end) < aware(self.start):
            raise CalendarInvalid(
                f"An entry ends at {self.end}, before its start {self.start}: swap the two"
            )


@dataclass(frozen=True)
class Shift:
    """Working time that begins on this weekday: from ``start`` to ``end``, local wall clock.

    An end that is not after the start lies on the next day, so 22:00–06:00 is a night and
    00:00–00:00 a whole day.
    """

    weekday: Weekday
    start: time
    end: time


@dataclass(frozen=True)
class WorkingHours:
    """When a person works, by the wall clock of ``zone`` (IANA); a day may have several shifts or
    none.
    """

    zone: str
    shifts: tuple[Shift, ...]

    def __post_init__(self) -> None:
        zone_named(self.zone)

    @classmethod
    def daily(
        cls, zone: str, start: time, end: time, weekdays: Iterable[Weekday] = WEEKDAYS[:5]
    ) -> Self:
        """The same hours on each of the weekdays: the shape in which Graph tells working hours."""
        return cls(zone, tuple(Shift(weekday, start, end) for weekday in weekdays))


@dataclass(frozen=True)
class PersonCalendar:
    """One side of a tandem.

    ``zone`` is the IANA zone the person lives by, or is assumed to (``zone_known``). Without
    ``working_hours`` Outlook's own default holds: Monday to Friday, 8 to 17. ``country``
    (ISO 3166) and ``state`` name the site whose public holidays count. ``readable`` is False if
    the mailbox may not be read; then ``busy`` says nothing. ``weekdays`` and ``times`` are wishes,
    empty for none; ``never`` are parts of the week at which the person cannot come at all.
    ``taken_days`` are the dates (in ``zone``) on which the person meets another tandem.

    Raises:
        CalendarInvalid: the zone is unknown.
    """

    person_id: str
    zone: str
    working_hours: WorkingHours | None = None
    busy: tuple[Busy, ...] = ()
    country: str = ""
    state: str = ""
    readable: bool = True
    weekdays: frozenset[Weekday] = frozenset()
    times: frozenset[DayTime] = frozenset()
    never: frozenset[tuple[Weekday, DayTime]] = frozenset()
    taken_days: frozenset[date] = frozenset()
    zone_known: bool = True

    def __post_init__(self) -> None:
        zone_named(self.zone)

    @property
    def hours(self) -> WorkingHours:
        """The working hours that count: the known ones, or Outlook's default."""
        return self.working_hours or WorkingHours.daily(self.zone, time(8), time(17))


def zone_named(name: str) -> ZoneInfo:
    """The zone of an IANA name.

    Raises:
        CalendarInvalid: there is none of this name.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise CalendarInvalid(
            f"{name!r} is no IANA time zone: map it (Windows names too) before searching"
        ) from error


@cache
def same_clock(one: str, other: str) -> bool:
    """Whether two zones (IANA) show the same at noon (UTC) of every day of two years: Graph may
    tell a zone by its rules, which are those of many places.

    Raises:
        CalendarInvalid: one of them is none.
    """
    zones, noon = (zone_named(one), zone_named(other)), datetime(2026, 1, 1, 12, tzinfo=UTC)
    days = (noon + timedelta(days=number) for number in range(2 * 365))
    return all(len({at.astimezone(zone).utcoffset() for zone in zones}) == 1 for at in days)
