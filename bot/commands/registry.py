"""The commands, in every language.

Adding one: an async function ``(desk, turn, rest)`` with ``@command`` in this package, its place in
``JOURNEY``, and in each language its line for *help* (``command-<name>``), whose attribute
``.said`` holds the words for it. What it returns is said; what it raises as a ``Refusal`` is told.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Literal

from bot.desk import Desk
from bot.turn import Turn
from cards.kit.words import understood
from mentoring.domain.language import LANGUAGES, Language
from mentoring.notices import Notice

Body = Callable[[Desk, Turn, str], Awaitable[Notice | None]]
Who = Literal["owners", "everybody"]


@dataclass(frozen=True)
class Command:
    """A command: who may give it, and what it does; the words for it stand in the texts.

    ``learns``: obeying it may change how the person is spoken to.
    """

    name: str
    who: Who
    run: Body
    learns: bool = True

    def said(self, language: Language) -> tuple[str, ...]:
        """What one may write for it in a language."""
        return understood(f"command-{self.name}", language)

    def shown(self, language: Language) -> str:
        """The command as help shows it."""
        return self.said(language)[0]


COMMANDS: dict[str, Command] = {}
JOURNEY = (
    *("invite", "remind", "enrolment", "status"),
    *("match", "approve", "past-pairs"),
    *("launch", "kickoff", "handover", "close", "new-cycle"),
    *("hello", "pause", "language", "help"),
)
"""The commands in the order in which a cycle needs them, then what everybody may say; *help* and
Teams' own lists follow this order.
"""


def command(name: str, *, who: Who, learns: bool = True) -> Callable[[Body], Body]:
    """Register a command."""

    def register(run: Body) -> Body:
        COMMANDS[name] = Command(name, who, run, learns)
        return run

    return register


def in_order() -> list[Command]:
    """All commands in the order of ``JOURNEY``; what is not in it stands last."""
    place = {name: number for number, name in enumerate(JOURNEY)}
    return sorted(COMMANDS.values(), key=lambda each: place.get(each.name, len(place)))


def find(text: str) -> tuple[Command, str] | None:
    """The command that the text begins with, and what follows it; the longest name counts."""
    spoken = " ".join(text.split()).casefold().lstrip("/")
    for word, each in _by_length(len(COMMANDS)):
        if spoken == word or spoken.startswith((f"{word} ", f"{word}:")):
            return each, _rest(text, word)
    return None


@cache
def _by_length(_commands: int) -> tuple[tuple[str, Command], ...]:
    """All words for all commands with the command they mean, the longest first.

    The number of commands is only the cache's key, so that a newly registered command is found.
    """
    return tuple(sorted(words_of(COMMANDS.values()).items(), key=lambda pair: -len(pair[0])))


def words_of(several: Iterable[Command]) -> dict[str, Command]:
    """What one may type for these commands, in all languages, case-folded.

    Raises:
        ValueError: two of them share a word.
    """
    meant: dict[str, Command] = {}
    for each in several:
        for word in (word.casefold() for language in LANGUAGES for word in each.said(language)):
            if meant.setdefault(word, each) is not each:
                raise ValueError(
                    f"'{word}' is said for {each.name} and for {meant[word].name} (.said in "
                    "cards/texts)"
                )
    return meant


def _rest(text: str, word: str) -> str:
    """What follows the command's words, with its line breaks."""
    left = text.strip().lstrip("/")
    for _ in word.split():
        left = left.lstrip().lstrip(":")
        cut = next(
            (place for place, sign in enumerate(left) if sign.isspace() or sign == ":"), len(left)
        )
        left = left[cut:]
    return left.strip().lstrip(":").strip()


def nearest(text: str, language: Language, *, owner: bool) -> str:
    """The command that a misspelt one is nearest to, among those that the person may give; empty if
    none is near.
    """
    allowed = [each for each in COMMANDS.values() if owner or each.who == "everybody"]
    words = words_of(allowed)
    spoken = " ".join(text.split()).casefold()
    tries = (spoken, " ".join(spoken.split()[:2]), spoken.split()[0] if spoken else "")
    for attempt in tries:
        close = get_close_matches(attempt, words, n=1, cutoff=0.72)
        if close:
            found = words[close[0]]
            own = {word.casefold(): word for word in found.said(language)}
            return own.get(close[0], found.shown(language))
    return ""
