"""The sessions of the launched tandems as they stand in the tenant's calendars: those of a series,
and single ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sandbox.mailbox import Appointment, living_days, occurrence_on
from sandbox.rehearse.baseline import Pair
from sandbox.rehearse.meetings import span
from sandbox.rehearse.tally import Tally


@dataclass(frozen=True)
class Session:
    """When two people meet; aware, UTC."""

    pair: Pair
    start: datetime
    end: datetime


def sessions(tally: Tally) -> list[Session]:
    """All sessions that stand, moved and newly booked ones included, in order of start."""
    found = [one for pair, series in tally.of_pairs for one in _of_series(pair, series)]
    found += [Session(pair, *span(single)) for pair, single in tally.singles]
    return sorted(found, key=lambda one: one.start)


def _of_series(pair: Pair, series: Appointment) -> Iterator[Session]:
    for day in living_days(series):
        one = occurrence_on(series, day)
        yield Session(pair, one.start, one.end)
