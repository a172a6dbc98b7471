"""Three common slots to choose from, when a single session has to find a new time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np

from mentoring.domain.errors import aware
from mentoring.domain.scheduling.candidates import lexicographic
from mentoring.domain.scheduling.explain import explain_gaps, explain_offer, explain_tentative
from mentoring.domain.scheduling.grid import Ints
from mentoring.domain.scheduling.offers import LeastBad
from mentoring.domain.scheduling.pair import PairTime, earliest_day, pair_time
from mentoring.domain.scheduling.plan import Explanation, Slot
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.scheduling.types import PersonCalendar

CHOICES = 3


@dataclass(frozen=True)
class SlotChoice:
    """Up to three slots that are free for both, in the order of time; if there is none, the least
    bad one as ``offer``.
    """

    slots: tuple[Slot, ...]
    offer: Slot | None = None
    explanations: tuple[Explanation, ...] = ()


def three_slots(
    mentor: PersonCalendar,
    mentee: PersonCalendar,
    rules: SchedulingRules,
    window: tuple[date, date],
    organizer_zone: str,
    now: datetime,
    near: datetime | None = None,
    besides: Collection[datetime] = (),
) -> SlotChoice:
    """Three slots that start in the window (first and last date of the organizer's zone, both
    included).

    Each is the best that is left: fewest tentative entries, fewest wishes missed, nearest to
    ``near`` (aware; without it the earliest). They lie on three dates if possible, else they do not
    overlap. Neither they nor the offer overlap a session that would start at one of ``besides``
    (aware): these did not suit, or were given up. The notice of the rules is kept. The caller keeps
    the window clear of the neighbouring sessions' days. A calendar that cannot be read is not taken
    into account; an explanation says so, and then nothing may be promised about it.

    Raises:
        NaiveTime: ``now`` or ``near`` has no zone.
        CalendarInvalid: the organizer's zone is unknown.
    """
    begin = earliest_day(rules, window[0], organizer_zone, now)
    gaps = tuple(explain_gaps(mentor, mentee))
    if begin > window[1]:
        return SlotChoice((), None, gaps)
    pair = pair_time(mentor, mentee, rules, organizer_zone, begin, window[1], besides)
    first, after = pair.first_cell(begin), pair.first_cell(window[1] + timedelta(days=1))
    nearest = pair.grid.cell(aware(near)) if near else first
    free = first + np.nonzero(pair.free[first:after])[0]
    chosen = sorted(_choose(pair, free, nearest))
    if not chosen:
        return _least_bad(pair, LeastBad(pair).between(first, after, nearest), gaps)
    told = tuple(explanation for cell in chosen for explanation in explain_tentative(pair, cell))
    return SlotChoice(tuple(pair.slot(cell) for cell in chosen), None, (*gaps, *told))


def _least_bad(pair: PairTime, cell: int | None, gaps: tuple[Explanation, ...]) -> SlotChoice:
    if cell is None:
        return SlotChoice((), None, gaps)
    return SlotChoice((), pair.slot(cell), (*gaps, *explain_offer(pair, cell)))


def _choose(pair: PairTime, free: Ints, nearest: int) -> list[int]:
    """Up to three of the free cells, the best first; each on a date of its own as long as there is
    another date.
    """
    ranks = (pair.tentative, pair.wishes_missed, np.abs(np.arange(pair.grid.cells) - nearest))
    chosen, dates, left = list[int](), set[int](), free
    while len(left) and len(chosen) < CHOICES:
        on_other_dates = left[[int(pair.organizer.day[cell]) not in dates for cell in left]]
        best = lexicographic(on_other_dates if len(on_other_dates) else left, ranks)
        chosen.append(best)
        dates.add(int(pair.organizer.day[best]))
        left = left[np.abs(left - best) >= pair.length]
    return chosen
