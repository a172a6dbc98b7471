"""The words of the product: Fluent texts in the person's language and tone, or the house's own.

Where they stand is said in ``cards/kit/originals.py``; the programme's tone decides which is used.
What people may write for a command stands in the attribute ``.said`` of its line of help, what
owners may write besides in ``.also``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Message

from cards.kit.neutral import isolated
from cards.kit.originals import bundle, places
from cards.kit.own_words import own_words
from mentoring.domain.language import LANGUAGES, Language, voice_name
from mentoring.domain.own_texts import InVoice
from mentoring.domain.people import Person
from mentoring.domain.programme import Programme
from mentoring.domain.topics import Topic

SIGNED = "+0.0;\N{MINUS SIGN}0.0"
LONGEST_FACT = 2000
"""In characters; Fluent refuses more than 2,500 in one place of a text (``MAX_PART_LENGTH``)."""
NOTHING: Mapping[str, InVoice] = {}


def called(person: Person, words: Words) -> str:
    """How somebody is addressed and spoken of: by first name, in the formal tone by first and last
    name.
    """
    return person.full_name if words.formal else person.first_name


class UnknownText(KeyError):
    """A key that no ``.ftl`` file holds: write it in cards/texts, in each language."""


class Gone(str):
    """What stands for the name of somebody who is known no more."""

    __slots__ = ()


class Words:
    """The voice in which one person is addressed: a language and, where it has two tones, *du* or
    *Sie*. ``own`` are the texts that the programme has replaced, by voice.
    """

    def __init__(
        self, language: Language, *, formal: bool = False, own: Mapping[str, InVoice] = NOTHING
    ) -> None:
        self.language = language
        self.formal = formal and LANGUAGES[language].formal
        self.own = own
        self._own = own_words(self.voice, own) if own else None
        self._wishes_formal = formal

    def in_language(self, language: Language) -> Words:
        """The same programme's words in another language."""
        return Words(language, formal=self._wishes_formal, own=self.own)

    @property
    def says_otherwise(self) -> bool:
        """Whether anything is replaced in this voice."""
        return self._own is not None

    @property
    def voice(self) -> str:
        """Its name: ``de-sie``, say."""
        return voice_name(self.language, formal=self.formal)

    @property
    def locale(self) -> str:
        """Babel's name of the language, as dates and lists need it."""
        return LANGUAGES[self.language].locale

    def text(self, key: str, **facts: object) -> str:
        """The text of ``key`` with the facts filled in.

        Raises:
            UnknownText: the key, or a fact that its text needs, is missing.
        """
        own = self._own.text(key, facts) if self._own else None
        if own is not None:
            return _begun(own, facts)
        if all(type(fact) is int for fact in facts.values()):
            return _plain_text(self.language, self.formal, key, tuple(facts.items()))
        return _begun(_text(self.language, self.formal, key, facts), facts)

    def who(self, name: str) -> str:
        """Somebody's name; whoever is known no more is somebody who has left."""
        return name or Gone(self.text("somebody-gone"))

    def listed(self, parts: Sequence[str]) -> str:
        """These as one would say them: one, two and three."""
        return str(format_list(list(parts), locale=self.locale)) if parts else ""

    def signed(self, value: float) -> str:
        """How much more or less, to a tenth, with its sign as it is printed; zero has none."""
        how = SIGNED if round(value, 1) else "0.0"
        return str(format_decimal(abs(value) if how == "0.0" else value, how, self.locale))

    def whole(self, value: int) -> str:
        """A whole number, one below zero with its sign as it is printed."""
        return str(format_decimal(value, "0;\N{MINUS SIGN}0", self.locale))

    def for_somebody(self, key: str, name: str, **facts: object) -> str:
        """The text as a deputy reads it, who acts for ``name``: ``<key>-for``, where it differs.

        Without a name it is the text itself.
        """
        if name and self.has(f"{key}-for"):
            return self.text(f"{key}-for", name=name, **facts)
        return self.text(key, **facts)

    def has(self, key: str) -> bool:
        """Whether a text of this key exists, for texts that are optional by design."""
        return key in places(self.language)


def programme_words(programme: Programme, language: Language) -> Words:
    """A programme's words: its tone, and what it has replaced."""
    return Words(language, formal=programme.tone == "sie", own=programme.texts)


def _begun(text: str, facts: Mapping[str, object]) -> str:
    """The text with a capital, where it begins with somebody who has left."""
    begins = any(isinstance(each, Gone) and text.startswith(each) for each in facts.values())
    return f"{text[0].upper()}{text[1:]}" if begins else text


@lru_cache(maxsize=4096)
def _plain_text(
    language: Language, formal: bool, key: str, counts: tuple[tuple[str, object], ...]
) -> str:
    """A text whose facts, if any, are only numbers. Most texts are like that, and as they tell
    nothing about anybody, they may be cached.
    """
    return _text(language, formal, key, dict(counts))


def _told(fact: str) -> str:
    """A fact as it may stand in a text; what is longer than Fluent takes in one is cut."""
    return isolated(fact if len(fact) <= LONGEST_FACT else f"{fact[:LONGEST_FACT]} …")


def _text(language: Language, formal: bool, key: str, facts: dict[str, object]) -> str:
    texts, message = _message(language, key)
    pattern = (message.attributes.get("sie") if formal else None) or message.value
    if pattern is None:
        raise UnknownText(f"{key} in {language} has no text of its own")
    known = {key: _told(fact) if isinstance(fact, str) else fact for key, fact in facts.items()}
    text, errors = texts.format_pattern(pattern, known)
    if errors:
        raise UnknownText(f"{key} in {language}: {errors[0]}")
    return str(text)


def _message(language: Language, key: str) -> tuple[FluentBundle, Message]:
    """The message of a key, and those among which it stands."""
    file = places(language).get(key)
    if file is None:
        raise UnknownText(f"{key} is missing in cards/texts/{language}")
    texts = bundle(language, file)
    return texts, texts.get_message(key)


@cache
def understood(key: str, language: Language) -> tuple[str, ...]:
    """What people may write for a command; the first is the one that is shown.

    Raises:
        UnknownText: it has no words in this language.
    """
    said = _in_attribute(key, language, "said")
    if not said:
        raise UnknownText(f"{key} has no .said in cards/texts/{language}")
    return said


@cache
def understood_of_owners(key: str, language: Language) -> tuple[str, ...]:
    """What owners may write for it besides (``.also``), perhaps nothing."""
    return _in_attribute(key, language, "also")


def _in_attribute(key: str, language: Language, name: str) -> tuple[str, ...]:
    found, message = _message(language, key)
    said = message.attributes.get(name)
    return _between_commas(str(found.format_pattern(said)[0])) if said else ()


@cache
def typed(key: str) -> tuple[str, ...]:
    """What people write in commands for ``typed-<key>``, in all languages, in lower case, the
    longest first.
    """
    words = {
        word
        for each in LANGUAGES
        for word in _between_commas(Words(each).text(f"typed-{key}").casefold())
    }
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _between_commas(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(","))


def topic_name(topic: Topic, words: Words) -> str:
    """The topic's name in the reader's language: the programme's own, else that of the texts, else
    the programme's in any other language.
    """
    key = f"topic-name-{topic.id.replace('_', '-')}"
    own = topic.names.get(words.language)
    return own or (
        words.text(key) if words.has(key) else next(iter(topic.names.values()), topic.id)
    )
