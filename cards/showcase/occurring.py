"""On which cards a text stands, found by drawing the examples and noting what they say."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from cards.catalogue import CARDS, render
from cards.examples.everything import examples
from cards.kit.elements import ADAPTIVE, Rendered
from cards.kit.words import NOTHING, Words
from mentoring.domain.language import Language, voices
from mentoring.domain.own_texts import InVoice

ROOMS = (
    *("enrolment", "matching", "launch", "sessions", "tandem", "measurement", "polls"),
    *("circles", "changes", "privacy", "programme", "trial", "common"),
)
"""The rooms with cards, in the order of the journey."""


class Noting(Words):
    """Words that note which texts are asked for, in order, each once."""

    def __init__(
        self, language: Language, *, formal: bool = False, own: Mapping[str, InVoice] = NOTHING
    ) -> None:
        super().__init__(language, formal=formal, own=own)
        self.asked: dict[str, None] = {}

    def text(self, key: str, **facts: object) -> str:
        """The text, which is noted."""
        self.asked[key] = None
        return super().text(key, **facts)


@cache
def said_on(name: str, language: Language) -> tuple[str, ...]:
    """The keys of the texts on an example's card, in the order in which it says them."""
    words = Noting(language)
    render(examples()[name], words)
    return tuple(words.asked)


@cache
def cards_saying(language: Language) -> Mapping[str, str]:
    """By a text's key, the first example on which it stands; takes half a second the first time."""
    found: dict[str, str] = {}
    for name in examples():
        for key in said_on(name, language):
            found.setdefault(key, name)
    return MappingProxyType(found)


def room_of(name: str) -> str:
    """The room of an example."""
    return CARDS[type(examples()[name])].__module__.split(".")[1]


@cache
def of_room(room: str) -> tuple[str, ...]:
    """The examples of a room that are cards and not files."""
    return tuple(name for name in examples() if room_of(name) == room and _is_card(name))


def _is_card(name: str) -> bool:
    return drawn(name, Words(next(iter(voices())))).kind == ADAPTIVE


def drawn(name: str, words: Words) -> Rendered:
    """An example's card in these words."""
    return render(examples()[name], words)
