"""What the doctor says: lines, each of what is so, or what is missing and who must do what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cards.kit.words import Words


class State(StrEnum):
    """How it stands: in order, missing, or open (nobody can tell yet)."""

    OK = "ok"
    MISSING = "missing"
    OPEN = "open"


class Who(StrEnum):
    """Who can do something about it."""

    OPERATOR = "operator"
    ENTRA = "entra"
    TEAMS = "teams"
    EXCHANGE = "exchange"


@dataclass(frozen=True)
class Line:
    """One thing that was looked at.

    ``check`` groups what belongs together; the words are ``doctor-<code>``, with ``facts``. Whoever
    has to do something (``who``) reads ``doctor-<code>-todo``.
    """

    check: str
    state: State
    code: str
    who: Who | None = None
    facts: Mapping[str, str | int] = field(default_factory=dict)

    def text(self, words: Words) -> str:
        """What is so."""
        return words.text(f"doctor-{self.code}", **self.facts)

    def todo(self, words: Words) -> str:
        """What has to be done; empty if nothing has."""
        return words.text(f"doctor-{self.code}-todo", **self.facts) if self.who else ""


def fine(check: str, code: str, /, **facts: str | int) -> Line:
    """It is in order."""
    return Line(check, State.OK, code, facts=facts)


def missing(check: str, code: str, who: Who, /, **facts: str | int) -> Line:
    """Something is missing that ``who`` can put right."""
    return Line(check, State.MISSING, code, who, facts)


def undecided(check: str, code: str, who: Who | None = None, /, **facts: str | int) -> Line:
    """Nobody can tell: it would have to be tried, or somebody has to look."""
    return Line(check, State.OPEN, code, who, facts)
