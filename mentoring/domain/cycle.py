"""A programme as it is registered, the versions of its settings, and its cycles.

preparing ──► enrolling ──► matching ──► running ──► closing ──► closed

A rolling cycle never leaves *running*: it has no end itself, but each of its tandems has one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.domain.programme import Programme

ENOUGH_OWNERS = 2
"""With fewer nobody decides while one is on leave."""


@dataclass(frozen=True)
class RegisteredProgramme:
    """The programme of one owners' team: which settings count, and which of its cycles runs.

    ``id`` is short (``p1``), because it begins the ids of all that belongs to it. ``team_id`` is
    the owners' team in the directory. ``version`` is the number of the settings in force, 0 before
    there are any. ``channel`` and ``service_url`` say where the bot writes to the owners unasked;
    they are empty until somebody has spoken to it there. ``teams`` are the participants' teams that
    were opened, ``owners`` the ids of the owners' team's members, as Teams last told.
    """

    id: str
    team_id: str
    cycle_id: str
    version: int = 0
    channel: str = ""
    service_url: str = ""
    teams: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    shut_off: tuple[str, ...] = ()
    alone_since: datetime | None = None

    @property
    def able(self) -> tuple[str, ...]:
        """The owners who can decide something."""
        return tuple(each for each in self.owners if each not in self.shut_off)

    @property
    def hangs_on_one(self) -> bool:
        """Whether owners are known, and at most one of them can decide something."""
        return bool(self.owners) and len(self.able) < ENOUGH_OWNERS


class Source(StrEnum):
    """Where a version of the settings comes from."""

    FILE = "file"
    CARD = "card"
    UNDO = "undo"


@dataclass(frozen=True)
class SettingsVersion:
    """The settings of a programme from ``at`` on, until the next version.

    ``by`` is the owner who set them, empty for a file. Versions are never changed, so a
    programme's id and a version's number always mean the same settings.
    """

    id: str
    programme_id: str
    number: int
    by: str
    at: datetime
    source: Source
    settings: Programme


def version_id(programme_id: str, number: int) -> str:
    """The id of a version of a programme's settings."""
    return f"{programme_id}:{number:05d}"


class CycleState(StrEnum):
    """How far a cycle has come; owners' acts move it, and only forwards."""

    PREPARING = "preparing"
    ENROLLING = "enrolling"
    MATCHING = "matching"
    RUNNING = "running"
    CLOSING = "closing"
    CLOSED = "closed"


class CycleKind(StrEnum):
    """Whether all tandems end together (``fixed``) or people are matched as they come."""

    FIXED = "fixed"
    ROLLING = "rolling"


@dataclass(frozen=True)
class Cycle:
    """One run of a programme, from the enrolment to the closing.

    ``enrolment_end`` is the last day on which one may enrol (by each one's own clock), if there
    is one. ``tried_by`` is the owner for whom a try (a trial run) is played out, empty for a real
    cycle; a try writes nothing outside. ``tried_in`` is the voice in which it speaks, empty for the
    programme's.
    """

    id: str
    programme_id: str
    number: int
    began_at: datetime
    kind: CycleKind = CycleKind.FIXED
    state: CycleState = CycleState.PREPARING
    enrolment_end: date | None = None
    closed_at: datetime | None = None
    tried_by: str = ""
    tried_in: str = ""

    @property
    def is_over(self) -> bool:
        """Whether it is being closed or has been."""
        return self.state in {CycleState.CLOSING, CycleState.CLOSED}


ORDER = tuple(CycleState)


def advanced(cycle: Cycle, state: CycleState) -> CycleState:
    """The cycle's state after something that belongs to ``state``: it never goes back."""
    return max(cycle.state, state, key=ORDER.index)


def is_try(cycle_id: str) -> bool:
    """Whether the id is that of a try: then nothing outside is written."""
    return re.fullmatch(r"p\d+t\d+", cycle_id) is not None


def names_try(text: str) -> bool:
    """Whether the id of a try stands in an id, so that what bears it belongs to one."""
    return any(is_try(part) for part in re.split(r"[.:|]", text))


def cycle_id(programme_id: str, number: int, *, trial: bool = False) -> str:
    """The id of a programme's cycle (``p1c2``), or of a try (``p1t2``)."""
    return f"{programme_id}{'t' if trial else 'c'}{number}"
