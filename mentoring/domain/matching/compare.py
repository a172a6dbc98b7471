"""Two answers side by side: what a decision costs, or what other weights would change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from mentoring.domain.matching.candidates import Pair
from mentoring.domain.matching.figures import Figures
from mentoring.domain.people import Role

Somebody = tuple[str, Role]
"""An id and the role in which it is meant."""


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
    """After minus before: mentees with a mentor (``tandems``) and total score; and everybody whose
    partners change, by id and role.
    """

    tandems: int
    total_score: int
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class BeforeAfter:
    """A number in each of the two answers."""

    before: int
    after: int


@dataclass(frozen=True)
class WhatIf:
    """What something tried out would change, in numbers and for whom.

    ``served`` is the difference of mentees with a mentor; ``left_over`` and ``figures`` are those
    of the answer tried out. ``total_score`` is None where the two cannot be compared, or must not
    be. With other settings both are valued by these, ``figures_before`` too.
    """

    tandems: BeforeAfter
    total_score: BeforeAfter | None
    served: int
    changes: tuple[Change, ...]
    left_over: int
    figures: Figures
    figures_before: Figures | None = None


def difference(before: Answer, after: Answer) -> Difference:
    """What ``after`` changes against ``before``."""
    old, new = set(before.pairs), set(after.pairs)
    people = sorted({person for pair in old ^ new for person in _people(pair)})
    partners_before, partners_after = _partners(old, people), _partners(new, people)
    return Difference(
        tandems=_served(new) - _served(old),
        total_score=after.total_score - before.total_score,
        changes=tuple(
            Change(*person, partners_before[person], partners_after[person]) for person in people
        ),
    )


def _served(pairs: set[Pair]) -> int:
    return len({pair.mentee for pair in pairs})


def _people(pair: Pair) -> tuple[Somebody, Somebody]:
    return (pair.mentee, Role.MENTEE), (pair.mentor, Role.MENTOR)


def _partners(pairs: set[Pair], people: Iterable[Somebody]) -> dict[Somebody, tuple[str, ...]]:
    """The partners of these people, sorted."""
    found: dict[Somebody, tuple[str, ...]] = dict.fromkeys(people, ())
    for pair in sorted(pairs):
        mentee, mentor = _people(pair)
        if mentee in found:
            found[mentee] = (*found[mentee], pair.mentor)
        if mentor in found:
            found[mentor] = (*found[mentor], pair.mentee)
    return found
