"""Dates and times as the person reads them: their language, their zone."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_time, get_timezone_location

from cards.kit.words import Words
from mentoring.domain.people import NOBODY_KNOWS

WRITTEN = 4_096
"""So many moments are kept as they are written; whose they are is not known."""


def day(moment: date, words: Words) -> str:
    """``Dienstag, 12. Januar 2027``."""
    return str(format_date(moment, "full", locale=words.locale))


def short_day(moment: date, words: Words) -> str:
    """``12. Januar``."""
    return str(format_date(moment, words.text("date-short"), locale=words.locale))


def day_of_a_year(moment: date, words: Words) -> str:
    """``12. Januar 2027``."""
    return str(format_date(moment, "long", locale=words.locale))


def typed_day(moment: date, words: Words) -> str:
    """``12.01.2027``, as people write it into a field."""
    return str(format_date(moment, words.text("date-typed"), locale=words.locale))


def day_and_time(moment: datetime, words: Words) -> str:
    """``12. Januar, 10:12``, by the clock that the moment bears."""
    return f"{short_day(moment, words)}, {format_time(moment, 'HH:mm', locale=words.locale)}"


def day_of_a_year_and_time(moment: datetime, words: Words) -> str:
    """``12. Januar 2027, 10:12``, by the clock that the moment bears."""
    on = day_of_a_year(moment, words)
    return f"{on}, {format_time(moment, 'HH:mm', locale=words.locale)}"


def session_time(start: datetime, end: datetime, zone: str, words: Words) -> str:
    """``Di., 12. Jan. 2027, 10:00–12:00`` in the person's zone: one line on a phone; if nobody
    knows it, ``…, 09:00–11:00 UTC``.
    """
    first = _written(start, words.text("date-session"), zone, words.locale)
    last = _written(end, "HH:mm", zone, words.locale)
    return named_clock(f"{first}–{last}", zone)


@lru_cache(WRITTEN)
def _written(moment: datetime, pattern: str, zone: str, locale: str) -> str:
    """A moment (aware) by the zone's clock: a tandem's card names each of its sessions in several
    places, and both partners read it.
    """
    return str(format_datetime(moment.astimezone(ZoneInfo(zone)), pattern, locale=locale))


def named_clock(time: str, zone: str) -> str:
    """A time by the zone's clock, with the name of a clock that is nobody's."""
    return f"{time} UTC" if zone == NOBODY_KNOWS else time


def on_two_clocks(start: datetime, end: datetime, zone: str, other: str, words: Words) -> str:
    """The same, and where the clock of the zone ``other`` shows another time, when that is
    there: ``…, 04:00–06:00 (10:00 in Berlin)``.
    """
    here, there = (start.astimezone(ZoneInfo(each)).replace(tzinfo=None) for each in (zone, other))
    own = session_time(start, end, zone, words)
    if here == there:
        return own
    clock = format_time(there, "HH:mm", locale=words.locale)
    return f"{own} ({words.text('date-elsewhere', time=clock, place=place_of(other, words))})"


def place_of(zone: str, words: Words) -> str:
    """How people call the place whose clock a zone (IANA) is: ``Berlin``, ``New York``."""
    return str(get_timezone_location(ZoneInfo(zone), locale=words.locale, return_city=True))


def clock_name(zone: str, words: Words) -> str:
    """By whose clock a time is told: the place of the zone (IANA), ``UTC`` where nobody knows
    one.
    """
    return "UTC" if zone == NOBODY_KNOWS else place_of(zone, words)


def short_slot(start: datetime, zone: str, words: Words) -> str:
    """``Di., 12. Jan., 10:00`` in the person's zone: short enough for a button on a phone."""
    return named_clock(_written(start, words.text("date-slot"), zone, words.locale), zone)
