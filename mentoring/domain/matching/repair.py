"""Solving again after one small change: one alternating path instead of a whole assignment.

When a mentee or a place drops out of a proven assignment, or two are parted, at most one mentee and one place are left
without their partner. The best new assignment differs from the old one by the cheapest path between them: one gets another
place, its mentee the next, and so on. The path runs through the *pool* where somebody is left alone, or a place is left
free. Its cost are the reduced costs (prices minus worth), so Dijkstra's algorithm finds it; of paths with equal cost it
takes the one on which the fewest people change partners.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from mentoring.domain.matching.problem import NOBODY, Potentials, Problem
from mentoring.domain.matching.sides import Bools, Ints

NEVER = np.iinfo(np.int64).max
ROWS_AT_ONCE = 256


def repaired(problem: Problem, prices: Potentials, place_of: Ints, row: int | None, place: int | None) -> Ints:
    """The best assignment when only ``row`` and ``place`` (or neither of a kind) have lost their partner.

    ``place_of`` is the assignment without them, ``prices`` are its old prices. ``place`` keeps its price although nobody
    has it now, and so does ``row``; for all others the prices prove the assignment.
    """
    search = _Search(problem, prices, place_of, start=row)
    return search.walk(search.pool if place is None else place)


@dataclass
class _Search:
    """Dijkstra's algorithm over places and, as the last node, the pool."""

    problem: Problem
    prices: Potentials
    place_of: Ints
    start: int | None
    distance: Ints = field(init=False)
    from_row: Ints = field(init=False)
    from_node: Ints = field(init=False)
    settled: Bools = field(init=False)

    def __post_init__(self) -> None:
        places = len(self.problem.place_mentor)
        self.pool = places
        self.step = len(self.problem.rows) + 2
        self.row_at = np.full(places, NOBODY)
        self.row_at[self.place_of[self.place_of >= 0]] = np.flatnonzero(self.place_of >= 0)
        self.distance = np.full(places + 1, NEVER)
        self.from_row, self.from_node = np.full(places + 1, NOBODY), np.full(places + 1, NOBODY)
        self.settled = np.zeros(places + 1, dtype=bool)

    def walk(self, target: int) -> Ints:
        """The assignment after the cheapest path from the start (a row, or the pool) to the target."""
        if self.start is None:
            self.distance[self.pool] = 0
        else:
            self._leave_rows(np.array([self.start]), 0)
        while not self.settled[target]:
            nearest = int(self.distance[~self.settled].min())
            self._settle(np.flatnonzero(~self.settled & (self.distance == nearest)), nearest)
        return self._changed(target)
