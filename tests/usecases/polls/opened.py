"""A poll about the first session of Jan and Eva, where the tests of polls begin."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Option, Poll, PollState
from tests.usecases.company import NOW, STARTS, TANDEM, Company, one, put, session

KEY = "poll-1"
DAY = timedelta(days=1)
OPTIONS = tuple(Option(STARTS[0] + days * DAY) for days in (1, 3, 6))
"""Wednesday, Friday and Monday after the session; its own Thursday belongs to Jan's other
tandem.
"""
BOTH = {Role.MENTOR: [0], Role.MENTEE: [0]}


def poll_of(**more: Any) -> Poll:
    """The poll, open unless it is said otherwise."""
    made = Poll(KEY, TANDEM, session(1), Cause.ASKED, 120, NOW, PollState.OPEN, options=OPTIONS)
    return replace(made, **more)


def agreed(number: int = 0, **more: Any) -> Poll:
    """The poll once both have accepted the option of this number."""
    both = dict.fromkeys(Role, (number,))
    return poll_of(state=PollState.BOOKING, accepted=both, **more)


async def opened(company: Company, **more: Any) -> Poll:
    """Put the poll to both."""
    await put(company.first, "polls", poll_of(**more))
    return await the_poll(company)


async def the_poll(company: Company) -> Poll:
    """The poll as it stands."""
    found: Poll = await one(company.first, "polls", KEY)
    return found
