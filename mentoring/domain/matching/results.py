"""What the matching answers: proposed tandems with their reasons, and everybody left over with a why.

Nothing here is a sentence: a :class:`Reason` is a code with facts, and ``cards/matching/words.py`` gives the words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from mentoring.domain.matching.candidates import Pair
from mentoring.domain.matching.decisions import Lock
from mentoring.domain.people import Role

Fact = str | int | tuple[str, ...]
CheckState = Literal["passed", "assumed", "waived"]


@dataclass(frozen=True)
class Reason:
    """Why, as a code with facts; ``points`` is what it adds to the score (0 where it explains no score)."""

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    points: int = 0


@dataclass(frozen=True)
class Check:
    """A hard rule as it was checked for one tandem.

    ``assumed``: a fact was missing, so the rule did not exclude. ``waived``: owners paired by hand, with a written reason.
    """

    rule: str
    state: CheckState


@dataclass(frozen=True)
class Alternative:
    """A next-best partner: allowed by every rule, with the score that the pair would have."""

    id: str
    score: int


@dataclass(frozen=True)
class Alternatives:
    """The next-best partners on each side, the best first."""

    for_mentee: tuple[Alternative, ...] = ()
    for_mentor: tuple[Alternative, ...] = ()


@dataclass(frozen=True)
class ProposedTandem:
    """A proposal of the matching. ``lock`` is the owners' decision if they settled it; ``trio`` numbers a group of three."""

    mentee: str
    mentor: str
    score: int
    reasons: tuple[Reason, ...] = ()
    checks: tuple[Check, ...] = ()
    alternatives: Alternatives = Alternatives()
    lock: Lock | None = None
    trio: int | None = None

    @property
    def pair(self) -> Pair:
        """The two ids."""
        return Pair(self.mentee, self.mentor)


@dataclass(frozen=True)
class Unmatched:
    """Somebody without a tandem in this role, and why. ``waited`` is the priority they take into the next matching."""

    id: str
    role: Role
    why: Reason
    waited: int = 1


@dataclass(frozen=True)
class MatchingResult:
    """The whole answer; tandems are sorted by mentee and mentor, the people left over by role (mentees first) and id."""

    tandems: tuple[ProposedTandem, ...]
    unmatched: tuple[Unmatched, ...]

    @property
    def total_score(self) -> int:
        """The sum of the tandems' scores."""
        return sum(tandem.score for tandem in self.tandems)

    @property
    def served(self) -> int:
        """How many mentees have a mentor."""
        return len({tandem.mentee for tandem in self.tandems})

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs of all tandems."""
        return tuple(tandem.pair for tandem in self.tandems)

    def waiting_list(self) -> tuple[Unmatched, ...]:
        """Everybody left over in the order in which the next matching serves them: who waited longest first."""
        return tuple(sorted(self.unmatched, key=lambda left: (-left.waited, left.id, left.role)))
