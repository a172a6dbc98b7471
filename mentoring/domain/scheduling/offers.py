"""The least bad time where no slot is free for both: an offer to both, never a booking."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mentoring.domain.scheduling.availability import window_sum
from mentoring.domain.scheduling.candidates import Candidates, lexicographic
from mentoring.domain.scheduling.grid import Ints
from mentoring.domain.scheduling.pair import PairTime


@dataclass(frozen=True, eq=False)
class LeastBad:
    """How bad it would be to meet at each cell, for the pair.

    In this order, summed over both: minutes at which one is away (out of office, day off, more than
    two hours outside the working hours), minutes on something firm, minutes outside the working
    hours or the programme's times of day.
    """

    pair: PairTime

    @cached_property
    def columns(self) -> tuple[Ints, Ints, Ints]:
        """The three, in cells, for a session starting at each cell."""
        people = self.pair.people.values()
        away = sum((person.away.astype(np.int64) for person in people), self._nothing)
        firm = sum((person.taken.astype(np.int64) for person in people), self._nothing)
        outside = sum(((~person.within_hours).astype(np.int64) for person in people), self._nothing)
        length = self.pair.length
        return window_sum(away, length), window_sum(firm, length), window_sum(outside, length)

    @property
    def _nothing(self) -> Ints:
        return np.zeros(self.pair.grid.cells, dtype=np.int64)

    def between(self, begin: int, end: int, near: int) -> int | None:
        """The least bad start from cell ``begin`` to before ``end``; of equals the nearest to
        ``near``, as in the aim.

        None if the rules let no session start there at all.
        """
        cells = begin + np.nonzero(self.pair.starts[begin:end])[0]
        if not len(cells):
            return None
        away, firm, outside = (column[cells] for column in self.columns)
        tentative, missed = self.pair.tentative[cells], self.pair.wishes_missed[cells]
        ranks = (away, firm, outside, np.abs(cells - near), tentative, missed)
        return int(cells[lexicographic(np.arange(len(cells)), ranks)])

    def row(self, candidates: Candidates) -> int:
        """The pattern whose own times are the least bad ones, for two people who have no common
        slot at all.
        """
        planned = candidates.planned
        columns = (*self.columns, self.pair.tentative, self.pair.wishes_missed)
        sums = (column[planned].sum(axis=1) for column in columns)
        return lexicographic(np.arange(len(planned)), (*sums, *planned.T))
