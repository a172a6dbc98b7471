"""Days as people write them: ``2027-01-11``, ``11.01.2027``, ``11. Januar``, ``January 11, 2027``,
``tomorrow``, ``nächsten Montag``, ``in two weeks``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from babel.dates import get_month_names

from bot.typed.words import either
from mentoring.domain.errors import Refusal
from mentoring.domain.language import LANGUAGES

MONTHS = {
    written: number
    for language in LANGUAGES.values()
    for width in ("wide", "abbreviated")
    for number, name in get_month_names(width, locale=language.locale).items()
    for written in (name.casefold().rstrip("."), name.casefold()[:3])
}
WRITTEN = re.compile(
    r"\b(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})\b"
    r"|\b(?P<d2>\d{1,2})\s?(?P<s2>[./-])\s?(?P<m2>\d{1,2})\s?(?P=s2)\s?(?P<y2>\d{4})\b"
    r"|\b(?P<d3>\d{1,2})(?P<s3>[./])(?P<m3>\d{1,2})(?P=s3)(?P<y3>\d\d)\b(?![:.]\d)"
    r"|\b(?P<d4>\d{1,2})(?:\.?\s*|-)(?P<m4>[^\W\d]+)(?:\.?,?\s+|[.-])(?P<y4>\d{4})\b"
    r"|\b(?P<m5>[^\W\d]+)\.?\s+(?P<d5>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y5>\d{4})\b"
)
AROUND = re.compile(rf"^(?:(?:{either('on')})\s+)+", re.IGNORECASE)
NEXT = re.compile(rf"^(?:{either('next')})\s+", re.IGNORECASE)
YEARLY = re.compile(
    r"(?P<d>\d{1,2})\s?[./]\s?(?P<m>\d{1,2})\.?"
    r"|(?P<d2>\d{1,2})(?:\.?\s*|-)(?P<m2>[^\W\d]+)\.?"
    r"|(?P<m3>[^\W\d]+)\.?\s+(?P<d3>\d{1,2})(?:st|nd|rd|th)?"
)
A_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
ANYWHERE = re.compile(
    r"\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\."
    r"|\b(?P<d5>\d{1,2})\.\s?(?P<m5>0?[0-9]|1[0-3])$"
    r"|(?<![\w/])(?P<d4>\d{1,2})\s?/\s?(?P<m4>\d{1,2})(?![\w/])"
    r"|\b(?P<d2>\d{1,2})(?:(?:\.|[^\W\d]{2})?\s+(?:of\s+)?|[.-])"
    rf"(?P<m2>{A_MONTH})\b\.?(?:,?\s+(?P<y2>\d{{4}}))?"
    rf"|\b(?P<m3>{A_MONTH})\b\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y3>\d{{4}}))?",
    re.IGNORECASE,
)
"""A day and its month, whatever stands around them."""
O_CLOCK = re.compile(rf":|\b(?:{either('oclock')})\b", re.IGNORECASE)
CENTURY = 2000
LEAP = 4
"""Within so many years each day comes round."""
FURTHEST = timedelta(days=3 * 366)
LONGEST_IN_WORDS = 40


def day_chosen(said: object, field: str, today: date) -> date | None:
    """The day in a card's input of this name, as Teams sends it or as somebody types it; None
    where nothing was chosen.

    Raises:
        Refusal: ``no-day`` if it names none, and as ``named_in``; the input is marked.
    """
    text = str(said or "").strip()
    with refused_at(field):
        day = day_in(text, today)
    if text and day is None:
        raise Refusal("no-day", field=field)
    return day


def day_written(text: str) -> date | None:
    """The day that the text is, with its year, however long ago it was; None for anything else.

    Raises:
        Refusal: ``date-impossible`` for a day that no calendar has.
    """
    found = _written(text)
    return found.day if found and found.words == text.strip() else None


@contextmanager
def refused_at(field: str) -> Iterator[None]:
    """A refusal of what was typed marks the input."""
    try:
        yield
    except Refusal as refused:
        raise Refusal(refused.code, field=field, **refused.facts) from None


@dataclass(frozen=True)
class Named:
    """A day that a text names, and the words that name it."""

    day: date
    words: str


def day_in(text: str, today: date) -> date | None:
    """The first day that the text names, or None; where day and month are both numbers, the day
    comes first. A day without a year is the next one of this name.

    Raises:
        Refusal: as ``named_in``.
    """
    found = named_in(text, today)
    return found.day if found else None


def named_in(text: str, today: date) -> Named | None:
    """The first day that the text names, and its words.

    Raises:
        Refusal: ``date-impossible`` for a day that no calendar has; ``date-far`` for one more than
            three years away.
    """
    found = _written(text) or _in_words(text, today)
    if found and abs(found.day - today) > FURTHEST:
        raise Refusal("date-far", day=found.words)
    return found


def _written(text: str) -> Named | None:
    """A day with its year, in numbers or with the month's name."""
    for found in WRITTEN.finditer(text):
        month = _month(found)
        if month is not None:
            year, day = _year(found), int(_part(found, "d"))
            return Named(_day([year], month, day, found[0]), found[0])
    return None


def _month(found: re.Match[str]) -> int | None:
    """The month's number; None for a word that is no month."""
    said = _part(found, "m")
    return int(said) if said.isdecimal() else MONTHS.get(said.casefold())


def _year(found: re.Match[str]) -> int:
    """The year; two digits are one of this century."""
    said = _part(found, "y")
    return int(said) + (CENTURY if len(said) == len("27") else 0)


def _part(found: re.Match[str], key: str) -> str:
    """What stands there for ``y``, ``m`` or ``d``; nothing where the pattern holds none."""
    parts = (value for name, value in found.groupdict().items() if name[0] == key)
    return next(filter(None, parts), "")


def _day(years: Iterable[int], month: int, day: int, said: str) -> date:
    """The day in the first of these years that has it."""
    for year in years:
        with suppress(ValueError):
            return date(year, month, day)
    raise Refusal("date-impossible", day=said)


def _in_words(text: str, today: date) -> Named | None:
    """A day without a year, or one told from today; nothing else may stand in the text."""
    said = AROUND.sub("", text.strip(" .,!?"))
    if not 2 < len(said) <= LONGEST_IN_WORDS or O_CLOCK.search(said) or said.isdecimal():
        return None
    found = YEARLY.fullmatch(said)
    month = _month(found) if found else None
    if found and month is not None:
        return Named(_next_one(month, int(_part(found, "d")), said, today), said)
    _require_possible(said, today)
    day = _parsed(said, today) or _parsed(NEXT.sub("", said), today)
    return Named(day, said) if day else None


def _require_possible(said: str, today: date) -> None:
    """Whoever names a day that there is not, in words that nothing else is made of, is told so
    instead of being asked once more.
    """
    for found in ANYWHERE.finditer(said):
        years = [_year(found)] if _part(found, "y") else range(today.year, today.year + LEAP)
        _day(years, _month(found) or 0, int(_part(found, "d")), found[0])


def _next_one(month: int, day: int, said: str, today: date) -> date:
    passed = (month, day) < (today.month, today.day)
    return _day(range(today.year + passed, today.year + passed + LEAP), month, day, said)


def _parsed(said: str, today: date) -> date | None:
    # A tenth of a second to import, and most messages name no such day.
    import dateparser

    settings: Any = {
        "RELATIVE_BASE": datetime(today.year, today.month, today.day),  # noqa: DTZ001 - a day, not a moment
        "PREFER_DATES_FROM": "future",
        "DATE_ORDER": "DMY",
        "PARSERS": ["relative-time", "absolute-time"],
    }
    found = dateparser.parse(said, languages=list(LANGUAGES), settings=settings)
    return found.date() if found else None
