"""A figure of the house as owners have typed it: numbers as Germans or the English write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from babel.numbers import NumberFormatError, parse_decimal

from bot.typed.dates import day_written, refused_at
from cards.kit.words import Words
from mentoring.domain.errors import Refusal
from mentoring.domain.language import LANGUAGES
from mentoring.domain.measurement.key_figures import (
    FINEST,
    HIGHEST,
    LONGEST_NAME,
    LONGEST_SOURCE,
    LONGEST_UNIT,
    KeyFigure,
    Reading,
)
from mentoring.usecases.measurement.key_figures import FIGURE

MINUS = str.maketrans(dict.fromkeys("\N{MINUS SIGN}\N{EN DASH}", "-"))
APART = re.compile(r"(?<=[0-9])[\s'’](?=[0-9]{3}(?![0-9]))")
"""What Swiss and scientists put between thousands."""
NUMBER = re.compile(r"[+-]?[0-9][0-9.,]*")
LONGEST = {"name": LONGEST_NAME, "unit": LONGEST_UNIT, "source": LONGEST_SOURCE}


def figure_in(part: str, inputs: Mapping[str, object], words: Words) -> KeyFigure:
    """The figure that the inputs say; ``part`` names it, or is a new one's.

    Raises:
        Refusal: ``figure-too-long``; ``figure-number`` for what is no number; ``figure-half`` where
            a value has no day, or a day no value; as ``day_written``. Each names its input.
    """
    said = {key: " ".join(str(value or "").split()) for key, value in inputs.items()}
    texts = {key: _short(key, said.get(key, ""), most) for key, most in LONGEST.items()}
    start, end = (_reading(each, said, texts["unit"], words) for each in ("start", "end"))
    return KeyFigure(part.removeprefix(FIGURE), **texts, start=start, end=end)


def _short(field: str, text: str, most: int) -> str:
    if len(text) > most:
        raise Refusal("figure-too-long", field=field, most=most)
    return text


def _reading(when: str, said: Mapping[str, str], unit: str, words: Words) -> Reading | None:
    """What was read off then, or None where nothing is said."""
    value, on = said.get(f"{when}_value", ""), said.get(f"{when}_on", "")
    if not value and not on:
        return None
    if not value or not on:
        raise Refusal("figure-half", field=f"{when}_on" if value else f"{when}_value")
    bare = value.removesuffix(unit).strip() if unit else value
    return Reading(decimal_in(bare, f"{when}_value", words), _day(on, f"{when}_on"))


def decimal_in(text: str, field: str, words: Words) -> Decimal:
    """The number, read as it is written in the reader's language, or else in another one: ``1.234``
    is a thousand in German and little more than one in English, ``1,5`` and ``1.5`` are the same in
    both.

    Raises:
        Refusal: ``figure-number``, naming the input.
    """
    written = APART.sub("", text.translate(MINUS))
    locales = [words.locale, *(each.locale for each in LANGUAGES.values())]
    for locale in locales if NUMBER.fullmatch(written) else ():
        try:
            found = parse_decimal(written, locale=locale, strict=True)
        except NumberFormatError:
            continue
        if abs(found) < HIGHEST and found == round(found, FINEST):
            return found
    raise Refusal("figure-number", field=field)


def _day(text: str, field: str) -> date:
    with refused_at(field):
        found = day_written(text)
    if found is None:
        raise Refusal("figure-day", field=field)
    return found
