"""The optimum in numbers: against the dense solver and brute force, with all that makes assignments
hard.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching

from mentoring.domain.matching.optimum import optimum, proof
from mentoring.domain.matching.pricing import nearest
from mentoring.domain.matching.problem import (
    NOBODY,
    NotProven,
    Optimum,
    Potentials,
    Problem,
    scale_for,
)
from mentoring.domain.matching.shortlists import shortlist
from tests.domain.matching.oracle import most_and_highest


def problem(scores: np.ndarray, places: np.ndarray | None = None, **more: np.ndarray) -> Problem:
    """The assignment of all rows of a matrix of scores; negative ones are impossible."""
    mentees, mentors = scores.shape
    places = np.ones(mentors, dtype=np.int64) if places is None else places
    seen = more.get("seen", np.full(mentees, NOBODY))
    waited = more.get("waited_mentees", np.zeros(mentees, dtype=np.int64))
    waited_mentors = more.get("waited_mentors", np.zeros(mentors, dtype=np.int64))
    matter = bool((places > 1).any() or (seen != NOBODY).any())
    return Problem(
        scale=scale_for(
            scores.astype(np.int32),
            ties_matter=matter,
            most_waited=int(waited.max(initial=0) + waited_mentors.max(initial=0)),
        ),
        scores=scores.astype(np.int32),
        places=places,
        rows=np.arange(mentees),
        unserved=np.ones(mentors, dtype=bool),
        waited_mentees=waited,
        waited_mentors=waited_mentors,
        seen=seen,
        barred=more.get("barred", np.empty(0, dtype=np.int64)),
    )


def value(of: Problem, found: Optimum) -> tuple[int, int]:
    """Tandems and total score of an assignment that has been checked to be allowed."""
    rows = np.flatnonzero(found.mentor_of != NOBODY)
    chosen = of.scores[rows, found.mentor_of[rows]]
    keys = rows * of.scores.shape[1] + found.mentor_of[rows]
    assert (chosen >= 0).all(), "an impossible pair"
    assert not np.isin(keys, of.barred).any(), "a barred pair"
    used = np.bincount(found.mentor_of[rows], minlength=len(of.places))
    assert (used <= of.places).all(), "beyond a mentor's places"
    return len(rows), int(chosen.sum())


@st.composite
def matrices(draw: st.DrawFn, most: int = 14) -> np.ndarray:
    """Scores of every kind: random, full of ties, popular mentors, mostly or wholly impossible,
    empty sides.
    """
    rows, columns = draw(st.integers(0, most)), draw(st.integers(0, most))
    random = np.random.default_rng(draw(st.integers(0, 10**9)))
    highest = draw(st.sampled_from([0, 1, 3, 500]))
    scores = random.integers(0, highest + 1, (rows, columns))
    if draw(st.booleans()):
        popular = random.integers(0, highest + 1, (1, columns))
        scores = (scores > highest // 2) + popular
    scores[random.random((rows, columns)) < draw(st.sampled_from([0, 0.3, 0.7, 0.95, 1]))] = -1
    return scores


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    scores = draw(matrices())
    random = np.random.default_rng(draw(st.integers(0, 10**9)))
    barred = np.flatnonzero(random.random(scores.size) < draw(st.sampled_from([0, 0.1])))
    return problem(scores, random.integers(0, 3, scores.shape[1]), barred=barred)


def without_barred(of: Problem) -> np.ndarray:
    scores = of.scores.copy()
    scores.ravel()[of.barred] = -1
    return scores


@settings(deadline=None, max_examples=150)
@given(problems())
def test_it_has_the_most_tandems_and_then_the_highest_total(some: Problem) -> None:
    assert value(some, optimum(some)) == most_and_highest(without_barred(some), some.places)


@settings(deadline=None, max_examples=150)
@given(problems())
def test_no_matching_without_scores_has_more_tandems(some: Problem) -> None:
    """Hopcroft and Karp's algorithm knows no scores: it can only count."""
    slots = np.repeat(without_barred(some) >= 0, some.places, axis=1)
    most = (
        int((maximum_bipartite_matching(csr_matrix(slots), perm_type="column") >= 0).sum())
        if slots.size
        else 0
    )
    assert value(some, optimum(some))[0] == most


@settings(deadline=None, max_examples=150)
@given(problems())
def test_it_is_found_from_nothing_by_pricing_all_pairs(some: Problem) -> None:
    """A start without a single pair leaves all the work to the check of what could improve."""
    nothing = np.empty(0, dtype=np.int64)
    assert value(some, optimum(some, nothing)) == most_and_highest(
        without_barred(some), some.places
    )


@settings(deadline=None, max_examples=100)
@given(problems(), st.integers(0, 10**9), st.sampled_from([1, 10**6]))
def test_all_levels_of_the_aim_count_when_pairs_are_priced(
    some: Problem, seed: int, waited_at_most: int
) -> None:
    """Waiting, what owners have seen and second places weigh the same on both ways; in 32 bits and
    beyond.
    """
    random, (mentees, mentors) = np.random.default_rng(seed), some.scores.shape
    waited = random.integers(0, waited_at_most + 1, (mentees,))
    seen = random.integers(NOBODY, mentors, (mentees,)) if mentors else np.full(mentees, NOBODY)
    full = problem(some.scores, some.places, barred=some.barred, waited_mentees=waited, seen=seen)
    assert optimum(full, np.empty(0, dtype=np.int64)).worth == optimum(full).worth


@settings(deadline=None, max_examples=100)
@given(problems())
def test_no_pair_improves_the_optimum_and_one_improves_anything_else(some: Problem) -> None:
    found = optimum(some)
    assert not nearest(some, found.prices)[1]
    nothing = Potentials(np.zeros_like(found.prices.of_row), np.zeros_like(found.prices.of_place))
    keys, improves = nearest(some, nothing)
    assert improves == (found.worth > 0)
    assert (some.possible(keys) == keys).all()


def test_what_owners_have_seen_improves_an_answer_that_is_as_good() -> None:
    some = problem(np.array([[5, 5]]), seen=np.array([1]))
    worth = some.worth_of_places(np.array([0]))[0]
    prices = Potentials(worth[:1], np.zeros(2, dtype=np.int64))
    assert nearest(some, prices)[1]
    assert not nearest(some, Potentials(worth[1:], np.zeros(2, dtype=np.int64)))[1]


@settings(deadline=None, max_examples=100)
@given(problems())
def test_its_prices_prove_it(some: Problem) -> None:
    """No pair is worth more than its two prices, and together they are worth what the assignment
    is.
    """
    found = optimum(some)
    assert (found.prices.of_row >= 0).all()
    assert (found.prices.of_place >= 0).all()
    worth = some.worth_of_places(np.arange(len(some.rows)))
    asked = found.prices.of_row[:, None] + found.prices.of_place
    assert not (worth > asked).any()
    served = np.flatnonzero(found.place_of != NOBODY)
    assert worth[served, found.place_of[served]].sum() == found.worth


@settings(deadline=None, max_examples=80)
@given(matrices(8), st.integers(0, 10**9), st.integers(1, 300))
def test_raising_one_score_never_lowers_the_optimum(
    scores: np.ndarray, which: int, by: int
) -> None:
    possible = np.argwhere(scores >= 0)
    assume(len(possible))
    row, column = possible[which % len(possible)]
    better = scores.copy()
    better[row, column] += by
    before, after = problem(scores), problem(better)
    assert value(after, optimum(after)) >= value(before, optimum(before))


@settings(deadline=None, max_examples=80)
@given(matrices(7), st.integers(0, 10**9))
def test_who_waited_is_served_first_but_never_for_a_tandem_less(
    scores: np.ndarray, seed: int
) -> None:
    random = np.random.default_rng(seed)
    waited, waited_mentors = (
        random.integers(0, 3, scores.shape[:1]),
        random.integers(0, 3, scores.shape[1:]),
    )
    some = problem(scores, waited_mentees=waited, waited_mentors=waited_mentors)
    found = optimum(some)
    tandems, total = value(some, found)
    # One number for all three aims: far enough apart for numbers as small as these.
    bonus = np.where(scores >= 0, scores + 10**4 * (waited[:, None] + waited_mentors), -1)
    served = np.flatnonzero(found.mentor_of != NOBODY)
    together = total + 10**4 * int(
        waited[served].sum() + waited_mentors[found.mentor_of[served]].sum()
    )
    assert (tandems, together) == most_and_highest(bonus, some.places)


@settings(deadline=None, max_examples=80)
@given(matrices(9), st.integers(0, 10**9))
def test_between_equally_good_answers_it_keeps_what_owners_have_seen(
    scores: np.ndarray, seed: int
) -> None:
    """What was the answer to other scores may be far from the best; what was the best stays as it
    is.
    """
    some = problem(scores)
    best = optimum(some)
    again = optimum(problem(scores, seen=best.mentor_of))
    assert (again.mentor_of == best.mentor_of).all()
    stale = np.random.default_rng(seed).integers(-1, max(scores.shape[1], 1), scores.shape[0])
    stale = stale if scores.shape[1] else np.full(scores.shape[0], NOBODY)
    assert value(some, optimum(problem(scores, seen=stale))) == value(some, best)


def test_the_second_place_of_a_mentor_is_taken_only_when_no_other_mentor_is_as_good() -> None:
    equal = problem(np.array([[5, 5], [5, 5]]), np.array([2, 1]))
    assert sorted(optimum(equal).mentor_of) == [0, 1]
    better = problem(np.array([[6, 5], [6, 5]]), np.array([2, 1]))
    assert list(optimum(better).mentor_of) == [0, 0]


def test_a_forbidden_pair_is_no_pair_with_score_nought() -> None:
    """Two tandems are possible here although each has a lower score than the best pair."""
    some = problem(np.array([[10, 4], [4, -1]]))
    assert value(some, optimum(some)) == (2, 8)


@pytest.mark.parametrize("kind", ["popular", "ties", "scarce", "two places"])
def test_large_problems_have_the_dense_solvers_optimum(kind: str) -> None:
    """Only a shortlist is solved at first, and what is missing is found by its price."""
    random = np.random.default_rng(7)
    scores = {
        "popular": random.integers(0, 40, (700, 1)) + random.integers(0, 300, (1, 600)),
        "ties": random.integers(0, 3, (700, 600)),
        "scarce": random.integers(0, 300, (700, 600)),
        "two places": random.integers(0, 30, (700, 1))
        + random.integers(0, 30, (1, 600))
        + random.integers(0, 5, (700, 600)),
    }[kind]
    scores[random.random(scores.shape) < (0.995 if kind == "scarce" else 0.5)] = -1
    places = np.full(600, 2 if kind == "two places" else 1)
    some = problem(scores, places)
    best = most_and_highest(scores, places)
    assert value(some, optimum(some, shortlist(some))) == best
    assert value(some, optimum(some)) == best


def test_an_assignment_that_could_be_better_is_never_proven() -> None:
    some = problem(np.array([[1, 9], [9, 1]]))
    with pytest.raises(NotProven, match="a better assignment exists"):
        proof(some, np.array([0, 1]), np.arange(4))
    with pytest.raises(NotProven, match="a better assignment exists"):
        proof(some, np.array([1, NOBODY]), np.arange(4))


def test_numbers_too_large_to_be_added_exactly_are_refused() -> None:
    with pytest.raises(NotProven, match="lower the weights"):
        scale_for(np.full((9000, 1), 2**30, dtype=np.int32), ties_matter=True, most_waited=0)


def test_nobody_at_all_is_an_answer_too() -> None:
    for shape in ((0, 0), (0, 3), (3, 0)):
        some = problem(np.zeros(shape))
        assert value(some, optimum(some)) == (0, 0)


def test_rows_that_are_settled_are_left_alone() -> None:
    some = replace(problem(np.array([[9, 1], [9, 1], [9, 1]])), rows=np.array([1, 2]))
    assert optimum(some).mentor_of[0] == NOBODY
    assert sorted(optimum(some).mentor_of[1:]) == [0, 1]
