"""Two answers side by side: what a decision costs, or what other weights would change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from mentoring.domain.matching.candidates import Pair
from mentoring.domain.people import Role


class Answer(Protocol):
    """Whatever has pairs and a total score: a run, or a result."""

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs of the answer."""
        ...

    @property
    def total_score(self) -> int:
        """The sum of their scores."""
        ...


@dataclass(frozen=True)
class Change:
    """Somebody with other partners than before; an empty tuple means nobody."""

    id: str
    role: Role
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """After minus before: mentees with a mentor, total score; and everybody whose partners change, by id and role."""

    tandems: int
    total_score: int
    changes: tuple[Change, ...]


def difference(before: Answer, after: Answer) -> Difference:
    """What ``after`` changes against ``before``."""
    partners_before, partners_after = _partners(before.pairs), _partners(after.pairs)
    changes = (
        Change(*key, partners_before.get(key, ()), partners_after.get(key, ()))
        for key in sorted({*partners_before, *partners_after})
    )
    return Difference(
        tandems=_served(after) - _served(before),
        total_score=after.total_score - before.total_score,
        changes=tuple(change for change in changes if change.before != change.after),
    )


def _served(answer: Answer) -> int:
    return len({pair.mentee for pair in answer.pairs})


def _partners(pairs: tuple[Pair, ...]) -> dict[tuple[str, Role], tuple[str, ...]]:
    found: dict[tuple[str, Role], tuple[str, ...]] = {}
    for mentee, mentor in sorted(pairs):
        found[mentee, Role.MENTEE] = (*found.get((mentee, Role.MENTEE), ()), mentor)
        found[mentor, Role.MENTOR] = (*found.get((mentor, Role.MENTOR), ()), mentee)
    return found
