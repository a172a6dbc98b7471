"""Days as people write them: ``2027-01-11``, ``11.01.2027``, ``11/01/2027``, ``11. Januar 2027``,
``11 January 2027``.
"""

from __future__ import annotations

import re
from datetime import date

from babel.dates import get_month_names

from mentoring.domain.language import LANGUAGES

MONTHS = {
    name.casefold().rstrip("."): number
    for language in LANGUAGES.values()
    for width in ("wide", "abbreviated")
    for number, name in get_month_names(width, locale=language.locale).items()
}


def day_in(text: str) -> date | None:
    """The first date that the text names, or None; where day and month are both numbers, the day
    comes first.
    """
    iso = re.search(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b", text)
    if iso:
        return _day(iso[1], iso[2], iso[3])
    plain = re.search(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b", text)
    if plain:
        return _day(plain[3], plain[2], plain[1])
    named = re.search(r"\b(\d{1,2})\.?\s+([^\W\d]+)\.?\s+(\d{4})\b", text)
    month = MONTHS.get(named[2].casefold()) if named else None
    return _day(named[3], str(month), named[1]) if named and month else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
