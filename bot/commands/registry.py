"""The commands, in both languages.

Adding one: an async function ``(desk, turn, rest)`` with ``@command`` in this package, its place in
``JOURNEY``, and its line for *help* (``command-<name>``) in both languages. What it returns is said;
what it raises as a ``Refusal`` is told.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Literal

from bot.desk import Desk
from bot.turn import Turn
from mentoring.notices import Notice

Body = Callable[[Desk, Turn, str], Awaitable[Notice | None]]
Who = Literal["owners", "everybody"]


@dataclass(frozen=True)
class Command:
    """A command: its names in both languages (the first is shown), who may give it, and what it does.

    ``learns``: obeying it may change how the person is spoken to.
    """

    name: str
    de: tuple[str, ...]
    en: tuple[str, ...]
    who: Who
    run: Body
    learns: bool = True

    def shown(self, language: str) -> str:
        """The command as help shows it."""
        return self.de[0] if language == "de" else self.en[0]


COMMANDS: dict[str, Command] = {}
JOURNEY = (
    *("invite", "remind", "enrolment", "status"),
    *("match", "approve", "past-pairs"),
    *("launch", "kickoff", "handover", "close", "new-cycle"),
    *("hello", "pause", "language", "help"),
)
"""The commands as a cycle goes, then what everybody may say: so *help* and Teams' own lists name them."""


def command(name: str, *, de: tuple[str, ...], en: tuple[str, ...], who: Who, learns: bool = True) -> Callable[[Body], Body]:
    """Register a command; two commands cannot share a word."""

    def register(run: Body) -> Body:
        taken = {word for other in COMMANDS.values() for word in (*other.de, *other.en)}
        if taken & {*de, *en}:
            raise ValueError(f"{name} uses words of another command: {', '.join(sorted(taken & {*de, *en}))}")
        COMMANDS[name] = Command(name, de, en, who, run, learns)
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
    """All words of so many commands with what they mean, the longest first."""
    named = [(word, each) for each in COMMANDS.values() for word in (*each.de, *each.en)]
    return tuple(sorted(named, key=lambda pair: -len(pair[0])))


def _rest(text: str, word: str) -> str:
    """What follows the command's words, with its line breaks."""
    left = text.strip().lstrip("/")
    for _ in word.split():
        left = left.lstrip().lstrip(":")
        cut = next((place for place, sign in enumerate(left) if sign.isspace() or sign == ":"), len(left))
        left = left[cut:]
    return left.strip().lstrip(":").strip()


def nearest(text: str, language: str, *, owner: bool) -> str:
    """The command that a misspelt one is nearest to, among those that the person may give; empty if none is near."""
    allowed = [each for each in COMMANDS.values() if owner or each.who == "everybody"]
    words = {word: each for each in allowed for word in (*each.de, *each.en)}
    spoken = " ".join(text.split()).casefold()
    tries = (spoken, " ".join(spoken.split()[:2]), spoken.split()[0] if spoken else "")
    for attempt in tries:
        close = get_close_matches(attempt, words, n=1, cutoff=0.72)
        if close:
            found = words[close[0]]
            return close[0] if close[0] in (found.de if language == "de" else found.en) else found.shown(language)
    return ""
