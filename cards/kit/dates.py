"""Dates and times as the person reads them: their language, their zone."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_time

from cards.kit.words import Words


def day(moment: date, words: Words) -> str:
    """``Dienstag, 12. Januar 2027``."""
    return str(format_date(moment, "full", locale=words.locale))


def short_day(moment: date, words: Words) -> str:
    """``12. Januar``."""
    return str(format_date(moment, words.text("date-short"), locale=words.locale))


def session_time(start: datetime, end: datetime, zone: str, words: Words) -> str:
    """``Di., 12. Jan. 2027, 10:00–12:00`` in the person's zone: one line on a phone."""
    place = ZoneInfo(zone)
    pattern = words.text("date-session")
    first = format_datetime(start.astimezone(place), pattern, locale=words.locale)
    last = format_time(end.astimezone(place), "HH:mm", locale=words.locale)
    return f"{first}–{last}"


def short_slot(start: datetime, zone: str, words: Words) -> str:
    """``Di., 12. Jan., 10:00`` in the person's zone: short enough for a button on a phone."""
    pattern = words.text("date-slot")
    return str(format_datetime(start.astimezone(ZoneInfo(zone)), pattern, locale=words.locale))
