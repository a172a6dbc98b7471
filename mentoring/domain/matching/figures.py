"""Figures about a whole result: how scores are spread, which tandem is weakest, and how many
stay without a tandem, in groups.

A group smaller than the programme's smallest reportable group is never shown by itself. Such groups
are put together, with the next larger one if need be, so that nobody can find them by subtraction
either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from mentoring.domain.matching.candidates import Candidate, Pair
from mentoring.domain.matching.results import MatchingResult
from mentoring.domain.people import Role

Field = Literal["role", "department", "location"]
FIELDS: tuple[Field, ...] = get_args(Field)
BARS = 10
ROUND = 10


@dataclass(frozen=True)
class Bar:
    """How many tandems have a score from ``low`` to ``high``, both included."""

    low: int
    high: int
    tandems: int


@dataclass(frozen=True)
class Share:
    """How many people of a group stay without a tandem.

    ``group`` is empty for small groups put together.
    """

    field: Field
    group: str
    people: int
    without: int


@dataclass(frozen=True)
class Weakest:
    """The tandem with the lowest score."""

    mentee: str
    mentor: str
    score: int


@dataclass(frozen=True)
class Figures:
    """Figures of one result.

    ``dropped``: how many of the owners' decisions could not be kept any more. ``whole_scores``: an
    earlier version computed them, with what owners may not read.
    """

    scores: tuple[Bar, ...] = ()
    weakest: Weakest | None = None
    shares: tuple[Share, ...] = ()
    dropped: int = 0
    whole_scores: bool = False


def figures(
    result: MatchingResult, candidates: Iterable[Candidate], smallest_group: int
) -> Figures:
    """The figures of a result among these candidates.

    Somebody with two roles counts once in each.
    """
    left = {(one.id, one.role) for one in result.unmatched}
    everybody = tuple(candidates)
    return Figures(
        scores=_bars([tandem.score for tandem in result.tandems]),
        weakest=_weakest(result),
        shares=tuple(
            share for field in FIELDS for share in _shares(field, everybody, left, smallest_group)
        ),
    )


def spread_of(scored: Sequence[tuple[Pair, int]]) -> Figures:
    """How the scores of these pairs are spread, and which is the weakest."""
    pair, lowest = min(scored, key=lambda each: each[1], default=(None, 0))
    weakest = Weakest(pair.mentee, pair.mentor, lowest) if pair else None
    return Figures(scores=_bars([score for _, score in scored]), weakest=weakest)


def _weakest(result: MatchingResult) -> Weakest | None:
    found = min(result.tandems, key=lambda tandem: tandem.score, default=None)
    return Weakest(found.mentee, found.mentor, found.score) if found else None


def _bars(scores: Sequence[int]) -> tuple[Bar, ...]:
    """At most ``BARS`` bars of equal width, a multiple of ``ROUND``."""
    if not scores:
        return ()
    low = min(scores) // ROUND * ROUND
    width = ((max(scores) - low) // (BARS * ROUND) + 1) * ROUND
    count = Counter((score - low) // width for score in scores)
    return tuple(
        Bar(low + n * width, low + (n + 1) * width - 1, count[n]) for n in range(max(count) + 1)
    )


def _shares(
    field: Field, everybody: Sequence[Candidate], left: set[tuple[str, Role]], smallest_group: int
) -> list[Share]:
    people = Counter(str(getattr(person, field)) for person in everybody)
    without = Counter(
        str(getattr(person, field)) for person in everybody if (person.id, person.role) in left
    )
    small = _small(people, smallest_group)
    shown = [
        Share(field, group, people[group], without[group])
        for group in sorted(people)
        if group not in small
    ]
    together = Share(
        field, "", sum(people[group] for group in small), sum(without[group] for group in small)
    )
    return [*shown, together] if together.people >= smallest_group else shown


def _small(people: Mapping[str, int], smallest_group: int) -> set[str]:
    """The groups that are put together: those that are too small, unnamed ones, and then the next
    larger ones until together they are large enough.
    """
    small = {group for group, number in people.items() if number < smallest_group or not group}
    for group in sorted(people, key=lambda name: (people[name], name)):
        if small and sum(people[name] for name in small) < smallest_group:
            small.add(group)
    return small
