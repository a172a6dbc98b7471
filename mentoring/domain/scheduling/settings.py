"""The programme's rules for sessions: the table ``[sessions]`` of programme.toml.

All times of day are local: each rule holds in the own time zone of *each* of the two people.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from mentoring.domain.scheduling.places import country_code, part_with_holidays
from mentoring.domain.tables import Table

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Rhythm = Literal["monthly", "two_weeks", "six_weeks", "tandem"]

WEEKDAYS: tuple[Weekday, ...] = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
"""Graph's names in the order of ``date.weekday()``."""

WEEKS_APART: dict[Rhythm, int] = {"two_weeks": 2, "six_weeks": 6}
"""The rhythms that count in weeks, and how many weeks lie between two sessions."""


def weeks_between(rhythm: Rhythm) -> float:
    """How many weeks lie between two sessions; a month, on average, where the rhythm does not count
    in weeks.
    """
    return WEEKS_APART.get(rhythm, 52 / 12)


def _require_order(first: time | None, second: time | None, name: str) -> None:
    if first is not None and second is not None and second <= first:
        facts = {"start": f"{first:%H:%M}", "at": name}
        raise PydanticCustomError("order", "must be later than {start}", facts)


def _minutes(of_day: time) -> int:
    """Minutes since midnight; the last second of the day is its end."""
    seconds = of_day.hour * 3600 + of_day.minute * 60 + of_day.second
    return round(seconds / 60)


class LocalSpan(Table):
    """A part of the day, from ``start`` to ``end`` (local wall clock, on one day)."""

    start: time
    end: time

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        _require_order(self.start, self.end, "end")
        return self


class NoGoTime(LocalSpan):
    """A part of the day on which no session may lie, on these weekdays (all of them by default)."""

    weekdays: Annotated[tuple[Weekday, ...], Field(min_length=1)] = WEEKDAYS


class Region(Table):
    """Which public holidays count for people of whom the directory says ``directory`` as their
    state, or, where it says none, as their city or office; ``holidays`` is a part of a country
    (ISO 3166-2: ``DE-BY``).
    """

    directory: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    holidays: Annotated[str, Field(min_length=1)]

    @model_validator(mode="after")
    def _exists(self) -> Self:
        country, _, part = self.holidays.partition("-")
        known = country_code(country) == country and part
        if not known or part_with_holidays(country, part) is None:
            raise PydanticCustomError("region", "no part of a country", {"at": "holidays"})
        return self


def _each_place_once(regions: tuple[Region, ...]) -> tuple[Region, ...]:
    """The regions, if none is about what an earlier one is about: it would count for nobody."""
    known: set[str] = set()
    for at, region in enumerate(regions):
        place = region.directory.strip().casefold()
        if place in known:
            facts = {"directory": region.directory, "at": f"{at}.directory"}
            raise PydanticCustomError("region_twice", "{directory} stands twice", facts)
        known.add(place)
    return regions


Length = Literal[45, 60, 75, 90, 120]


class SchedulingRules(Table):
    """How long, how often and when sessions may be.

    ``length_minutes``, ``rhythm`` (``tandem``: agreed from session to session) and how many there
    are make the series: as many as fit into so many ``months``, or ``number``, which then decides
    how long the cycle is. ``pause_days`` lie between two sessions that are agreed from one to the
    next, more or less. ``step_minutes`` is the grid on which sessions begin, counted from the full
    hour of the organizer's clock. ``earliest`` and ``latest`` bound a session's start and end in
    both people's local time, beside their working hours; ``lunch`` is kept free (``false``: it is
    not), and so are the ``no_go`` times; all of them leave room for a session. On ``closing_days``
    nobody works; ``regions`` say which public holidays count where the directory does not tell.
    ``lengths`` and ``rhythms`` are those that a tandem may choose for itself; the programme's own
    are always among them.
    ``notice_days``: no session sooner than that many days after today. ``move_days``: a session may
    be moved by at most so many days, and never more than just under half the way to its
    neighbours, so that it cannot come close to them.
    """

    length_minutes: Length = 120
    rhythm: Rhythm = "monthly"
    lengths: tuple[Length, ...] = (45, 60, 75, 90, 120)
    rhythms: tuple[Rhythm, ...] = ("monthly", "two_weeks", "six_weeks", "tandem")
    months: Annotated[int, Field(ge=1, le=24)] = 6
    number: Annotated[int, Field(ge=1, le=52)] | None = None
    pause_days: Annotated[int, Field(ge=7, le=90)] = 28
    step_minutes: Literal[15, 30, 60] = 15
    earliest: time | None = None
    latest: time | None = None
    lunch: LocalSpan | Literal[False] = LocalSpan(start=time(12), end=time(13))
    no_go: tuple[NoGoTime, ...] = ()
    closing_days: tuple[date, ...] = ()
    regions: Annotated[tuple[Region, ...], AfterValidator(_each_place_once)] = ()
    notice_days: Annotated[int, Field(ge=1, le=30)] = 3
    move_days: Annotated[int, Field(ge=0, le=20)] = 13

    @model_validator(mode="after")
    def _day_is_open(self) -> Self:
        _require_order(self.earliest, self.latest, "latest")
        return self

    @model_validator(mode="after")
    def _has_room(self) -> Self:
        """On some day of the week a session fits in: otherwise nobody would ever be offered one."""
        most = max(map(self._longest_stretch, WEEKDAYS))
        if most < self.length_minutes:
            at = next((name for name in ("latest", "earliest") if getattr(self, name)), "")
            facts = {"length": self.length_minutes, "most": most, "at": at or "length_minutes"}
            raise PydanticCustomError("no_room", "{most} minutes at most", facts)
        return self

    def _longest_stretch(self, weekday: Weekday) -> int:
        """The most minutes in a row on which a session may lie on that day of the week."""
        kept = [self.lunch] if self.lunch else []
        kept += [each for each in self.no_go if weekday in each.weekdays]
        begin, end = _minutes(self.earliest or time.min), _minutes(self.latest or time.max)
        longest = 0
        for each in sorted(kept, key=lambda span: span.start):
            longest = max(longest, min(_minutes(each.start), end) - begin)
            begin = max(begin, _minutes(each.end))
        return max(longest, end - begin)

    @model_validator(mode="before")
    @classmethod
    def _months_or_number(cls, given: object) -> object:
        """What is stored has both, with the usual months; a file says one of them."""
        named = isinstance(given, Mapping) and given.get("number") is not None
        usual = cls.model_fields["months"].default
        if named and isinstance(given, Mapping) and given.get("months", usual) != usual:
            raise PydanticCustomError("months_or_number", "one of both", {"at": "number"})
        return given

    @property
    def allowed_lengths(self) -> tuple[int, ...]:
        """The lengths in minutes that a tandem may have, the shortest first."""
        return tuple(sorted({*self.lengths, self.length_minutes}))

    @property
    def allowed_rhythms(self) -> tuple[Rhythm, ...]:
        """The rhythms that a tandem may have, the programme's own first."""
        return (
            self.rhythm,
            *(rhythm for rhythm in dict.fromkeys(self.rhythms) if rhythm != self.rhythm),
        )

    @property
    def session_count(self) -> int:
        """How many sessions are booked at once: the ``number``, or one a month, or as many as the
        rhythm's weeks fit into the months (52 weeks a year); one where they are agreed on singly.
        """
        if self.rhythm == "tandem":
            return 1
        if self.number is not None:
            return self.number
        if self.rhythm == "monthly":
            return self.months
        return max(1, self.months * 52 // (12 * WEEKS_APART[self.rhythm]))
