"""The words of the product: Fluent texts in the person's language and tone.

``cards/texts/{de,en}/*.ftl`` hold one message a key. A German message that addresses the person carries its formal
variant as the attribute ``.sie``; the programme's tone decides which is used.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from fluent.runtime import FluentBundle, FluentResource

from mentoring.domain.people import Person

Language = Literal["de", "en"]
LANGUAGES: tuple[Language, ...] = ("de", "en")
TEXTS = Path(__file__).parents[1] / "texts"


def called(person: Person, words: Words) -> str:
    """How somebody is addressed and spoken of: by first name, in the formal tone by first and last name."""
    return person.full_name if words.formal and words.language == "de" else person.first_name


class UnknownText(KeyError):
    """A key that no ``.ftl`` file holds: write it in cards/texts/de and cards/texts/en."""


@cache
def bundle(language: Language) -> FluentBundle:
    """All messages of one language, read once a process."""
    found = FluentBundle([{"de": "de-DE", "en": "en-GB"}[language]], use_isolating=False)
    for path in sorted((TEXTS / language).rglob("*.ftl")):
        found.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return found


class Words:
    """The voice in which one person is addressed: a language and, in German, *du* or *Sie*."""

    def __init__(self, language: Language, *, formal: bool = False) -> None:
        self.language = language
        self.formal = formal

    def text(self, key: str, **facts: object) -> str:
        """The text of ``key`` with the facts filled in.

        Raises:
            UnknownText: the key, or a fact that its text needs, is missing.
        """
        if all(type(fact) is int for fact in facts.values()):
            return _plain_text(self.language, self.formal, key, tuple(facts.items()))
        return _text(self.language, self.formal, key, facts)

    def has(self, key: str) -> bool:
        """Whether a text of this key exists, for texts that are optional by design."""
        return bool(bundle(self.language).has_message(key))


@lru_cache(maxsize=4096)
def _plain_text(language: Language, formal: bool, key: str, counts: tuple[tuple[str, object], ...]) -> str:
    """A text with nothing but numbers in it: most of them, and they tell nothing about anybody, so they may be kept."""
    return _text(language, formal, key, dict(counts))


def _text(language: Language, formal: bool, key: str, facts: dict[str, object]) -> str:
    if not bundle(language).has_message(key):
        raise UnknownText(f"{key} is missing in cards/texts/{language}")
    message = bundle(language).get_message(key)
    pattern = (message.attributes.get("sie") if formal else None) or message.value
    if pattern is None:
        raise UnknownText(f"{key} in {language} has no text of its own")
    text, errors = bundle(language).format_pattern(pattern, facts)
    if errors:
        raise UnknownText(f"{key} in {language}: {errors[0]}")
    return str(text)


def language_of(locale: str | None, otherwise: Language = "en") -> Language:
    """The supported language nearest to a locale such as ``de-AT`` or ``en_GB``."""
    short = (locale or "").replace("_", "-").split("-")[0].lower()
    return "de" if short == "de" else "en" if short == "en" else otherwise
