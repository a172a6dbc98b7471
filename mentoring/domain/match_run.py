"""A matching run before the owners: its state, what they tried out on it, and what they decided.

running ──► proposed ──(a decision: computed anew)──► running ──► proposed ──► replaced by the next run
   └──► failed
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class RunState(StrEnum):
    """A matching run: computed in the background, then before the owners."""

    RUNNING = "running"
    PROPOSED = "proposed"
    REPLACED = "replaced"
    FAILED = "failed"


@dataclass(frozen=True)
class MatchRun:
    """One run of the matching and what it left over (id, role, why as code with facts, cycles waited).

    ``version`` counts how often it was computed; ``settings`` are the matching settings of the last time, ``figures`` its
    figures in groups, ``record`` the run for an auditor (compressed, base64). ``preview`` is what an owner tries out: the
    decision and the difference it would make; empty if nothing is. ``automatic``: nobody asked; somebody joined late or a
    place became free.
    """

    id: str
    started_by: str
    started_at: datetime
    state: RunState = RunState.RUNNING
    tandems: int = 0
    total_score: int = 0
    unmatched: list[dict[str, Any]] = field(default_factory=list)
    version: int = 1
    automatic: bool = False
    settings: dict[str, Any] = field(default_factory=dict)
    figures: dict[str, Any] = field(default_factory=dict)
    preview: dict[str, Any] = field(default_factory=dict)
    record: str = ""
    cycle_id: str = ""


class DecisionKind(StrEnum):
    """What owners may decide about a matching."""

    LOCK = "lock"
    FORBID = "forbid"
    SETTINGS = "settings"


@dataclass(frozen=True)
class OwnerDecision:
    """A decision of an owner, kept with who and when; an undone one stays as a record.

    A lock may carry the written reason for which open rules are broken (*pairing by hand*). ``settings`` are the matching
    settings in full.
    """

    id: str
    kind: DecisionKind
    by: str
    at: datetime
    mentee_id: str = ""
    mentor_id: str = ""
    reason: str = ""
    settings: dict[str, Any] = field(default_factory=dict)
    undone_by: str = ""
    cycle_id: str = ""
