"""Whether those who organize get Teams meetings: one is booked and deleted (only with a probe)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

from bot.doctor.case import Case
from bot.doctor.lines import Line, Who, fine, missing, undecided
from graph.meetings import meets_online
from mentoring.domain.errors import NotAllowed, NotThere
from mentoring.domain.people import Profile


async def meetings(case: Case) -> AsyncIterator[Line]:
    """A line for each person whose meetings get no link, one for all the others."""
    people = [each for each in case.people if not each.hindrance]
    if not case.probe:
        yield undecided("meetings", "meetings-untried", Who.OPERATOR, count=len(people))
        return
    online = {each.id: await _online(case, each) for each in people}
    for person in people:
        if online[person.id] is False:
            yield missing("meetings", "meetings-forbidden", Who.TEAMS, name=person.name)
    able = sum(value is True for value in online.values())
    if able:
        yield fine("meetings", "meetings", count=able)


async def _online(case: Case, person: Profile) -> bool | None:
    """None where the mailbox could not be asked, which has a line of its own."""
    tomorrow = case.outside.clock.now() + timedelta(days=1)
    try:
        return await meets_online(case.outside.graph, person.id, tomorrow)
    except (NotAllowed, NotThere):
        return None
