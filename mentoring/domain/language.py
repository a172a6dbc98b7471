"""The languages that the product speaks with people: one entry each.

Everything else about them stands in the texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError


@dataclass(frozen=True)
class SpokenLanguage:
    """A language of the product: its ISO 639-1 code, which is the folder of its texts, and Babel's
    locale for dates.

    ``formal``: it has two tones (*du* and *Sie*), so texts may have a formal variant.
    ``conjunction`` is its word for *and*, with which people join names in a list.
    """

    code: str
    locale: str
    formal: bool = False
    conjunction: str = ""


LANGUAGES: dict[str, SpokenLanguage] = {
    each.code: each
    for each in (
        SpokenLanguage("de", "de_DE", formal=True, conjunction="und"),
        SpokenLanguage("en", "en_GB", conjunction="and"),
    )
}
"""One more is an entry here and its texts in ``cards/texts/<code>``; cards offer the languages in
this order.
"""


def voice_name(language: str, *, formal: bool) -> str:
    """A language and, where it has two tones, the tone: ``de``, ``de-sie``, ``en``."""
    return f"{language}{FORMAL}" if formal and LANGUAGES[language].formal else language


def voices() -> dict[str, tuple[str, bool]]:
    """All of them by their names, each with its language and whether it is the formal one."""
    spoken = [
        (each.code, formal)
        for each in LANGUAGES.values()
        for formal in ((False, True) if each.formal else (False,))
    ]
    return {voice_name(code, formal=formal): (code, formal) for code, formal in spoken}


FORMAL = "-sie"


def _one_of_ours(code: str) -> str:
    if code not in LANGUAGES:
        raise PydanticCustomError(
            "one_of", "has to be one of {allowed}", {"allowed": ", ".join(LANGUAGES)}
        )
    return code


Language: TypeAlias = Annotated[str, AfterValidator(_one_of_ours)]
"""The code of one of them; checked where it is read from a file, a card or a row."""


def language_of(locale: str | None, otherwise: Language) -> Language:
    """The language of a locale such as ``de-AT`` or ``en_GB``; ``otherwise`` if the product does
    not speak it.
    """
    code = (locale or "").replace("_", "-").split("-")[0].lower()
    return code if code in LANGUAGES else otherwise


def by_language(given: Mapping[str, object], prefix: str = "") -> dict[str, object]:
    """What stands under ``<prefix><code>``, by the language's code: that is how programmes name
    topics and quote their sponsor.
    """
    return {code: given[f"{prefix}{code}"] for code in LANGUAGES if f"{prefix}{code}" in given}
