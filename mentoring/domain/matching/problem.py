"""The matching as an assignment: mentees, the mentors' places, and what each pair is worth.

The aims are levels of one integer, each so large that all below it together cannot outweigh it:

1. the most tandems,
2. then, only where somebody has waited: the most cycles waited by those who are served,
3. then the highest total score,
4. then, between totals that are equal: the most tandems that owners have seen already, and the
   fewest mentors left over.

Why a level is safe: one more tandem is always won along an augmenting path, which leaves nobody
alone who had a partner, so it can only cost score, at most ``mentees x highest worth``; a person
who waited longer replaces another along an alternating path, at the same highest cost.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mentoring.domain.errors import TandemError
from mentoring.domain.matching.scores import Points
from mentoring.domain.matching.sides import Bools, Ints

NOBODY = -1
IMPOSSIBLE = -1
EXACT = 2**46
"""Below this, a worth can be added exactly as a 64-bit float, and multiplied by a number of steps
as a 64-bit integer.
"""
SEEN, FIRST_PLACE = 2, 1


class NotProven(TandemError):
    """The solver's answer could not be proven to be the best: export the run and report it as a
    fault of the program.
    """


def union(*keys: Ints) -> Ints:
    """All keys of these arrays, sorted, each once.

    (For numbers as many as ours, sorting is quicker than ``np.union1d``.)
    """
    joined = np.sort(np.concatenate(keys))
    first: Bools = np.diff(joined, prepend=-1) != 0
    return joined[first]


@dataclass(frozen=True)
class Scale:
    """What the levels are worth: one point of score (``tie``), and one tandem or one cycle waited
    (``tandem``).
    """

    tie: int
    tandem: int


def scale_for(scores: Points, *, ties_matter: bool, most_waited: int) -> Scale:
    """The scale for these scores.

    ``ties_matter``: the fourth level counts. ``most_waited``: the most cycles that a mentee
    and a mentor can have waited, added up.

    Raises:
        NotProven: the numbers would be too large to be added exactly.
    """
    tie = (SEEN + FIRST_PLACE) * len(scores) + 1 if ties_matter else 1
    tandem = len(scores) * (int(scores.max(initial=0)) * tie + SEEN + FIRST_PLACE) + 1
    if tandem * (2 + most_waited) > EXACT:
        raise NotProven(
            "the weights are too large to be added exactly: lower the weights of the matching"
        )
    return Scale(tie, tandem)


@dataclass(frozen=True)
class Problem:
    """What is to be assigned.

    ``scores``: shape ``(mentees, mentors)``, negative where a pair is impossible. ``places``: how
    many mentees each mentor may get. ``rows``: the mentees who are to be assigned, ascending.
    ``unserved``: which mentors have nobody yet. ``waited_mentees``, ``waited_mentors``: cycles
    without a tandem. ``seen``: the mentor whom owners have already seen beside each mentee, or
    ``NOBODY``. ``barred``: pairs that are impossible beyond the scores, as keys ``mentee * mentors
    + mentor``. ``scale``: what the levels are worth; it stays when a little changes, so that the
    prices stay valid.
    """

    scale: Scale
    scores: Points
    places: Ints
    rows: Ints
    unserved: Bools
    waited_mentees: Ints
    waited_mentors: Ints
    seen: Ints
    barred: Ints

    @cached_property
    def place_mentor(self) -> Ints:
        """The mentor to whom each place belongs, shape ``(places,)``."""
        return np.repeat(np.arange(len(self.places)), self.places)

    @cached_property
    def first_places(self) -> Ints:
        """The number of each mentor's first place; meaningful where there is one."""
        return np.cumsum(self.places) - self.places

    @cached_property
    def of_mentee(self) -> Ints:
        """What it is worth that each mentee has a tandem at all, shape ``(mentees,)``."""
        return self.scale.tandem * (1 + self.waited_mentees)

    @cached_property
    def of_place(self) -> Ints:
        """What it is worth that each place is taken: a mentor who waited, or who would be left
        over, comes first.
        """
        found = np.zeros(len(self.place_mentor), dtype=np.int64)
        first = FIRST_PLACE if self.scale.tie > 1 else 0
        mentors = np.flatnonzero((self.places > 0) & self.unserved)
        found[self.first_places[mentors]] = self.scale.tandem * self.waited_mentors[mentors] + first
        return found

    def worth(self, mentees: Ints, mentors: Ints) -> Ints:
        """What these pairs are worth without their place, shape ``(n,)``."""
        bonus = np.where(self.seen[mentees] == mentors, SEEN, 0)
        return (
            self.scores[mentees, mentors] * np.int64(self.scale.tie)
            + bonus
            + self.of_mentee[mentees]
        )

    def worth_of_places(self, rows: Ints) -> Ints:
        """What each place is worth for each of these rows, shape ``(rows, places)``; negative where
        it is impossible.
        """
        mentees = self.rows[rows]
        scores = self.scores[mentees]
        if len(self.place_mentor) != scores.shape[1] or (self.places != 1).any():
            scores = scores[:, self.place_mentor]
        worth = scores * np.int64(self.scale.tie)
        worth += self.of_mentee[mentees, None]
        worth += self.of_place
        if (self.seen != NOBODY).any():
            worth += (self.seen[mentees, None] == self.place_mentor) * SEEN
        worth[scores < 0] = IMPOSSIBLE
        if len(self.barred):
            worth[
                np.isin(mentees[:, None] * self.scores.shape[1] + self.place_mentor, self.barred)
            ] = IMPOSSIBLE
        return worth

    def possible(self, keys: Ints) -> Ints:
        """Those of the pairs that no rule excludes and nobody has barred."""
        allowed = keys[self.scores.ravel()[keys] >= 0]
        return allowed[~np.isin(allowed, self.barred)]

    def mentors_at(self, place_of: Ints) -> Ints:
        """The mentor of each mentee, or ``NOBODY``, when each row has this place (or
        ``NOBODY``).
        """
        found = np.full(len(self.scores), NOBODY)
        placed = place_of >= 0
        found[self.rows[placed]] = self.place_mentor[place_of[placed]]
        return found


@dataclass(frozen=True)
class Potentials:
    """The price of each row and of each place; never negative.

    See :mod:`mentoring.domain.matching.potentials`.
    """

    of_row: Ints
    of_place: Ints


@dataclass(frozen=True)
class Optimum:
    """The best assignment; that no other could be better has been proven.

    ``mentor_of``: the mentor of each mentee, or ``NOBODY``. ``place_of``: the place of each row of
    the problem, or ``NOBODY``. ``prices``: the proof. ``known``: the pairs that mattered, as sorted
    keys; where to start when little changes. ``unbarred``: it is the best of the problem as it
    stands; no pair was barred to keep two people from both directions.
    """

    mentor_of: Ints
    place_of: Ints
    prices: Potentials
    known: Ints
    unbarred: bool = True

    @property
    def tandems(self) -> int:
        """How many mentees have a mentor."""
        return int((self.mentor_of != NOBODY).sum())

    @property
    def worth(self) -> int:
        """What it is worth in all: by duality, exactly all prices together."""
        return int(self.prices.of_row.sum() + self.prices.of_place.sum())
