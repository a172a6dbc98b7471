"""Two people may not be a tandem in both directions at once: someone with both roles has different
partners in them.

An assignment knows nothing of this, so it is solved without it first. If two people got each other,
one of the two directions is barred, each in its turn, and the better of the proven answers counts
(branch and bound). With the rule *hierarchy* on, two people can never want each other in both
directions, and none of this happens.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import replace
from itertools import count

import numpy as np

from mentoring.domain.matching.optimum import optimum
from mentoring.domain.matching.problem import Optimum, Problem
from mentoring.domain.matching.sides import Ints

Both = Mapping[int, int]
"""The row of everybody who has both roles, by the person's column."""


def optimum_of_people(problem: Problem, both: Both, known: Ints | None = None) -> Optimum:
    """The best assignment in which no two people are each other's mentor; parameters as for
    ``optimum``.

    Raises:
        NotProven: the answer could not be proven (a fault of the program, never of the input).
    """
    first = optimum(problem, known)
    number = count()
    # The best answer comes first, and of equal ones the one that bars most: it is nearest to being
    # allowed.
    waiting = [(_first_the_best(first), 0, next(number), problem, first)]
    while True:
        _, barred, _, here, answer = heapq.heappop(waiting)
        conflict = in_both_directions(answer, both, problem)
        if conflict is None:
            return replace(answer, unbarred=barred == 0)
        for key in conflict:
            stricter = replace(here, barred=np.append(here.barred, key))
            found = optimum(stricter, answer.known)
            heapq.heappush(
                waiting, (_first_the_best(found), barred - 1, next(number), stricter, found)
            )


def _first_the_best(answer: Optimum) -> tuple[int, int]:
    """The tandems, and then the worth, as what sorts first.

    The worth alone would not do: within one assignment one more tandem never costs anybody their
    place, but between two of them several cycles waited could outweigh it.
    """
    return -answer.tandems, -answer.worth


def in_both_directions(answer: Optimum, both: Both, problem: Problem) -> tuple[int, int] | None:
    """The keys of two pairs in which two people are each other's mentor; None if there are none."""
    width = problem.scores.shape[1]
    for column, row in both.items():
        partner = int(answer.mentor_of[row])
        if partner in both and answer.mentor_of[both[partner]] == column:
            return row * width + partner, both[partner] * width + column
    return None
