"""A few promising partners for everybody, so that the solver need not look at all pairs; what is missing is found later."""

from __future__ import annotations

import numpy as np

from mentoring.domain.matching.problem import Problem, union
from mentoring.domain.matching.sides import Ints

BEST = 20
SPREAD = 20
ROWS_AT_ONCE = 64


def shortlist(problem: Problem) -> Ints:
    """Sorted keys of each mentee's best partners, and of some others spread evenly over all mentors.

    The spread ones make sure that popular mentors do not leave most people without any partner at first.
    """
    return union(_best(problem), _spread(problem), _seen(problem))


def start_from(problem: Problem, known: Ints) -> Ints:
    """Sorted keys of pairs that mattered for a similar problem, and of those that owners have seen."""
    mine = known[np.isin(known // max(problem.scores.shape[1], 1), problem.rows)]
    return union(possible(problem, mine), _seen(problem))


def possible(problem: Problem, keys: Ints) -> Ints:
    """Those of the pairs that no rule excludes and nobody has barred."""
    allowed = keys[problem.scores.ravel()[keys] >= 0]
    return allowed[~np.isin(allowed, problem.barred)]


def _best(problem: Problem) -> Ints:
    """Each mentee's best partners. Between equal scores neighbours prefer different mentors."""
    width = problem.scores.shape[1]
    count = min(BEST, width)
    if not count:
        return np.empty(0, dtype=np.int64)
    found = [np.empty(0, dtype=np.int64)]
    later = width - 1 - np.arange(width)
    for start in range(0, len(problem.rows), ROWS_AT_ONCE):
        rows = problem.rows[start : start + ROWS_AT_ONCE]
        turn = start * width // len(problem.rows)
        order = np.roll(problem.scores[rows], -turn, axis=1) * np.int64(width) + later
        columns = (np.argpartition(order, width - count, axis=1)[:, width - count :] + turn) % width
        found.append((rows[:, None] * width + columns).ravel())
    return possible(problem, np.concatenate(found))


def _spread(problem: Problem) -> Ints:
    width = problem.scores.shape[1]
    steps = np.arange(min(SPREAD, width)) * max(width // SPREAD, 1)
    own = np.arange(len(problem.rows)) * width // max(len(problem.rows), 1)
    columns = (own[:, None] + steps) % max(width, 1)
    return possible(problem, (problem.rows[:, None] * width + columns).ravel())


def _seen(problem: Problem) -> Ints:
    rows = problem.rows[problem.seen[problem.rows] >= 0]
    return possible(problem, rows * problem.scores.shape[1] + problem.seen[rows])
