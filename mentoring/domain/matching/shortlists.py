"""A few promising partners for everybody, so that the solver need not look at all pairs; what is
missing is found later.
"""

from __future__ import annotations

import numpy as np

from mentoring.domain.matching.pricing import nearest
from mentoring.domain.matching.problem import Potentials, Problem, union
from mentoring.domain.matching.sides import Ints

SPREAD = 20


def shortlist(problem: Problem) -> Ints:
    """Sorted keys of each mentee's best partners, and of some others spread evenly over all
    mentors.

    The spread ones make sure that popular mentors do not leave most people without any partner at
    first.
    """
    return union(_best(problem), _spread(problem), _seen(problem))


def start_from(problem: Problem, known: Ints) -> Ints:
    """Sorted keys of pairs that mattered for a similar problem, and of those that owners have
    seen.
    """
    mine = known[np.isin(known // max(problem.scores.shape[1], 1), problem.rows)]
    return union(problem.possible(mine), _seen(problem))


def _best(problem: Problem) -> Ints:
    """Each mentee's best partners, and each mentor's: the nearest as long as nothing has a
    price.
    """
    free = Potentials(
        np.zeros(len(problem.rows), dtype=np.int64),
        np.zeros(len(problem.place_mentor), dtype=np.int64),
    )
    return nearest(problem, free)[0]


def _spread(problem: Problem) -> Ints:
    width = problem.scores.shape[1]
    steps = np.arange(min(SPREAD, width)) * max(width // SPREAD, 1)
    own = np.arange(len(problem.rows)) * width // max(len(problem.rows), 1)
    columns = (own[:, None] + steps) % max(width, 1)
    return problem.possible((problem.rows[:, None] * width + columns).ravel())


def _seen(problem: Problem) -> Ints:
    rows = problem.rows[problem.seen[problem.rows] >= 0]
    return problem.possible(rows * problem.scores.shape[1] + problem.seen[rows])
