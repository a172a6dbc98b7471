"""What the matching proposes, and what owners have decided about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mentoring.domain.matching.decisions import Lock
from mentoring.domain.matching.results import Alternatives, Check, Reason
from mentoring.domain.people import Role


class ProposalState(StrEnum):
    """What owners decided about a proposal."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    DISCARDED = "discarded"


@dataclass(frozen=True)
class Proposal:
    """Two people whom the matching put together, and why. ``trio`` numbers a group of three."""

    id: str
    run_id: str
    mentor_id: str
    mentee_id: str
    score: int
    state: ProposalState = ProposalState.PROPOSED
    reasons: tuple[Reason, ...] = ()
    checks: tuple[Check, ...] = ()
    alternatives: Alternatives = field(default_factory=Alternatives)
    trio: int = 0
    lock: Lock | None = None
    decided_by: str = ""
    decided_at: datetime | None = None
    cycle_id: str = ""

    @property
    def of_mentee(self) -> tuple[Role, str]:
        """The mentee's side: role and person."""
        return Role.MENTEE, self.mentee_id

    @property
    def of_mentor(self) -> tuple[Role, str]:
        """The mentor's side: role and person."""
        return Role.MENTOR, self.mentor_id
