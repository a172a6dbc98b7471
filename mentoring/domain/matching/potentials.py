"""Potentials of an assignment: a price for each mentee and each place that proves it to be the
best.

Prices prove an assignment if no pair is worth more than its two prices together, every pair of the
assignment is worth exactly its two prices, and whoever is left over has price 0 (linear programming
duality). SciPy's solver does not give them; they follow from the assignment as longest paths in its
residual graph.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mentoring.domain.matching.problem import NOBODY, NotProven, Potentials, Problem
from mentoring.domain.matching.sides import Ints

ROWS_AT_ONCE = 256


@dataclass(frozen=True)
class Edges:
    """Pairs of a mentee (a row among those to be assigned) and a place, with their worth, sorted by
    row.
    """

    row: Ints
    place: Ints
    worth: Ints


def potentials(edges: Edges, rows: int, places: int, place_of: Ints) -> Potentials:
    """The lowest prices of the places that prove the assignment ``place_of`` (one place per row, or
    ``NOBODY``).

    Raises:
        NotProven: the assignment is not the best among these edges.
    """
    start = np.searchsorted(edges.row, np.arange(rows + 1))
    own = _own_worth(edges, rows, place_of)
    row_of = np.full(places, NOBODY)
    row_of[place_of[place_of >= 0]] = np.flatnonzero(place_of >= 0)
    price, left = np.zeros(places, dtype=np.int64), own.copy()
    changed = np.arange(rows)
    while len(changed):
        reach = _edges_of(changed, start)
        wanted = edges.worth[reach] - left[edges.row[reach]]
        higher = wanted > price[edges.place[reach]]
        raised = edges.place[reach][higher]
        np.maximum.at(price, raised, wanted[higher])
        changed = row_of[_distinct(raised, places)]
        _refuse_gain(changed)
        left[changed] = own[changed] - price[place_of[changed]]
        _refuse_gain(left[changed])
    return Potentials(left, price)


def highest_potentials(edges: Edges, rows: int, places: int, place_of: Ints) -> Potentials:
    """As :func:`potentials`, but the highest prices of the places, which go with the lowest of the
    rows.

    Raises:
        NotProven: the assignment is not the best among these edges.
    """
    row_of = np.full(places, NOBODY)
    row_of[place_of[place_of >= 0]] = np.flatnonzero(place_of >= 0)
    order = np.argsort(edges.place, kind="stable")
    turned = potentials(
        Edges(edges.place[order], edges.row[order], edges.worth[order]), places, rows, row_of
    )
    return Potentials(turned.of_place, turned.of_row)


def raised(problem: Problem, place_of: Ints, some: Potentials) -> Potentials:
    """The lowest prices that prove the assignment among *all* pairs, starting from
    ``some``, which prove it among some of the pairs.

    Raises:
        NotProven: the assignment is not the best.
    """
    price, left, own = some.of_place.copy(), some.of_row.copy(), some.of_row.copy()
    placed = np.flatnonzero(place_of != NOBODY)
    own[placed] += price[place_of[placed]]
    row_of = np.full(len(price), NOBODY)
    row_of[place_of[placed]] = placed
    changed = np.arange(len(own))
    while len(changed):
        wanted = price.copy()
        for rows in np.split(changed, range(ROWS_AT_ONCE, len(changed), ROWS_AT_ONCE)):
            np.maximum(
                wanted,
                (problem.worth_of_places(rows) - left[rows, None]).max(axis=0, initial=0),
                out=wanted,
            )
        changed, price = row_of[wanted > price], wanted
        _refuse_gain(changed)
        left[changed] = own[changed] - price[place_of[changed]]
        _refuse_gain(left[changed])
    return Potentials(left, price)


def _own_worth(edges: Edges, rows: int, place_of: Ints) -> Ints:
    """The worth of each row's own edge; 0 for a row without a place."""
    own = np.zeros(rows, dtype=np.int64)
    mine = np.flatnonzero(edges.place == place_of[edges.row])
    own[edges.row[mine]] = edges.worth[mine]
    return own


def _edges_of(rows: Ints, start: Ints) -> Ints:
    """The numbers of all edges of these rows; ``start`` says where each row's edges begin."""
    counts = start[rows + 1] - start[rows]
    before = np.cumsum(counts) - counts
    return np.repeat(start[rows] - before, counts) + np.arange(counts.sum())


def _distinct(numbers: Ints, below: int) -> Ints:
    """Each of the numbers once; quicker than sorting them."""
    found = np.zeros(below, dtype=bool)
    found[numbers] = True
    return np.flatnonzero(found)


def _refuse_gain(numbers: Ints) -> None:
    """Refuse numbers below 0: a price would have to rise at a place that is free (``NOBODY``) or
    fall below 0, so a better assignment exists.
    """
    if (numbers < 0).any():
        raise NotProven(
            "a better assignment exists: export the run and report it as a fault of the program"
        )
