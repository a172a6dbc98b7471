"""Which pairs come nearest to improving an assignment: one look at every pair, in blocks that fit
into the cache.

With its prices an assignment is the best if no pair is worth more than the two prices of its
people; what it is worth beyond them is its *gain*.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from mentoring.domain.matching.problem import SEEN, Potentials, Problem, union
from mentoring.domain.matching.sides import Ints

Gains = NDArray[np.int32] | NDArray[np.int64]
PAIRS_AT_ONCE = 1 << 18
NEAREST = 15
"""How many pairs are named for each mentee, each from a different one of at most ``GROUPS`` groups
of mentors.
"""
GROUPS = 128
TURN = 7919
NARROW = 2**28
"""Below this, two prices, a worth and a penalty can be added in 32 bits, and the look at all pairs
is twice as fast.
"""


def nearest(problem: Problem, prices: Potentials) -> tuple[Ints, bool]:
    """Sorted keys of possible pairs with the highest gains, and whether the gain of any pair is
    positive.

    Every possible pair is looked at: if none has a gain, the assignment to which the prices belong
    is proven.
    """
    width = problem.scores.shape[1]
    found, improves = [np.empty(0, dtype=np.int64)], False
    best = np.zeros(width, dtype=np.int64)
    for rows, gain in _blocks(problem, prices):
        keys, highest = _of_mentees(gain, rows * width)
        found += [keys, *_of_mentors(gain, rows * width, best)]
        improves = improves or highest > 0
    return problem.possible(union(*found)), improves


def _blocks(problem: Problem, prices: Potentials) -> Iterator[tuple[Ints, Gains]]:
    """Some mentees at a time, with their gains with every mentor; that of an impossible pair is far
    below 0.
    """
    ask, offer = _narrow(problem, prices)
    tie, penalty = ask.dtype.type(problem.scale.tie), np.iinfo(ask.dtype).max // 2
    step = max(1, PAIRS_AT_ONCE // max(len(ask), 1))
    for start in range(0, len(problem.rows) if len(ask) else 0, step):
        rows = problem.rows[start : start + step]
        scores = problem.scores[rows]
        gain = scores * tie
        gain -= ask
        gain -= offer[start : start + step, None]
        gain -= np.multiply(
            scores < 0, penalty, dtype=gain.dtype
        )  # ten times as quick as writing wherever a mask says so
        _add_seen(gain, problem.seen[rows])
        _bar(gain, rows, problem, penalty)
        yield rows, gain


def _narrow(problem: Problem, prices: Potentials) -> tuple[Gains, Gains]:
    """What a place of each mentor costs beyond its own worth, and what each mentee gives up beyond
    being served at all.

    Both are moved by one amount, which changes no gain, and given in the narrowest numbers in which
    they can be added.
    """
    offer = prices.of_row - problem.of_mentee[problem.rows]
    move = int(offer.max(initial=0))
    offer = offer - move
    highest = int(problem.scores.max(initial=0)) * problem.scale.tie + SEEN
    ask = np.full(
        len(problem.places), highest - int(offer.min(initial=0)), dtype=np.int64
    )  # no place: too dear for anybody
    has_place = np.flatnonzero(problem.places)
    dearest = prices.of_place - problem.of_place + move
    ask[has_place] = (
        np.minimum.reduceat(dearest, problem.first_places[has_place]) if len(has_place) else 0
    )
    largest = max(highest, int(np.abs(ask).max(initial=0)), int(np.abs(offer).max(initial=0)))
    return (ask.astype(np.int32), offer.astype(np.int32)) if largest < NARROW else (ask, offer)


def _add_seen(gain: Gains, seen: Ints) -> None:
    rows = np.flatnonzero(seen >= 0)
    gain[rows, seen[rows]] += SEEN


def _bar(gain: Gains, rows: Ints, problem: Problem, penalty: int) -> None:
    mentee, mentor = np.divmod(problem.barred, len(problem.places))
    here = np.isin(mentee, rows)
    gain[np.searchsorted(rows, mentee[here]), mentor[here]] = -penalty


def _of_mentors(gain: Gains, first: Ints, best: Ints) -> Iterator[Ints]:
    """Keys of the highest gain of each column, where it is above the ``best`` so far, which is
    raised.
    """
    highest = gain.max(axis=0)
    columns = np.flatnonzero(highest > best)
    best[columns] = highest[columns]
    yield first[gain[:, columns].argmax(axis=0)] + columns


def _of_mentees(gain: Gains, first: Ints) -> tuple[Ints, int]:
    """Keys of each row's highest gains, at most one from each group of neighbours, and the highest
    gain of all.

    The groups begin elsewhere in each block, so that not everybody gets the same ones among equals.
    """
    rows, width = gain.shape
    size = -(-width // GROUPS)
    groups, turn = -(-width // size), int(first[0]) // width * TURN % width
    turned = np.full((rows, groups * size), np.iinfo(gain.dtype).min, dtype=gain.dtype)
    turned[:, : width - turn], turned[:, width - turn : width] = gain[:, turn:], gain[:, :turn]
    grouped = turned.reshape(rows, groups, size)
    at = grouped.argmax(axis=2)
    highest = np.take_along_axis(grouped, at[:, :, None], axis=2)[:, :, 0]
    chosen = np.argpartition(highest, groups - min(NEAREST, groups), axis=1)[
        :, -min(NEAREST, groups) :
    ]
    columns = (chosen * size + np.take_along_axis(at, chosen, axis=1) + turn) % width
    return (first[:, None] + columns).ravel(), int(highest.max())
