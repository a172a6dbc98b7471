"""Times that were looked for, in calendars that are full but for these."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from mentoring.domain.poll import Cause, Option, Poll, PollState
from mentoring.domain.scheduling.types import Busy
from mentoring.domain.session import Session
from mentoring.usecases.polls.opening import find_slots
from tests.usecases.company import (
    NOW,
    Company,
)
from tests.usecases.polls.opened import DAY, KEY, opened, the_poll

BERLIN = "Europe/Berlin"
TODAY = NOW.date()
SEARCHING: dict[str, Any] = {"state": PollState.SEARCHING, "options": ()}
WHOLE: dict[str, Any] = {**SEARCHING, "session_id": "", "cause": Cause.CHANGE}


async def found(company: Company, **changes: Any) -> Poll:
    """The poll after times were looked for."""
    await opened(company, **{**SEARCHING, **changes})
    await find_slots(company.first, KEY)
    return await the_poll(company)


def fill(company: Company, who: str, first: date, days: int) -> None:
    """Somebody's working days are full."""
    days_off = [
        datetime.combine(first + number * DAY, time(5), ZoneInfo(BERLIN)) for number in range(days)
    ]
    company.outlook.busy[who] = [
        Busy(start, start + timedelta(hours=17), "busy") for start in days_off
    ]


def leave_free(company: Company, who: str, *starts: datetime) -> None:
    """Nothing but two hours from each of these times is free in somebody's calendar."""
    taken = []
    for day in (TODAY + number * DAY for number in range(250)):
        begin = datetime.combine(day, time(5), ZoneInfo(BERLIN))
        for start in sorted(each for each in starts if each.date() == day):
            taken.append(Busy(begin, start, "busy"))
            begin = start + timedelta(hours=2)
        taken.append(Busy(begin, datetime.combine(day, time(22), ZoneInfo(BERLIN)), "busy"))
    company.outlook.busy[who] = taken


def days_of(options: Sequence[Option]) -> list[date]:
    return [option.start.date() for option in options]


def sessions_in(option: Option) -> tuple[Session, ...]:
    assert option.series is not None
    return option.series.sessions
