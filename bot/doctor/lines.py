"""What the doctor says: lines, each of what is so, or what is missing and who must do what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from azure.core.exceptions import AzureError

from cards.kit.words import Words
from mentoring.domain.errors import NotAllowed, OutsideError

UNEXPECTED = (OutsideError, AzureError, OSError, LookupError, TypeError, ValueError)
"""How an answer that says nothing shows: refused, away, or none of Graph's (a proxy's own page).

Who catches it gives a line (``unheard``), so that no other line is lost.
"""


class State(StrEnum):
    """How it stands: in order, missing, not examined though it should have been, or open (it would
    take a probe, or somebody has to look).
    """

    OK = "ok"
    MISSING = "missing"
    UNSEEN = "unseen"
    OPEN = "open"


class Part(StrEnum):
    """What of an examination may not come about; the words are ``doctor-check-<part>``."""

    DATABASE = "database"
    CLOCK = "clock"
    KEYS = "keys"
    SIGN_IN = "sign-in"
    PEOPLE = "people"
    PERMISSION = "permission"
    MAILBOX = "mailbox"
    APP = "app"
    APP_ALLOWED = "app-allowed"
    CAPACITY = "capacity"
    TEAMS = "teams"
    CHANNELS = "channels"
    MEETINGS = "meetings"
    ADDRESS = "address"


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
        return words.text(f"doctor-{self.code}", **self._said(words))

    def todo(self, words: Words) -> str:
        """What has to be done; empty if nothing has."""
        return words.text(f"doctor-{self.code}-todo", **self._said(words)) if self.who else ""

    def _said(self, words: Words) -> Mapping[str, str | int]:
        if self.state is not State.UNSEEN:
            return self.facts
        return {**self.facts, "what": words.text(f"doctor-check-{self.check}")}


def fine(check: str, code: str, /, **facts: str | int) -> Line:
    """It is in order."""
    return Line(check, State.OK, code, facts=facts)


def missing(check: str, code: str, who: Who, /, **facts: str | int) -> Line:
    """Something is missing that ``who`` can put right."""
    return Line(check, State.MISSING, code, who, facts)


def undecided(check: str, code: str, who: Who, /, **facts: str | int) -> Line:
    """Nobody can tell yet: it would take a probe, or somebody has to look."""
    return Line(check, State.OPEN, code, who, facts)


def unseen(part: Part, code: str, who: Who, /, **facts: str | int) -> Line:
    """It should have been examined and was not, so that it must not pass for well."""
    return Line(part, State.UNSEEN, code, who, facts)


def unheard(part: Part, error: Exception, name: str = "") -> Line:
    """The line for one of the ``UNEXPECTED``; ``name`` is what it was about, if not all of the
    part.
    """
    if isinstance(error, NotAllowed):
        return unseen(part, "unfinished", Who.ENTRA)
    kind = type(error).__name__
    if name:
        return unseen(part, "away-of", Who.OPERATOR, name=name, error=kind)
    return unseen(part, "away", Who.OPERATOR, error=kind)
