"""When two people can meet: both calendars, working hours, the programme's times and days off, cell
by cell.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cached_property, lru_cache

import numpy as np

from mentoring.domain.scheduling.days_off import public_holidays
from mentoring.domain.scheduling.grid import (
    CELL_MINUTES,
    CELLS_A_DAY,
    CELLS_A_WEEK,
    Flags,
    Grid,
    Ints,
    ZoneView,
    zone_view,
)
from mentoring.domain.scheduling.settings import WEEKDAYS, LocalSpan, SchedulingRules, Weekday
from mentoring.domain.scheduling.types import (
    TAKEN,
    Busy,
    DayTime,
    PersonCalendar,
    Status,
    WorkingHours,
)

MORNING_ENDS, MIDDAY_ENDS = time(11), time(14)
"""A session that starts before 11 is in the morning, before 14 at midday, later in the afternoon
(local time).
"""

REST_HOURS = 2
"""Further away from their working hours than this, people are left in peace: they sleep, or have
their day off.
"""

_DAY_TIMES: tuple[DayTime, ...] = ("morning", "midday", "afternoon")


@dataclass(frozen=True, eq=False)
class PersonTime:
    """One person's time on the grid: a flag or number for each cell, shape ``(grid.cells,)``."""

    calendar: PersonCalendar
    rules: SchedulingRules
    grid: Grid

    @property
    def view(self) -> ZoneView:
        """The grid on the person's own wall clock."""
        return zone_view(self.calendar.zone, self.grid)

    @cached_property
    def holidays(self) -> frozenset[date]:
        """The public holidays of the person's site."""
        first = self.grid.first_day
        last = first + timedelta(days=self.grid.days)
        return public_holidays(self.calendar.country, self.calendar.state, first.year, last.year)

    @cached_property
    def working(self) -> Flags:
        """Cells that lie wholly in the person's working hours."""
        hours = self.calendar.hours
        return np.asarray(working_week(hours)[zone_view(hours.zone, self.grid).week_cell])

    @cached_property
    def within_hours(self) -> Flags:
        """Working hours that the programme's times of day allow."""
        return np.asarray(self.working & allowed_week(self.rules)[self.view.week_cell])

    @cached_property
    def off(self) -> Flags:
        """Cells of days off: public holidays, closing days, and days on which the person meets
        another tandem.
        """
        return self.on_dates(
            self.holidays | self.calendar.taken_days | frozenset(self.rules.closing_days)
        )

    @cached_property
    def never(self) -> Flags:
        """Cells at which the person has said that they cannot come at all."""
        return np.asarray(never_week(self.calendar.never)[self.view.week_cell])

    @cached_property
    def taken(self) -> Flags:
        """Cells that touch something firm in the calendar."""
        return self.touched(TAKEN)

    @cached_property
    def away(self) -> Flags:
        """Cells at which the person is not to be had at all: out of office, on a day off,
        asleep.
        """
        hours = self.calendar.hours
        near = near_working_week(hours)[zone_view(hours.zone, self.grid).week_cell]
        return np.asarray(~near | self.off | self.touched(frozenset({"oof"})))

    @cached_property
    def free(self) -> Flags:
        """Cells on which a session may lie, as far as this person is concerned."""
        return self.within_hours & ~self.off & ~self.taken & ~self.never

    def dates(self, cell: int, length: int) -> set[date]:
        """The dates of the person's own calendar on which a session of ``length`` cells from
        ``cell`` on lies.
        """
        return {
            self.grid.first_day + timedelta(days=int(day))
            for day in self.view.day[cell : cell + length]
        }

    def on_dates(self, dates: Iterable[date]) -> Flags:
        """Cells on these dates of the person's own calendar."""
        # The local date can be a day before the first or after the last of the grid: one place more
        # at either end.
        marked = np.zeros(self.grid.days + 2, dtype=np.bool_)
        numbers = ((day - self.grid.first_day).days + 1 for day in dates)
        marked[[number for number in numbers if 0 <= number < len(marked)]] = True
        return np.asarray(marked[self.view.day + 1])

    def touched(self, statuses: frozenset[Status]) -> Flags:
        """Cells that touch an entry with one of the statuses."""
        starts, ends = spans(self.grid, self.calendar.busy, statuses)
        size = self.grid.cells + 1
        depth = np.cumsum(np.bincount(starts, minlength=size) - np.bincount(ends, minlength=size))
        return np.asarray(depth[:-1] > 0)

    def tentative_overlaps(self, length: int) -> Ints:
        """For a session of ``length`` cells that starts at each cell: how many tentative entries it
        touches.
        """
        starts, ends = spans(self.grid, self.calendar.busy, frozenset({"tentative"}))
        if not len(starts):
            return np.zeros(self.grid.cells, dtype=np.int64)
        begun = np.cumsum(np.bincount(starts, minlength=self.grid.cells + 1))
        ended = np.cumsum(np.bincount(ends, minlength=self.grid.cells + 1))
        last = np.minimum(np.arange(self.grid.cells) + length - 1, self.grid.cells)
        return np.asarray(begun[last] - ended[:-1])

    @cached_property
    def wishes_missed(self) -> Ints:
        """For a session that starts at each cell: how many of the two wishes (weekday, time of day)
        it misses, 0 to 2.
        """
        return np.asarray(
            missed_week(self.calendar.weekdays, self.calendar.times)[self.view.week_cell]
        )


def spans(grid: Grid, busy: tuple[Busy, ...], statuses: frozenset[Status]) -> tuple[Ints, Ints]:
    """The entries with these statuses as first cell and cell after the last, widened to whole
    cells, cut to the grid.
    """
    entries = [entry for entry in busy if entry.status in statuses and entry.start < entry.end]
    seconds, origin = 60 * CELL_MINUTES, grid.origin.timestamp()
    starts = np.array([entry.start.timestamp() for entry in entries], dtype=np.float64)
    ends = np.array([entry.end.timestamp() for entry in entries], dtype=np.float64)
    first = np.floor((starts - origin) / seconds).clip(0, grid.cells)
    after = np.ceil((ends - origin) / seconds).clip(0, grid.cells)
    return first.astype(np.int64), after.astype(np.int64)


@lru_cache(maxsize=4096)
def working_week(hours: WorkingHours) -> Flags:
    """For each quarter of the local week whether it lies wholly in the working hours; nights run on
    into the next day.
    """
    week = np.zeros(CELLS_A_WEEK, dtype=np.bool_)
    for shift in hours.shifts:
        first = WEEKDAYS.index(shift.weekday) * CELLS_A_DAY
        next_day = CELLS_A_DAY if shift.end <= shift.start else 0
        begin, end = (
            first + _quarter_after(shift.start),
            first + _quarter_before(shift.end) + next_day,
        )
        week[np.arange(begin, end) % CELLS_A_WEEK] = True
    return week


@lru_cache(maxsize=4096)
def near_working_week(hours: WorkingHours) -> Flags:
    """For each quarter of the local week whether it is at most ``REST_HOURS`` away from the working
    hours.
    """
    working, reach = working_week(hours), REST_HOURS * CELLS_A_DAY // 24
    return np.asarray(
        np.any([np.roll(working, shift) for shift in range(-reach, reach + 1)], axis=0)
    )


@lru_cache(maxsize=256)
def allowed_week(rules: SchedulingRules) -> Flags:
    """For each quarter of the local week whether the programme's times of day allow a session on
    it.
    """
    day = np.ones(CELLS_A_DAY, dtype=np.bool_)
    day[: _quarter_after(rules.earliest or time())] = False
    if rules.latest is not None:
        day[_quarter_before(rules.latest) :] = False
    if rules.lunch:
        day[_touched_quarters(rules.lunch)] = False
    week = np.tile(day, 7)
    for span in rules.no_go:
        for weekday in span.weekdays:
            week[WEEKDAYS.index(weekday) * CELLS_A_DAY :][_touched_quarters(span)] = False
    return week


@lru_cache(maxsize=4096)
def missed_week(weekdays: frozenset[Weekday], times: frozenset[DayTime]) -> Ints:
    """For a session starting at each quarter of the local week how many of these wishes it misses;
    where there is no wish, none is missed.
    """
    quarters = np.arange(CELLS_A_WEEK)
    wished_days = [WEEKDAYS.index(weekday) for weekday in weekdays] or range(7)
    wished_times = [_DAY_TIMES.index(name) for name in times] or range(3)
    limits = [_quarter_after(MORNING_ENDS), _quarter_after(MIDDAY_ENDS)]
    misses_day = ~np.isin(quarters // CELLS_A_DAY, list(wished_days))
    misses_time = ~np.isin(
        np.searchsorted(limits, quarters % CELLS_A_DAY, side="right"), list(wished_times)
    )
    return misses_day.astype(np.int64) + misses_time


@lru_cache(maxsize=4096)
def never_week(never: frozenset[tuple[Weekday, DayTime]]) -> Flags:
    """For each quarter of the local week whether it lies in one of these parts of it: before 11,
    from 11 to 14, or from 14 on.
    """
    limits = [0, _quarter_after(MORNING_ENDS), _quarter_after(MIDDAY_ENDS), CELLS_A_DAY]
    week = np.zeros(CELLS_A_WEEK, dtype=np.bool_)
    for weekday, part in never:
        first, number = WEEKDAYS.index(weekday) * CELLS_A_DAY, _DAY_TIMES.index(part)
        week[first + limits[number] : first + limits[number + 1]] = True
    return week


def _minutes(moment: time) -> float:
    return moment.hour * 60 + moment.minute + moment.second / 60


def _quarter_after(moment: time) -> int:
    """The first quarter that starts at or after a time of day."""
    return int(-(-_minutes(moment) // CELL_MINUTES))


def _quarter_before(moment: time) -> int:
    """The quarter after the last one that ends at or before a time of day."""
    return int(_minutes(moment) // CELL_MINUTES)


def _touched_quarters(span: LocalSpan) -> slice:
    return slice(_quarter_before(span.start), _quarter_after(span.end))


def fits(flags: Flags, length: int) -> Flags:
    """For a session of ``length`` cells that starts at each cell: whether all its cells have the
    flag.
    """
    return np.asarray(window_sum(flags.astype(np.int64), length) == length)


def window_sum(values: Ints, length: int) -> Ints:
    """For each cell the sum over it and the ``length - 1`` cells after it (fewer at the end of the
    grid).
    """
    total = np.concatenate(([0], np.cumsum(values)))
    after = np.minimum(np.arange(len(values)) + length, len(values))
    return np.asarray(total[after] - total[:-1])
