"""The names of the languages that people speak with each other.

Babel knows them all, so a programme may offer any; which languages the product itself speaks is
said in ``mentoring/domain/language.py``.
"""

from __future__ import annotations

from functools import cache

from babel import Locale

from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES


def language_name(code: str, words: Words) -> str:
    """The language's name in the reader's own; its code, if Babel knows none."""
    return str(_names(words.locale).get(code, code))


@cache
def codes_by_name() -> dict[str, str]:
    """The ISO 639 codes of all languages, by their names (in lower case) in each language of the
    product, and by the codes themselves.
    """
    names = {
        str(name).casefold(): code
        for each in LANGUAGES.values()
        for code, name in _names(each.locale).items()
        if code.isalpha()
    }
    return {**names, **{code: code for code in names.values()}}


@cache
def _names(locale: str) -> dict[str, str]:
    return dict(Locale.parse(locale).languages)
