"""The matching, run where it holds nobody up, and what goes into it and comes back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.compare import WhatIf
from mentoring.domain.matching.decisions import Decision
from mentoring.domain.matching.figures import Figures
from mentoring.domain.matching.results import MatchingResult
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.measurement.change import Change, Estimate, Sums
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme


@dataclass(frozen=True)
class Inputs:
    """Everything that one matching starts from, as it can be sent to another process.

    ``standing`` are the tandems and offers that exist, and also the released ones of which owners
    must not learn before the round ends: otherwise the same people would be proposed again, which
    would tell who said no.
    """

    candidates: tuple[Candidate, ...]
    settings: MatchingSettings
    decisions: tuple[Decision, ...]
    not_again: tuple[Pair, ...]
    standing: tuple[Pair, ...]

    def free(self, role: Role) -> list[Candidate]:
        """Those of a role who have a place left."""
        taken = Counter(
            pair.mentor if role is Role.MENTOR else pair.mentee for pair in self.standing
        )
        return [one for one in self.candidates if one.role is role and taken[one.id] < one.capacity]


@dataclass(frozen=True)
class Solved:
    """A run's answer, its figures in groups, and its record for an auditor."""

    result: MatchingResult
    figures: Figures
    record: str


@dataclass(frozen=True)
class Shown:
    """The proposals that an owner has before them: what another answer is compared with."""

    pairs: tuple[Pair, ...]
    total_score: int


class Matcher(Protocol):
    """The matching in a process of its own, where it does not hold up the conversation."""

    async def solve(self, found: Inputs, programme: Programme) -> Solved:
        """The best tandems, with the owners' decisions kept as far as they are still possible."""
        ...

    async def what_if(
        self, found: Inputs, shown: Shown, programme: Programme, change: Decision | MatchingSettings
    ) -> WhatIf:
        """What a decision, or other settings, would change against the proposals shown.

        Raises:
            Refusal: the decision is impossible; see ``mentoring/domain/matching/locks.py``.
        """
        ...

    async def changes(self, found: Sequence[Sums]) -> list[Change]:
        """The change that follows from each of the sums, in order; what reckons it is as large."""
        ...

    async def differences(self, found: Sequence[tuple[Sums, Sums]]) -> list[Estimate]:
        """By how much more the first of each two groups has changed than the second, in order."""
        ...

    def warm(self) -> None:
        """Get ready, without waiting for it: somebody may soon try something out."""
        ...
