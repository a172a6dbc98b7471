"""All series that a rhythm allows, each with the best times of its sessions, and the best series
among them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from mentoring.domain.scheduling.grid import CELL_MINUTES, CELLS_A_DAY, Flags, Ints
from mentoring.domain.scheduling.pair import PairTime
from mentoring.domain.scheduling.plan import Aim
from mentoring.domain.scheduling.recurrence import PatternDay, possible_days, reach_days

FAR = 1 << 30
"""More cells than any grid has: the distance to a free slot that does not exist."""


@dataclass(frozen=True, eq=False)
class Candidates:
    """One row for each pattern (day pattern by day pattern, each at all times of day), one column
    for each session: arrays of shape ``(patterns, sessions)``.

    ``planned``: the cell at which the pattern puts the session; ``begins`` and ``ends``: the first
    cell of its window and the first after it.
    """

    pair: PairTime
    days: tuple[tuple[PatternDay, tuple[date, ...]], ...]
    quarters: Ints
    planned: Ints
    begins: Ints
    ends: Ints

    @cached_property
    def slot(self) -> Ints:
        """The best cell for each session; where none is free in the window, the planned one (see
        ``found``).
        """
        before, after = _nearest(self.pair.free)
        earlier = np.where(before[self.planned] >= self.begins, before[self.planned], -FAR)
        later = np.where(after[self.planned] < self.ends, after[self.planned], FAR)
        nearer = np.where(self._later_is_better(earlier, later), later, earlier)
        return np.where(np.abs(nearer) < FAR, nearer, self.planned)

    def _later_is_better(self, earlier: Ints, later: Ints) -> Flags:
        """Nearer is better; of two equally near ones the less tentative, then the one that misses
        fewer wishes.
        """
        back, forth = self.planned - earlier, later - self.planned
        better = forth < back
        tied = np.nonzero((forth == back) & (back > 0) & (back < FAR // 2))
        first, second = earlier[tied], later[tied]
        tentative, missed = self.pair.tentative, self.pair.wishes_missed
        less = tentative[second] - tentative[first]
        better[tied] = (less < 0) | ((less == 0) & (missed[second] < missed[first]))
        return better

    @cached_property
    def found(self) -> Flags:
        """Whether there is a common free slot for each session."""
        return self.pair.free[self.slot]

    @property
    def kept(self) -> Flags:
        """Whether each session is where the pattern puts it."""
        return np.asarray(self.found & (self.slot == self.planned))

    @cached_property
    def aims(self) -> tuple[Ints, ...]:
        """The aim of each row, column by column in the order of ``Aim``, the moves in cells."""
        move = np.abs(self.slot - self.planned)
        tentative = np.where(self.found, self.pair.tentative[self.slot], 0)
        missed = np.where(self.found, self.pair.wishes_missed[self.slot], 0)
        columns = (~self.found, move > 0, move, tentative, missed)
        return tuple(column.sum(axis=1) for column in columns)

    def aim(self, row: int) -> Aim:
        """The aim of one row."""
        without, moved, move, tentative, missed = (int(column[row]) for column in self.aims)
        return Aim(without, moved, move * CELL_MINUTES, tentative, missed)

    def best(self, among: Ints) -> int:
        """The best of the given rows: by the aim, then by the earliest sessions, then by the order
        of the patterns.
        """
        return lexicographic(among, (*self.aims, *self.slot.T))

    def day_of(self, row: int) -> tuple[PatternDay, date]:
        """A row's day pattern and the date of its first session."""
        day, dates = self.days[row // len(self.quarters)]
        return day, dates[0]

    def quarter_of(self, row: int) -> int:
        """A row's time on the organizer's wall clock, as the quarter of the day."""
        return int(self.quarters[row % len(self.quarters)])


def all_candidates(pair: PairTime, count: int) -> Candidates:
    """Every pattern of ``count`` sessions that the rhythm allows from the pair's first day on."""
    rules, view = pair.rules, pair.organizer
    days = possible_days(rules.rhythm, pair.begin, count)
    walls = np.array([[pair.grid.wall(found) for found in dates] for _, dates in days])
    quarters = np.arange(0, CELLS_A_DAY, rules.step_minutes // CELL_MINUTES)
    reach = reach_days(rules) * CELLS_A_DAY
    first = np.maximum(walls - reach, pair.grid.wall(pair.begin))
    planned = (walls[:, None, :] + quarters[None, :, None]).reshape(-1, count)
    begins = np.repeat(view.at_wall[first], len(quarters), axis=0)
    ends = np.repeat(view.at_wall[walls + reach + CELLS_A_DAY], len(quarters), axis=0)
    return Candidates(pair, days, quarters, view.at_wall[planned].astype(np.int64), begins, ends)


def lexicographic(among: Ints, columns: Iterable[Ints]) -> int:
    """The row with the smallest first column, of these the smallest second one and so on; of equals
    the first.
    """
    for column in columns:
        if len(among) == 1:
            break
        values = column[among]
        among = among[values == values.min()]
    return int(among[0])


def _nearest(free: Flags) -> tuple[Ints, Ints]:
    """For each cell the last free one up to it (``-FAR``: none), and the first free one from it on
    (``FAR``: none).
    """
    cells = np.arange(len(free))
    before = np.maximum.accumulate(np.where(free, cells, -FAR))
    after = np.minimum.accumulate(np.where(free, cells, FAR)[::-1])[::-1]
    return before, after
