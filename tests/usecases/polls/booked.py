"""What both of a tandem have agreed on, to be booked: for the tests of that."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from mentoring.domain.poll import Cause, Option, Poll
from mentoring.domain.scheduling.recurrence import Pattern, PatternDay
from mentoring.domain.series import option_of
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem
from tests.usecases.company import (
    SECOND_TUESDAY,
    TANDEM,
    Company,
    one,
    put,
    series_of,
    session,
)
from tests.usecases.polls.opened import agreed, the_poll

HOUR = timedelta(hours=1)
FRIDAYS = replace(
    SECOND_TUESDAY,
    day=PatternDay("relativeMonthly", "friday", 1, "second"),
    start_date=SECOND_TUESDAY.start_date.replace(day=12),
    length_minutes=60,
)


def whole(pattern: Pattern = FRIDAYS, after: int = 0) -> Option:
    """A series to choose."""
    series = series_of(pattern)
    return Option(series.occurrences[0].planned.start, series=option_of(TANDEM, series, after))


async def agree(company: Company, **more: Any) -> Poll:
    """Both have agreed."""
    await put(company.first, "polls", agreed(**more))
    return await the_poll(company)


async def agree_on_all(company: Company, option: Option | None = None, **more: Any) -> Poll:
    """Both have agreed on another series, of an hour each."""
    options = (option or whole(),)
    return await agree(
        company, session_id="", cause=Cause.CHANGE, minutes=60, options=options, **more
    )


async def the_session(company: Company, number: int = 1) -> Session:
    found: Session = await one(company.first, "sessions", session(number))
    return found


async def the_tandem(company: Company) -> Tandem:
    found: Tandem = await one(company.first, "tandems", TANDEM)
    return found


def standing(company: Company) -> list[datetime]:
    """When Jan and Eva meet by their calendars."""
    return [event.start for event in company.outlook.of("jan") if event.invited == ("eva",)]
