"""The exact optimum of a :class:`~mentoring.domain.matching.problem.Problem`, with a proof.

The assignment is solved on a shortlist of pairs. Its potentials then price *every* pair: one that is worth more than its
two prices could improve the assignment and joins the list; when none is left, no pair outside the list can matter. (This
is column generation; SciPy's sparse solver is LAPJVsp by Jonker and Volgenant.)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from mentoring.domain.matching.potentials import Edges, Potentials, potentials
from mentoring.domain.matching.problem import NOBODY, Optimum, Problem
from mentoring.domain.matching.shortlists import shortlist, start_from
from mentoring.domain.matching.sides import Ints

PAIRS_AT_ONCE = 1 << 18
MORE_PER_MENTEE = 10
KEPT_PER_MENTEE = 20
HALF_WORDS = 2**30
"""Below this the sum of two prices fits into 32 bits, which makes the check of all pairs twice as fast."""


def optimum(problem: Problem, known: Ints | None = None) -> Optimum:
    """The best assignment; ``known`` are pairs that mattered for a similar problem, as sorted keys.

    Raises:
        NotProven: the answer could not be proven (a fault of the program, never of the input).
    """
    keys = shortlist(problem) if known is None else start_from(problem, known)
    rows, places, reached = len(problem.rows), len(problem.place_mentor), -1
    while True:
        edges = _edges(problem, keys)
        place_of = _assignment(edges, rows, places)
        prices = potentials(edges, rows, places, place_of)
        better, near = improving(problem, prices), _nearest(problem, edges, prices, place_of)
        if not len(better):
            return Optimum(_mentor_of(problem, place_of), prices.total, near)
        # Forgetting pairs keeps the solver quick. Only after progress: otherwise the same ones could come and go for ever.
        progress, reached = prices.total > reached, prices.total
        keys = np.union1d(near if progress else keys, better)


def _edges(problem: Problem, keys: Ints) -> Edges:
    """The pairs of these keys, once for each place of the mentor."""
    mentee, mentor = np.divmod(keys, max(problem.scores.shape[1], 1))
    times = problem.places[mentor]
    nth = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    place = np.repeat(problem.first_places[mentor], times) + nth
    row = np.repeat(np.searchsorted(problem.rows, mentee), times)
    return Edges(row, place, np.repeat(problem.worth(keys), times) + problem.of_place[place])


def _assignment(edges: Edges, rows: int, places: int) -> Ints:
    """The place of each row, or ``NOBODY``: every row also has a place of its own that is worth nothing."""
    if not rows:
        return np.empty(0, dtype=np.int64)
    own = np.arange(rows)
    cost = edges.worth.max(initial=0) + 1  # explicit zeros would be dropped from the sparse matrix
    data = np.concatenate([cost - edges.worth, np.full(rows, cost)]).astype(np.float64)
    at = (np.concatenate([edges.row, own]), np.concatenate([edges.place, places + own]))
    _, place = min_weight_full_bipartite_matching(csr_matrix((data, at), shape=(rows, places + rows)))
    return np.where(place < places, place, NOBODY).astype(np.int64)


def improving(problem: Problem, prices: Potentials) -> Ints:
    """Keys of pairs that are worth more than their two prices: each mentor's best, and some of each mentee's.

    Looks at every possible pair; none of them is left out, so an empty answer proves the assignment to be the best.
    """
    width = problem.scores.shape[1]
    ask = _price_of_mentors(problem, prices)
    offer = prices.of_row - problem.of_mentee[problem.rows]
    fits = max(np.abs(ask).max(initial=0), np.abs(offer).max(initial=0), problem.tandem) < HALF_WORDS
    kind = np.int32 if fits else np.int64
    ask, offer = ask.astype(kind), offer.astype(kind)
    best, found = np.zeros(width, dtype=kind), [np.empty(0, dtype=np.int64)]
    step = max(1, PAIRS_AT_ONCE // max(width, 1))
    for start in range(0, len(problem.rows), step):
        rows = problem.rows[start : start + step]
        scores = problem.scores[rows]
        gain = scores * kind(problem.tie) - (ask + offer[start : start + step, None])
        gain[scores < 0] = 0
        _bar(gain, rows, problem)
        found += _best_of(gain, rows * width, best)
    return np.unique(np.concatenate(found))


def _price_of_mentors(problem: Problem, prices: Potentials) -> Ints:
    """What a place of each mentor costs beyond its own worth; so much that nobody pays it, where there is no place."""
    found = np.full(len(problem.places), problem.tandem, dtype=np.int64)
    found += problem.of_mentee.max(initial=0)
    np.minimum.at(found, problem.place_mentor, prices.of_place - problem.of_place)
    return found


def _bar(gain: NDArray[np.signedinteger[Any]], rows: Ints, problem: Problem) -> None:
    mentee, mentor = np.divmod(problem.barred, max(problem.scores.shape[1], 1))
    here = np.isin(mentee, rows)
    gain[np.searchsorted(rows, mentee[here]), mentor[here]] = 0


def _best_of(gain: NDArray[np.signedinteger[Any]], first: Ints, best: NDArray[np.signedinteger[Any]]) -> Iterator[Ints]:
    """Of a block of gains, those above each column's ``best`` so far (which is raised), and each row's highest."""
    highest = gain.max(axis=0, initial=0)
    columns = np.flatnonzero(highest > best)
    if not len(columns) and not (highest > 0).any():
        return
    best[columns] = highest[columns]
    yield first[gain[:, columns].argmax(axis=0)] + columns
    rows = np.flatnonzero((gain > 0).any(axis=1))
    gain = gain[rows]
    for _ in range(MORE_PER_MENTEE):
        columns = gain.argmax(axis=1)
        positive = gain[np.arange(len(rows)), columns] > 0
        yield (first[rows] + columns)[positive]
        gain[np.arange(len(rows)), columns] = 0


def _mentor_of(problem: Problem, place_of: Ints) -> Ints:
    found = np.full(len(problem.scores), NOBODY)
    placed = place_of >= 0
    found[problem.rows[placed]] = problem.place_mentor[place_of[placed]]
    return found


def _nearest(problem: Problem, edges: Edges, prices: Potentials, place_of: Ints) -> Ints:
    """Each mentee's own pair and those that came nearest to being chosen: where to start when little changes."""
    missing = prices.of_row[edges.row] + prices.of_place[edges.place] - edges.worth
    missing[edges.place == place_of[edges.row]] = -1
    order = np.lexsort((missing, edges.row))
    start = np.searchsorted(edges.row[order], edges.row[order])
    near = order[np.arange(len(order)) - start < KEPT_PER_MENTEE]
    return np.unique(problem.rows[edges.row[near]] * problem.scores.shape[1] + problem.place_mentor[edges.place[near]])
