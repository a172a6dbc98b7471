"""The common time of a tandem: where a session of the programme's length may start, and how good
each start is.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

import numpy as np

from mentoring.domain.errors import aware
from mentoring.domain.people import Role
from mentoring.domain.scheduling.availability import PersonTime, fits, window_sum
from mentoring.domain.scheduling.grid import (
    CELL_MINUTES,
    CELLS_A_DAY,
    Flags,
    Grid,
    Ints,
    ZoneView,
    zone_view,
)
from mentoring.domain.scheduling.plan import Slot
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.scheduling.types import PersonCalendar, zone_named

CELLS_AN_HOUR = 60 // CELL_MINUTES
MARGIN_DAYS = 3
"""Days of the grid before and after the searched ones: zones reach 14 hours, a session may run past
midnight.
"""


@dataclass(frozen=True, eq=False)
class PairTime:
    """Both people's time on one grid.

    ``begin`` is the first date of the organizer's zone on which a session may start; no session may
    overlap one that would start at one of ``besides`` (aware).
    """

    mentor: PersonTime
    mentee: PersonTime
    rules: SchedulingRules
    organizer_zone: str
    grid: Grid
    begin: date
    besides: tuple[datetime, ...] = ()

    @property
    def people(self) -> dict[Role, PersonTime]:
        """Both by role."""
        return {Role.MENTOR: self.mentor, Role.MENTEE: self.mentee}

    @property
    def length(self) -> int:
        """A session's length in cells."""
        return self.rules.length_minutes // CELL_MINUTES

    @property
    def organizer(self) -> ZoneView:
        """The grid on the organizer's wall clock."""
        return zone_view(self.organizer_zone, self.grid)

    @cached_property
    def starts(self) -> Flags:
        """Cells at which a session may start: on the step of the organizer's clock, not while the
        clocks change, neither on a closing day nor where one of the two can never come, and clear
        of the times that are left out.
        """
        step = self.rules.step_minutes // CELL_MINUTES
        starts, cells = self.organizer.week_cell % step == 0, np.arange(self.grid.cells)
        starts = starts & self._steady & self._open
        for left_out in self._left_out:
            starts &= np.abs(cells - left_out) >= self.length
        return np.asarray(starts)

    @cached_property
    def _steady(self) -> Flags:
        """Whether the organizer's clock does not change from an hour before a session that starts
        at each cell to its end.

        Outlook keeps an event by its wall clock: over a change it would be longer or shorter, and
        an hour that comes twice could mean either.
        """
        wall = self.organizer.day.astype(np.int64) * CELLS_A_DAY + quarters_of_day(self.organizer)
        changes = np.diff(wall - np.arange(self.grid.cells), prepend=0) != 0
        changes[0] = False
        span = CELLS_AN_HOUR + self.length
        around = np.roll(window_sum(changes.astype(np.int64), span), CELLS_AN_HOUR - 1)
        return np.asarray(around == 0)

    @cached_property
    def _open(self) -> Flags:
        """Whether no cell of a session that starts at each cell lies on a closing day, or where one
        of the two can never come.
        """
        closed = [p.on_dates(p.rules.closing_days) | p.never for p in self.people.values()]
        return fits(~(closed[0] | closed[1]), self.length)

    @cached_property
    def _left_out(self) -> tuple[int, ...]:
        return tuple(self.grid.cell(aware(moment)) for moment in self.besides)

    def is_left_out(self, cell: int) -> bool:
        """Whether a session that starts at a cell would overlap one of the times left out."""
        return any(abs(cell - left_out) < self.length for left_out in self._left_out)

    @cached_property
    def free(self) -> Flags:
        """Cells at which a session may start that is free for both."""
        return fits(self.mentor.free & self.mentee.free, self.length) & self.starts

    @cached_property
    def tentative(self) -> Ints:
        """For a session starting at each cell: how many tentative entries of either it overlaps."""
        return self.mentor.tentative_overlaps(self.length) + self.mentee.tentative_overlaps(
            self.length
        )

    @cached_property
    def wishes_missed(self) -> Ints:
        """For a session starting at each cell: how many wishes of either it misses, 0 to 4."""
        return self.mentor.wishes_missed + self.mentee.wishes_missed

    def first_cell(self, day: date) -> int:
        """The cell at which a date of the organizer's zone begins."""
        return int(self.organizer.at_wall[self.grid.wall(day)])

    def slot(self, cell: int) -> Slot:
        """The session that starts at a cell."""
        return Slot(self.grid.moment(cell), self.grid.moment(cell + self.length))


def pair_time(
    mentor: PersonCalendar,
    mentee: PersonCalendar,
    rules: SchedulingRules,
    organizer_zone: str,
    begin: date,
    last: date,
    besides: Collection[datetime] = (),
) -> PairTime:
    """The common time for sessions that start from ``begin`` to ``last``, dates of the organizer's
    zone (IANA), and do not overlap one that would start at one of ``besides`` (aware).
    """
    first_day = begin - timedelta(days=MARGIN_DAYS)
    grid = Grid(first_day, (last - first_day).days + 1 + MARGIN_DAYS)
    return PairTime(
        PersonTime(mentor, rules, grid),
        PersonTime(mentee, rules, grid),
        rules,
        organizer_zone,
        grid,
        begin,
        tuple(besides),
    )


def earliest_day(rules: SchedulingRules, start: date, organizer_zone: str, now: datetime) -> date:
    """The first date on which a session may lie: ``start``, but not within the notice from today
    on.

    Today is the date of ``now`` (aware) in the organizer's zone.
    """
    today = aware(now).astimezone(zone_named(organizer_zone)).date()
    return max(start, today + timedelta(days=rules.notice_days))


def quarters_of_day(view: ZoneView) -> Ints:
    """For each cell, which quarter of an hour of the local day it is, from 0."""
    return view.week_cell.astype(np.int64) % CELLS_A_DAY


def quarter_of_day(view: ZoneView, cell: int) -> int:
    """Which quarter of an hour of the local day a cell is, from 0."""
    return int(view.week_cell[cell]) % CELLS_A_DAY
