"""The languages that people speak with each other, as a file names them."""

from __future__ import annotations

from bot.programmes.explained import Finding, nearest
from cards.kit.spoken import codes_by_name
from mentoring.domain.programme import Programme


def unknown_languages(programme: Programme) -> list[Finding]:
    """A finding for each code that is none of ISO 639."""
    named = codes_by_name()
    known = frozenset(named.values())
    return [
        Finding(("languages", place), "language", {"value": code, "nearest": _meant(code, named)})
        for place, code in enumerate(programme.languages)
        if code not in known
    ]


def too_few_languages(programme: Programme) -> list[Finding]:
    """A finding if no two people could have as many languages in common as they need."""
    most, matching = len({*programme.languages}), programme.matching
    if not matching.is_on("language") or matching.parameters.common_languages <= most:
        return []
    path = "matching", "parameters", "common_languages"
    return [Finding(path, "common-languages", {"most": most})]


def _meant(word: str, named: dict[str, str]) -> str:
    """The code that was probably meant: that of a language which is called like this."""
    near = nearest(word.casefold(), list(named))
    return named.get(near, "none")
