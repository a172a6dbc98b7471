"""Finding a tandem's series for the whole cycle: the best pattern, with single sessions moved where
it does not fit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np

from mentoring.domain.errors import aware
from mentoring.domain.scheduling.candidates import Candidates, all_candidates
from mentoring.domain.scheduling.explain import (
    cause,
    explain_change,
    explain_gaps,
    explain_offer,
    explain_pattern,
    explain_tentative,
    explain_wishes,
)
from mentoring.domain.scheduling.grid import CELL_MINUTES, Flags, Ints
from mentoring.domain.scheduling.offers import LeastBad
from mentoring.domain.scheduling.pair import earliest_day, pair_time
from mentoring.domain.scheduling.plan import Explanation, Occurrence, Series, SeriesPlan, State
from mentoring.domain.scheduling.recurrence import Pattern, possible_days, reach_days
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.scheduling.types import PersonCalendar

PROPOSALS = 3


@dataclass(frozen=True)
class Rest:
    """What is left of a cycle that has begun: ``count`` sessions, to choose from.

    No series begins at one of ``besides`` (aware): these did not suit. No session overlaps one that
    would start at one of ``given_up`` (aware).
    """

    count: int
    besides: Collection[datetime] = ()
    given_up: Collection[datetime] = ()


def find_series(
    mentor: PersonCalendar,
    mentee: PersonCalendar,
    rules: SchedulingRules,
    start: date,
    organizer_zone: str,
    now: datetime,
    rest: Rest | None = None,
) -> SeriesPlan:
    """The best series for the cycle that begins on ``start``, or three to choose from if a calendar
    cannot be read.

    Of the ``rest`` of a cycle there are up to three to choose from in any case, the best first.

    The wall clock stays the same in the organizer's zone (IANA); the other's working hours are
    checked at each real instant. ``now`` is aware; the notice is counted from it. The calendars
    have to be known for ``days_to_read``. The aim is that of ``plan.Aim``; two people without any
    common slot get a pattern of least bad times, all of them open.

    Raises:
        NaiveTime: ``now`` has no zone.
        CalendarInvalid: the organizer's zone is unknown.
    """
    begin = earliest_day(rules, start, organizer_zone, now)
    wanted = rest or Rest(rules.session_count)
    last = _last_day(rules, begin, wanted.count)
    pair = pair_time(mentor, mentee, rules, organizer_zone, begin, last, wanted.given_up)
    search = _Search(all_candidates(pair, wanted.count), LeastBad(pair))
    gaps = tuple(explain_gaps(mentor, mentee))
    if mentor.readable and mentee.readable and rest is None:
        return SeriesPlan(search.series(search.best_row()), (), gaps)
    rows = search.proposed_rows(wanted.besides)
    return SeriesPlan(None, tuple(search.series(row) for row in rows), gaps)


def days_to_read(
    rules: SchedulingRules,
    start: date,
    organizer_zone: str,
    now: datetime,
    rest: Rest | None = None,
) -> tuple[date, date]:
    """The first and the last day (UTC, both included) of which the calendars have to be known for
    ``find_series``.
    """
    begin = earliest_day(rules, start, organizer_zone, now)
    # A day of the organizer's zone can begin a day earlier in UTC, and a session late on it ends a
    # day later.
    last = _last_day(rules, begin, rest.count if rest else rules.session_count)
    return begin - timedelta(days=1), last + timedelta(days=1)


def _last_day(rules: SchedulingRules, begin: date, count: int) -> date:
    days = possible_days(rules.rhythm, begin, count)
    return max(dates[-1] for _, dates in days) + timedelta(days=reach_days(rules))


@dataclass(frozen=True, eq=False)
class _Search:
    """The candidates of one tandem and what they turn into."""

    candidates: Candidates
    least_bad: LeastBad

    @property
    def rows(self) -> Ints:
        """The numbers of all candidates."""
        return np.arange(len(self.candidates.planned))

    def best_row(self) -> int:
        """The best candidate; of those without any common slot the one with the least bad times."""
        row = self.candidates.best(self.rows)
        return row if self.candidates.found[row].any() else self.least_bad.row(self.candidates)

    def proposed_rows(self, besides: Collection[datetime] = ()) -> list[int]:
        """Up to three candidates: the best, and others that differ from it as much as possible;
        none begins at ``besides``.

        The others keep at least half of their sessions where the pattern puts them, so that each
        really is a pattern.
        """
        fresh, sessions = self._begins_elsewhere(besides), self.candidates.planned.shape[1]
        if not fresh.any():
            return []
        chosen = [self.candidates.best(self.rows[fresh]) if besides else self.best_row()]
        mostly_kept = fresh & (self.candidates.kept.sum(axis=1) * 2 >= sessions)
        for differs in (self._other_weekday, self._other_day, self._other_hours):
            while len(chosen) < PROPOSALS:
                among = self.rows[differs(chosen) & mostly_kept]
                if not len(among):
                    break
                chosen.append(self.candidates.best(among))
        return chosen

    def _begins_elsewhere(self, besides: Collection[datetime]) -> Flags:
        cells = [self.candidates.pair.grid.cell(aware(moment)) for moment in besides]
        return np.asarray(~np.isin(self.candidates.planned[:, 0], cells))

    def _other_weekday(self, chosen: list[int]) -> Flags:
        weekdays = [day.weekday for day, _ in self.candidates.days]
        taken = {self.candidates.day_of(row)[0].weekday for row in chosen}
        return self._each_time([weekday not in taken for weekday in weekdays])

    def _other_day(self, chosen: list[int]) -> Flags:
        taken = {self.candidates.day_of(row) for row in chosen}
        return self._each_time(
            [(day, dates[0]) not in taken for day, dates in self.candidates.days]
        )

    def _other_hours(self, chosen: list[int]) -> Flags:
        first = self.candidates.planned[:, 0]
        length = self.candidates.pair.length
        return np.asarray(np.all([np.abs(first - first[row]) >= length for row in chosen], axis=0))

    def _each_time(self, days: list[bool]) -> Flags:
        return np.repeat(np.array(days, dtype=np.bool_), len(self.candidates.quarters))

    def series(self, row: int) -> Series:
        """One candidate with all its sessions and explanations."""
        found, pair = self.candidates, self.candidates.pair
        day, first = found.day_of(row)
        minutes = found.quarter_of(row) * CELL_MINUTES
        pattern = Pattern(
            day,
            first,
            time(*divmod(minutes, 60)),
            pair.organizer_zone,
            pair.rules.length_minutes,
            found.planned.shape[1],
        )
        cells = [int(cell) for cell in found.slot[row][found.found[row]]]
        explanations = (
            explain_pattern(pair, pattern),
            *explain_wishes(pair, cells, found.aim(row)),
        )
        return Series(pattern, tuple(self._occurrences(row)), found.aim(row), explanations)

    def _occurrences(self, row: int) -> Iterator[Occurrence]:
        for column in range(self.candidates.planned.shape[1]):
            if self.candidates.found[row, column]:
                yield self._with_slot(row, column)
            else:
                yield self._without_slot(row, column)

    def _with_slot(self, row: int, column: int) -> Occurrence:
        found, pair = self.candidates, self.candidates.pair
        planned, cell = int(found.planned[row, column]), int(found.slot[row, column])
        at, slot = pair.slot(planned), pair.slot(cell)
        told: tuple[Explanation, ...] = ()
        if cell != planned:
            told = (
                explain_change("moved", cause(pair, planned, int(found.planned[row, 0])), at, slot),
            )
        if pair.tentative[cell]:
            told = (*told, *explain_tentative(pair, cell))
        return Occurrence(column + 1, at, "kept" if cell == planned else "moved", slot, None, told)

    def _without_slot(self, row: int, column: int) -> Occurrence:
        found, pair = self.candidates, self.candidates.pair
        planned = int(found.planned[row, column])
        why = cause(pair, planned, int(found.planned[row, 0]))
        state: State = "cancelled" if why[0] in {"holiday", "closing-day"} else "open"
        cell = self.least_bad.between(
            int(found.begins[row, column]), int(found.ends[row, column]), planned
        )
        told = explain_change(state, why, pair.slot(planned), None)
        if cell is None:
            return Occurrence(column + 1, pair.slot(planned), state, None, None, (told,))
        offer = pair.slot(cell)
        return Occurrence(
            column + 1, pair.slot(planned), state, None, offer, (told, *explain_offer(pair, cell))
        )
