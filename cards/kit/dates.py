"""Dates and times as the person reads them: their language, their zone."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_time

from cards.kit.words import Words

LOCALES = {"de": "de_DE", "en": "en_GB"}


def day(moment: date, words: Words) -> str:
    """``Dienstag, 12. Januar 2027``."""
    return str(format_date(moment, "full", locale=LOCALES[words.language]))


def short_day(moment: date, words: Words) -> str:
    """``12. Januar``."""
    return str(format_date(moment, "d. MMMM" if words.language == "de" else "d MMMM", locale=LOCALES[words.language]))


def session_time(start: datetime, end: datetime, zone: str, words: Words) -> str:
    """``Di., 12. Jan. 2027, 10:00–12:00`` in the person's zone: one line on a phone."""
    place = ZoneInfo(zone)
    pattern = "EEE, d. MMM y, HH:mm" if words.language == "de" else "EEE d MMM y, HH:mm"
    first = format_datetime(start.astimezone(place), pattern, locale=LOCALES[words.language])
    last = format_time(end.astimezone(place), "HH:mm", locale=LOCALES[words.language])
    return f"{first}–{last}"


def short_slot(start: datetime, zone: str, words: Words) -> str:
    """``Di., 12. Jan., 10:00`` in the person's zone: short enough for a button on a phone."""
    pattern = "EEE, d. MMM, HH:mm" if words.language == "de" else "EEE d MMM, HH:mm"
    return str(format_datetime(start.astimezone(ZoneInfo(zone)), pattern, locale=LOCALES[words.language]))
