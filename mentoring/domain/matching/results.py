"""What the matching answers: proposed tandems with their reasons, and everybody left over with
the reason.

Nothing here is a sentence: a :class:`Reason` is a code with facts, and ``cards/matching/words.py``
gives the words.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from mentoring.domain.matching.candidates import Pair
from mentoring.domain.matching.decisions import Lock
from mentoring.domain.people import Role

Fact = str | int | tuple[str, ...]
CheckState = Literal["passed", "assumed", "waived"]


@dataclass(frozen=True)
class Reason:
    """Why, as a code with facts; ``points`` is what it adds to the score (0 where it explains no
    score).
    """

    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    points: int = 0

    @property
    def topic(self) -> str:
        """The id of the topic that it is about; empty if it is about none."""
        return str(self.facts.get("topic", ""))

    @property
    def rank(self) -> int:
        """The place of that topic among the mentee's wishes, the first being 1; 0 if there is
        none.
        """
        return self._number("rank") or 0

    @property
    def topics(self) -> tuple[str, ...]:
        """The ids of the topics that it is about."""
        return self._named("topics")

    @property
    def count(self) -> int | None:
        """How many people it is about, where that is known."""
        return self._number("count")

    @property
    def rules(self) -> tuple[str, ...]:
        """Which rules exclude, the rule that excludes most first."""
        return tuple(share.partition(":")[0] for share in self._named("rules"))

    @property
    def excluded_by(self) -> tuple[tuple[str, int], ...]:
        """Which rules exclude how many of them, the rule that excludes most first."""
        shares = (share.rpartition(":") for share in self._named("rules"))
        return tuple((rule, int(people)) for rule, _, people in shares)

    def _number(self, fact: str) -> int | None:
        found = self.facts.get(fact)
        return found if isinstance(found, int) else None

    def _named(self, fact: str) -> tuple[str, ...]:
        found = self.facts.get(fact)
        return found if isinstance(found, tuple) else ()


@dataclass(frozen=True)
class Check:
    """A hard rule as it was checked for one tandem.

    ``assumed``: a fact was missing, so the rule did not exclude. ``waived``: owners paired by hand,
    with a written reason.
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

    def of(self, role: Role) -> tuple[Alternative, ...]:
        """Those of this side."""
        return self.for_mentee if role is Role.MENTEE else self.for_mentor

    def without(self, people: Collection[str]) -> Alternatives:
        """The same without these people."""
        sides = (self.for_mentee, self.for_mentor)
        return Alternatives(
            *(tuple(other for other in side if other.id not in people) for side in sides)
        )


@dataclass(frozen=True)
class ProposedTandem:
    """A proposal of the matching.

    ``lock`` is the owners' decision if they settled it; ``trio`` numbers a group of three.
    """

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
    """Somebody without a tandem in this role, and why.

    ``waited`` is the priority they take into the next matching.
    """

    id: str
    role: Role
    why: Reason
    waited: int = 1


@dataclass(frozen=True)
class MatchingResult:
    """The whole answer; tandems are sorted by mentee and mentor, the people left over by role
    (mentees first) and id.
    """

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
        """Everybody left over in the order in which the next matching serves them: who waited
        longest first.
        """
        return tuple(sorted(self.unmatched, key=lambda left: (-left.waited, left.id, left.role)))
