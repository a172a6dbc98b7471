"""Solving again after one small change: one alternating path instead of a whole assignment.

When a mentee or a place drops out of a proven assignment, or two are parted, at most one mentee and
one place are left without their partner. The best new assignment differs from the old one by the
cheapest path between them: one gets another place, its mentee the next, and so on. The path runs
through the *pool* where somebody is left alone, or a place is left free. Its cost is the sum of the
reduced costs (prices minus worth), so Dijkstra's algorithm finds it; of paths with equal cost it
takes the one on which the fewest people change partners.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from mentoring.domain.matching.optimum import proof
from mentoring.domain.matching.problem import NOBODY, Optimum, Potentials, Problem
from mentoring.domain.matching.sides import Bools, Ints

NEVER = np.iinfo(np.int64).max
ROWS_AT_ONCE = 256


def without_pair(problem: Problem, old: Optimum, row: int) -> Optimum:
    """The optimum after the pair that this row of the problem is in has become impossible; all else
    is as before.
    """
    place_of, place = old.place_of.copy(), int(old.place_of[row])
    place_of[row] = NOBODY
    search = _Search(problem, old.prices, place_of, start=row)
    return proof(problem, search.walk(place), old.known)


def without_row_and_place(problem: Problem, old: Optimum, row: int, place: int) -> Optimum:
    """The optimum after a row and a place have been settled with each other and left the problem.

    ``row`` and ``place`` count in the old problem, ``problem`` is the one without them.
    """
    place_of = np.delete(old.place_of, row)
    displaced = np.flatnonzero(place_of == place)
    place_of[displaced] = NOBODY
    place_of[place_of > place] -= 1
    freed = int(old.place_of[row])
    prices = Potentials(np.delete(old.prices.of_row, row), np.delete(old.prices.of_place, place))
    search = _Search(problem, prices, place_of, start=int(displaced[0]) if len(displaced) else None)
    target = search.pool if freed in (place, NOBODY) else freed - (freed > place)
    return proof(problem, search.walk(target), old.known)


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
        """The assignment after the cheapest path from the start (a row, or the pool) to the
        target.
        """
        if self.start is None:
            self.distance[self.pool] = 0
        else:
            self._leave_rows(np.array([self.start]), 0)
        while not self.settled[target]:
            nearest = int(self.distance[~self.settled].min())
            self._settle(np.flatnonzero(~self.settled & (self.distance == nearest)), nearest)
        return self._changed(target)

    def _settle(self, nodes: Ints, distance: int) -> None:
        """Go on from these nodes, which are reached at this distance."""
        self.settled[nodes] = True
        places = nodes[nodes != self.pool]
        free = places[self.row_at[places] == NOBODY]
        if len(free) and distance < self.distance[self.pool]:
            self._reach(np.array([self.pool]), distance, NOBODY, free[0])
        self._leave_rows(self.row_at[places[self.row_at[places] != NOBODY]], distance)
        if self.pool in nodes:
            self._leave_pool(distance)

    def _leave_pool(self, distance: int) -> None:
        """A place may be left free instead of another, and somebody who is alone may be served
        instead of another.
        """
        costs = distance + self.prices.of_place * self.step
        better = np.flatnonzero(costs < self.distance[: self.pool])
        self._reach(better, costs[better], NOBODY, self.pool)
        alone = np.flatnonzero(self.place_of == NOBODY)
        self._leave_rows(alone[alone != (NOBODY if self.start is None else self.start)], distance)

    def _leave_rows(self, rows: Ints, distance: int) -> None:
        """These rows lose their place and may get any other, or none."""
        for some in np.split(rows, range(ROWS_AT_ONCE, len(rows), ROWS_AT_ONCE)):
            if len(some):
                self._offer_places(some, distance)
                alone = some[self.prices.of_row[some].argmin()]
                cost = distance + self.prices.of_row[alone] * self.step + 1
                if cost < self.distance[self.pool]:
                    self._reach(np.array([self.pool]), cost, alone, NOBODY)

    def _offer_places(self, rows: Ints, distance: int) -> None:
        worth = self.problem.worth_of_places(rows)
        missing = self.prices.of_row[rows][:, None] + self.prices.of_place - worth
        own = np.append(self.problem.place_mentor, NOBODY)[self.place_of[rows]]
        costs = distance + missing * self.step + (own[:, None] != self.problem.place_mentor)
        costs[worth < 0] = NEVER
        best = costs.argmin(axis=0)
        cost = costs[best, np.arange(self.pool)]
        better = np.flatnonzero(cost < self.distance[: self.pool])
        self._reach(better, cost[better], rows[best[better]], NOBODY)

    def _reach(self, nodes: Ints, distance: Ints | int, row: Ints | int, node: int) -> None:
        self.distance[nodes], self.from_row[nodes], self.from_node[nodes] = distance, row, node

    def _changed(self, target: int) -> Ints:
        """The assignment after everybody on the path to the target has moved."""
        place_of, node = self.place_of.copy(), target
        while True:
            row = int(self.from_row[node])
            if row == NOBODY:
                if self.from_node[node] == NOBODY:
                    return place_of
                node = int(self.from_node[node])
                continue
            place_of[row] = NOBODY if node == self.pool else node
            if row == self.start:
                return place_of
            node = self.pool if self.place_of[row] == NOBODY else int(self.place_of[row])
