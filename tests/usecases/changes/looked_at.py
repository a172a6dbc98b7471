"""The sessions of a tandem whose series somebody looks at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from mentoring.domain.poll import Poll
from mentoring.domain.session import Session
from tests.usecases.company import (
    Company,
    all_of,
    one,
    session,
)

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
FIRST_EVENT, SECOND_EVENT = "series-1/20270209", "series-1/20270309"


async def the_session(company: Company, number: int = 1) -> Session:
    found: Session = await one(company.first, "sessions", session(number))
    return found


async def polls(company: Company) -> Sequence[Poll]:
    return await all_of(company.first, "polls")
