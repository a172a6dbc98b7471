"""A matching run before the owners: its state, what they tried out on it, and what they decided.

running ──► proposed ──(a decision: computed anew)──► running
   │           └──► replaced by the next run
   └──► failed
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mentoring.domain.matching.compare import WhatIf
from mentoring.domain.matching.figures import Figures
from mentoring.domain.matching.results import Unmatched
from mentoring.domain.matching.settings import MatchingSettings, SettingChange


class RunState(StrEnum):
    """A matching run: computed in the background, then put before the owners."""

    RUNNING = "running"
    PROPOSED = "proposed"
    REPLACED = "replaced"
    FAILED = "failed"


class DecisionKind(StrEnum):
    """What owners may decide about a matching."""

    LOCK = "lock"
    FORBID = "forbid"
    SETTINGS = "settings"


@dataclass(frozen=True)
class Tried:
    """A decision that an owner tries out: about a pair, or other ``settings``, in full.

    ``changed`` lists the settings that differ from those in force, ``broken`` the open rules that a
    lock breaks.
    """

    kind: DecisionKind
    mentee: str = ""
    mentor: str = ""
    reason: str = ""
    settings: MatchingSettings | None = None
    changed: tuple[SettingChange, ...] = ()
    broken: tuple[str, ...] = ()


def concerned(tried: Tried, now: MatchingSettings) -> frozenset[str]:
    """Whom a decision is about: its pair, and whose entries its settings have but not those of
    ``now``, or the other way round.
    """
    told = _entries(now) ^ _entries(tried.settings) if tried.settings else set()
    people = {person for _, together, _ in told for person in together}
    return frozenset({tried.mentee, tried.mentor, *people} - {""})


def _entries(settings: MatchingSettings) -> set[tuple[str, tuple[str, ...], int]]:
    """What settings say of people: in which table, of whom, and for a level which."""
    return {
        *(("pair", pair, 0) for pair in settings.blocked_pairs),
        *(("apart", group.people, 0) for group in settings.exclusion_groups),
        *(("targets", group.people, 0) for group in settings.kpi_groups),
        *(("level", (each.person,), each.level) for each in settings.levels),
    }


@dataclass(frozen=True)
class Preview:
    """What is tried out on a run, and what it would change; None while that is computed.

    ``token`` tells which preview an owner has seen. ``refused`` is the code of the refusal if it
    has turned out to be impossible, ``facts`` what its sentence needs.
    """

    tried: Tried
    difference: WhatIf | None
    token: str
    refused: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class MatchRun:
    """One run of the matching and whom it left over.

    ``version`` counts how often it was computed; ``settings`` are the matching settings of the
    latest computation, ``figures`` its figures in groups, ``record`` the run for an auditor
    (compressed, base64). ``preview`` is what an owner tries out, if anything. ``automatic``: no
    owner asked for it; somebody joined late or a place became free.
    """

    id: str
    started_by: str
    started_at: datetime
    state: RunState = RunState.RUNNING
    tandems: int = 0
    total_score: int = 0
    unmatched: tuple[Unmatched, ...] = ()
    version: int = 1
    automatic: bool = False
    settings: MatchingSettings = field(default_factory=MatchingSettings)
    figures: Figures = field(default_factory=Figures)
    preview: Preview | None = None
    record: str = ""
    cycle_id: str = ""


@dataclass(frozen=True)
class OwnerDecision:
    """A decision of an owner, kept with who and when; an undone one stays as a record.

    A lock may carry the written reason for which open rules are broken (*pairing by hand*).
    ``settings`` are the matching settings in full.
    """

    id: str
    kind: DecisionKind
    by: str
    at: datetime
    mentee_id: str = ""
    mentor_id: str = ""
    reason: str = ""
    settings: MatchingSettings | None = None
    undone_by: str = ""
    cycle_id: str = ""
