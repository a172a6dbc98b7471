"""What the search answers: a series with its sessions, or proposals to choose from, and why it is
so.

The domain speaks no language: an explanation is a code with facts; the words are
``scheduling-<code>``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Annotated, Literal

from pydantic import PlainSerializer, PlainValidator

from mentoring.domain.people import Role
from mentoring.domain.scheduling.recurrence import Pattern

Fact = str | int | time | datetime
State = Literal["kept", "moved", "cancelled", "open", "by_hand"]
Whose = Literal["mentor", "mentee", "both"]


def _with_kind(fact: Fact) -> tuple[str, str | int]:
    if isinstance(fact, datetime):
        return "at", fact.isoformat()
    return ("clock", fact.isoformat()) if isinstance(fact, time) else ("plain", fact)


def _of_kind(kept: tuple[str, str | int]) -> Fact:
    kind, fact = kept
    if kind == "plain":
        return fact
    return (datetime if kind == "at" else time).fromisoformat(str(fact))


def _as_json(facts: Mapping[str, Fact]) -> dict[str, tuple[str, str | int]]:
    """Each with its kind: in JSON a moment, a time of day and a text would look alike."""
    return {name: _with_kind(fact) for name, fact in facts.items()}


def _from_json(kept: Mapping[str, tuple[str, str | int]]) -> Mapping[str, Fact]:
    return {name: _of_kind(each) for name, each in kept.items()}


Facts = Annotated[Mapping[str, Fact], PlainValidator(_from_json), PlainSerializer(_as_json)]


@dataclass(frozen=True)
class Explanation:
    """Why something is as it is.

    ``told_to`` says who may read it: what concerns one person's calendar only is theirs.

    Facts: aware datetimes (UTC) are moments, times are the organizer's wall clock. The fact ``who``
    names a role or ``both``; it never comes with what fills that person's calendar.
    """

    code: str
    facts: Facts = field(default_factory=dict)
    told_to: Whose = "both"

    @property
    def at(self) -> datetime | None:
        """The time that it is about, where it is about one (UTC)."""
        return self._moment("at")

    @property
    def to(self) -> datetime | None:
        """The time to which that one has been moved (UTC)."""
        return self._moment("to")

    def _moment(self, name: str) -> datetime | None:
        found = self.facts.get(name)
        return found if isinstance(found, datetime) else None

    def is_for(self, reader: Role) -> bool:
        """Whether this reader may see it."""
        return self.told_to in {"both", reader.value}

    def facts_for(self, reader: Role) -> dict[str, Fact]:
        """The facts as this reader is told them: ``who`` becomes ``you``, ``other`` or stays
        ``both``.
        """
        facts = dict(self.facts)
        if facts.get("who", "both") != "both":
            facts["who"] = "you" if facts["who"] == reader.value else "other"
        return facts


@dataclass(frozen=True, order=True)
class Slot:
    """A session's time: aware, in UTC."""

    start: datetime
    end: datetime


@dataclass(frozen=True)
class Occurrence:
    """One session of a series.

    ``number`` counts from 1, ``planned`` is where the pattern puts it. ``slot`` is its time: as
    planned if ``kept``, another if ``moved``, none if ``cancelled`` (its day is a holiday or
    closing day, and there is no common slot near) or ``open`` (no slot that is free for both near
    its date). Then ``offer`` is the least bad time, which both may be asked about and which is
    never booked unasked; None if there is none at all.
    """

    number: int
    planned: Slot
    state: State
    slot: Slot | None
    offer: Slot | None = None
    explanations: tuple[Explanation, ...] = ()


@dataclass(frozen=True, order=True)
class Aim:
    """What a series is judged by, the most important first, and less is always better; of equals,
    the earlier series is the better one.

    Sessions without a common free slot, moved sessions, minutes they are moved by in all, tentative
    entries that sessions overlap, wishes (weekday, time of day) of either person that sessions
    miss.
    """

    without_slot: int
    moved: int
    moved_minutes: int
    tentative: int
    wishes_missed: int


@dataclass(frozen=True)
class Series:
    """A pattern with all its sessions, how good it is, and the explanations that concern the
    whole.
    """

    pattern: Pattern
    occurrences: tuple[Occurrence, ...]
    aim: Aim
    explanations: tuple[Explanation, ...] = ()


@dataclass(frozen=True)
class SeriesPlan:
    """The answer for one tandem: ``series`` to be booked, or, if a calendar cannot be read,
    ``proposals`` to choose from.

    Never both. A proposal holds what can be known without the unreadable calendar and promises
    nothing about it.
    """

    series: Series | None
    proposals: tuple[Series, ...] = ()
    explanations: tuple[Explanation, ...] = ()
