"""Whether those who organize get Teams meetings: one is booked and deleted (only with a probe)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import TypeAlias

from bot.doctor.case import Case
from bot.doctor.lines import (
    UNEXPECTED,
    Line,
    Part,
    Who,
    fine,
    missing,
    undecided,
    unheard,
    unseen,
)
from graph.meetings import meets_online
from mentoring.domain.errors import NotAllowed, NotThere
from mentoring.domain.people import Profile

Linked: TypeAlias = bool | Line
"""Whether somebody's meetings get a link; a line where they get none or nobody can tell."""


async def meetings(case: Case) -> AsyncIterator[Line]:
    """A line for each person whose meetings get no link, one for all the others."""
    if not case.probe:
        yield undecided("meetings", "meetings-untried", Who.OPERATOR)
        return
    linked = [await _linked(case, each) for each in case.able]
    for each in linked:
        if isinstance(each, Line):
            yield each
    if not linked:
        yield unseen(Part.MEETINGS, "nobody", Who.OPERATOR)
    if able := linked.count(True):
        yield fine("meetings", "meetings", count=able)


async def _linked(case: Case, person: Profile) -> Linked:
    """False where the mailbox refused, which has a line of its own."""
    tomorrow = case.outside.clock.now() + timedelta(days=1)
    try:
        if await meets_online(case.outside.graph, person.id, tomorrow):
            return True
    except (NotAllowed, NotThere):
        return False
    except UNEXPECTED as error:
        return unheard(Part.MEETINGS, error, person.name)
    return missing("meetings", "meetings-forbidden", Who.TEAMS, name=person.name)
