"""The score: what speaks for a pair, as integer points.

Each term is one function here and one sentence per language (``reason-<code>`` in
``cards/texts/*/matching/matching.ftl``).

Wished topics count by the wish's rank and the mentor's level. All other terms reward that the two
*differ*, or that they like to work in the same way. What is not known neither adds nor takes away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from mentoring.domain.matching.candidates import Candidate
from mentoring.domain.matching.results import Fact, Reason
from mentoring.domain.matching.settings import MatchingSettings, Weights
from mentoring.domain.matching.sides import Pairs

Points = NDArray[np.int32]
Count = Callable[[Pairs, Weights], Points]
Say = Callable[[Candidate, Candidate, Weights, int], Iterator[Reason]]
LEVELS_THAT_COUNT = 3


@dataclass(frozen=True)
class Term:
    """A part of the score: how it counts, and how it is said of one pair that has points for it."""

    name: str
    count: Count
    say: Say


TERMS: dict[str, Term] = {}


@cache
def _plain(name: str, points_of_term: int) -> Reason:
    return Reason(name, points=points_of_term)


def _plainly(name: str) -> Say:
    def say(
        _mentee: Candidate, _mentor: Candidate, _weights: Weights, points_of_term: int
    ) -> Iterator[Reason]:
        yield _plain(name, points_of_term)

    return say


def term(say: Say | None = None) -> Callable[[Count], Count]:
    """Register a term; its name is the function's, and also its reason's code unless ``say`` says
    it in its own way.
    """

    def register(count: Count) -> Count:
        TERMS[count.__name__] = Term(count.__name__, count, say or _plainly(count.__name__))
        return count

    return register


def _say_topics(mentee: Candidate, mentor: Candidate, weights: Weights, _: int) -> Iterator[Reason]:
    for rank, topic in enumerate(mentee.wishes):
        if topic in mentor.teaches:
            level = mentor.teaches[topic]
            facts: dict[str, Fact] = {"topic": topic, "rank": rank + 1, "level": level}
            yield Reason("topic", facts, points=weights.of_rank(rank) * level)


def _say_hierarchy(
    mentee: Candidate, mentor: Candidate, _: Weights, points_of_term: int
) -> Iterator[Reason]:
    yield Reason(
        "hierarchy",
        {"levels": min(mentor.level - mentee.level, LEVELS_THAT_COUNT)},
        points=points_of_term,
    )


@term(_say_topics)
def topics(pairs: Pairs, weights: Weights) -> Points:
    """Wished topics that the mentor teaches: the points of the wish's rank times the level."""
    found = np.zeros(pairs.shape, dtype=np.int32)
    for rank in pairs.ranks():
        found += pairs.wish_level(rank) * np.int32(weights.of_rank(rank))
    return found


@term()
def function(pairs: Pairs, weights: Weights) -> Points:
    """The two work in different functions, as their departments tell."""
    return pairs.differ("department") * np.int32(weights.function)


@term()
def location(pairs: Pairs, weights: Weights) -> Points:
    """The two work at different locations."""
    return pairs.differ("location") * np.int32(weights.location)


@term()
def background(pairs: Pairs, weights: Weights) -> Points:
    """The two come from different professional backgrounds."""
    return pairs.differ("background") * np.int32(weights.background)


@term()
def generation(pairs: Pairs, weights: Weights) -> Points:
    """The two are of different generations, where both have given theirs."""
    return pairs.differ("generation") * np.int32(weights.generation)


@term(_say_hierarchy)
def hierarchy(pairs: Pairs, weights: Weights) -> Points:
    """The more levels lie between the two, the better; beyond three it makes no difference."""
    mentee, mentor = (
        pairs.left(pairs.row_side.numbers["level"]),
        pairs.right(pairs.column_side.numbers["level"]),
    )
    between: Points = np.clip(mentor - mentee, 0, LEVELS_THAT_COUNT)
    return between * np.int32(weights.hierarchy)


@term()
def gender(pairs: Pairs, weights: Weights) -> Points:
    """The two are of different genders, where both have given theirs."""
    return pairs.differ("gender") * np.int32(weights.gender)


@term()
def shared_format(pairs: Pairs, weights: Weights) -> Points:
    """The two like to work in the same form."""
    return (pairs.common("formats") > 0) * np.int32(weights.shared_format)


@term()
def shared_times(pairs: Pairs, weights: Weights) -> Points:
    """The two have times in common at which sessions suit them."""
    return (pairs.common("times") > 0) * np.int32(weights.shared_times)


def points(pairs: Pairs, settings: MatchingSettings) -> Points:
    """The score of each pair, in the shape of the pairs, whatever the rules say."""
    total = np.zeros(pairs.shape, dtype=np.int32)
    for counted in TERMS.values():
        np.add(total, counted.count(pairs, settings.weights), out=total, casting="unsafe")
    return total


def told_points(pairs: Pairs, settings: MatchingSettings) -> Points:
    """The score of each pair as owners read it: nothing counts that people answer for the matching
    alone, and each topic in common counts alike, whichever wish it is and however well the mentor
    teaches it.
    """
    weights = settings.weights.told()
    in_common = sum(pairs.wish_level(rank) > 0 for rank in pairs.ranks())
    total: Points = np.zeros(pairs.shape, dtype=np.int32) + in_common * np.int32(weights.of_a_topic)
    for name, counted in TERMS.items():
        if name != topics.__name__:
            np.add(total, counted.count(pairs, weights), out=total, casting="unsafe")
    return total


def strongest_first(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """The reasons by their points, the highest first; equal ones in the order of the terms."""
    return tuple(sorted(reasons, key=lambda reason: -reason.points))
