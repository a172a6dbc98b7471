"""The exact optimum of a :class:`~mentoring.domain.matching.problem.Problem`, with a proof.

The assignment is solved on a shortlist of pairs. Its potentials then price *every* pair: one that
is worth more than its two prices could improve the assignment and joins the list; when none is
left, no pair outside the list can matter. (This is column generation; SciPy's sparse solver is
LAPJVsp by Jonker and Volgenant.) A small problem is solved on all pairs.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from mentoring.domain.matching.potentials import Edges, highest_potentials, potentials, raised
from mentoring.domain.matching.pricing import nearest
from mentoring.domain.matching.problem import NOBODY, NotProven, Optimum, Potentials, Problem, union
from mentoring.domain.matching.shortlists import shortlist, start_from
from mentoring.domain.matching.sides import Ints

SMALL = 1 << 20
"""Up to this many pairs the dense solver is quicker than a shortlist."""
KEPT_PER_MENTEE = 15


def optimum(problem: Problem, known: Ints | None = None) -> Optimum:
    """The best assignment; ``known`` are pairs that mattered for a similar problem, as sorted keys.

    Raises:
        NotProven: the answer could not be proven (a fault of the program, never of the input).
    """
    if known is None and len(problem.rows) * len(problem.place_mentor) <= SMALL:
        return proof(problem, _dense_assignment(problem), np.empty(0, dtype=np.int64))
    keys = shortlist(problem) if known is None else start_from(problem, known)
    reached = -1
    while True:
        found, better, improves = _priced(
            problem, keys, _assignment(_edges(problem, keys), problem)
        )
        if not improves:
            return found
        # Forgetting pairs keeps the solver quick. Only after progress: otherwise the same ones
        # could come and go for ever.
        progress, reached = found.worth > reached, found.worth
        before, keys = keys, union(found.known if progress else keys, better)
        if not progress and len(keys) == len(before):
            raise NotProven(
                "a pair would improve the answer that cannot join it: report it as a fault of the "
                "program"
            )


def proof(problem: Problem, place_of: Ints, known: Ints) -> Optimum:
    """The optimum whose assignment is known already, with its prices; ``known`` are pairs that
    matter, as sorted keys.

    Raises:
        NotProven: this assignment is not the best.
    """
    mentor_of = problem.mentors_at(place_of)
    served = np.flatnonzero(mentor_of != NOBODY)
    keys = union(start_from(problem, known), served * problem.scores.shape[1] + mentor_of[served])
    some = potentials(_edges(problem, keys), len(problem.rows), len(problem.place_mentor), place_of)
    return Optimum(mentor_of, place_of, raised(problem, place_of, some), keys)


def _priced(problem: Problem, keys: Ints, place_of: Ints) -> tuple[Optimum, Ints, bool]:
    """An assignment that is the best among these pairs, with its prices, the pairs nearest to
    improving it, and whether any does.

    The dearer the places are, the fewer pairs seem to improve it although they do not: with the
    highest prices half as many rounds are needed as with the lowest.
    """
    edges = _edges(problem, keys)
    prices = highest_potentials(edges, len(problem.rows), len(problem.place_mentor), place_of)
    near = _nearest(problem, edges, prices, place_of)
    return Optimum(problem.mentors_at(place_of), place_of, prices, near), *nearest(problem, prices)


def _edges(problem: Problem, keys: Ints) -> Edges:
    """The pairs of these keys, once for each place of the mentor."""
    mentee, mentor = np.divmod(keys, max(problem.scores.shape[1], 1))
    times = problem.places[mentor]
    nth = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    place = np.repeat(problem.first_places[mentor], times) + nth
    row = np.repeat(np.searchsorted(problem.rows, mentee), times)
    return Edges(
        row, place, np.repeat(problem.worth(mentee, mentor), times) + problem.of_place[place]
    )


def _assignment(edges: Edges, problem: Problem) -> Ints:
    """The place of each row, or ``NOBODY``: every row also has a place of its own that is worth
    nothing.
    """
    rows, places = len(problem.rows), len(problem.place_mentor)
    if not rows:
        return np.empty(0, dtype=np.int64)
    own = np.arange(rows)
    cost = edges.worth.max(initial=0) + 1  # explicit zeros would be dropped from the sparse matrix
    data = np.concatenate([cost - edges.worth, np.full(rows, cost)]).astype(np.float64)
    at = (np.concatenate([edges.row, own]), np.concatenate([edges.place, places + own]))
    _, place = min_weight_full_bipartite_matching(
        csr_matrix((data, at), shape=(rows, places + rows))
    )
    return np.where(place < places, place, NOBODY).astype(np.int64)


def _dense_assignment(problem: Problem) -> Ints:
    """The same for a small problem, by the dense solver; an impossible pair is worth what being
    alone is.
    """
    rows, places = len(problem.rows), len(problem.place_mentor)
    worth, size = problem.worth_of_places(np.arange(rows)), max(rows, places)
    cost = np.zeros((size, size))
    cost[:rows, :places] = -np.maximum(worth, 0)
    # In a square everybody is assigned, so taking off the lowest cost of each row and column
    # changes no comparison; it leaves the solver a third of its work.
    cost -= cost.min(axis=1, keepdims=True, initial=0)
    cost -= cost.min(axis=0, initial=np.inf)
    place = linear_sum_assignment(cost)[1][:rows]
    placed = np.flatnonzero(place < places)
    found = np.full(rows, NOBODY)
    found[placed] = np.where(worth[placed, place[placed]] >= 0, place[placed], NOBODY)
    return found


def _nearest(problem: Problem, edges: Edges, prices: Potentials, place_of: Ints) -> Ints:
    """Each mentee's own pair and those that came nearest to being chosen: where to start when
    little changes.
    """
    missing = prices.of_row[edges.row] + prices.of_place[edges.place] - edges.worth
    missing[edges.place == place_of[edges.row]] = -1
    order = np.lexsort((missing, edges.row))
    start = np.searchsorted(edges.row[order], edges.row[order])
    near = order[np.arange(len(order)) - start < KEPT_PER_MENTEE]
    return union(
        problem.rows[edges.row[near]] * problem.scores.shape[1]
        + problem.place_mentor[edges.place[near]]
    )
