"""What stands in the calendars is ended: all that is to come of a tandem, or what was left of a
series once another one stands in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from mentoring.domain.poll import Poll
from mentoring.domain.series import Ending, Plan
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.polls.living_polls import booking_key
from mentoring.usecases.sessions.booking import farewell
from mentoring.usecases.sessions.calendars import organizer_of

ELSEWHERE = "elsewhere"
"""Why something is cancelled in whose place something else stands."""


def note_replaced(
    uow: UnitOfWork, moment: Moment, poll: Poll, ahead: Sequence[Session]
) -> tuple[Ending, ...]:
    """Have what was booked of the tandem before ended; returns all that is still to be ended, also
    by a handover that has not come to its end.
    """
    tandem = uow.tandems.need(poll.tandem_id)
    ask(uow, end_replaced, tandem.id, once=booking_key(poll))
    singles = tuple(session.event_id for session in ahead if session.event_id)
    organizer = organizer_of(moment, tandem)
    before = Ending(booking_key(poll), organizer, tandem.series_id, singles)
    return (*tandem.plan.replaced, *_of_a_handover(tandem.plan, organizer), before)


def _of_a_handover(plan: Plan, organizer: str) -> Iterable[Ending]:
    """What one that has not come to its end has left in the old calendar, and in the new one."""
    if plan.ending:
        yield replace(plan.ending, taken=None)
    if plan.ending and plan.ending.taken:
        taken = plan.ending.taken
        yield Ending(f"{plan.ending.number}:new", organizer, taken.series, taken.singles)


@one_step(queue="sessions")
async def end_replaced(world: World, tandem_id: str) -> None:
    """End in the calendars what another series has taken the place of."""
    await end_all_replaced(world, tandem_id, ELSEWHERE)


async def end_all_replaced(world: World, tandem_id: str, cause: str) -> None:
    """The same, with another friendly line (``session-cancelled-<cause>``)."""
    tandem = await world.read(lambda uow, _: uow.tandems.need(tandem_id))
    for each in tandem.plan.replaced:
        await _end(world, tandem, each, await world.read(farewell, tandem, cause))
        await world.run(_ended, tandem_id, each)


async def _end(world: World, tandem: Tandem, ending: Ending, comment: str) -> None:
    for event_id in ending.singles:
        await world.calendar.cancel(ending.organizer, event_id, comment)
    before = replace(tandem, series_id=ending.series)
    await end_sessions(world, before, ending.organizer, (), world.clock.now(), comment)


def _ended(uow: UnitOfWork, _moment: Moment, tandem_id: str, ended: Ending) -> None:
    tandem = uow.tandems.need(tandem_id)
    left = tuple(each for each in tandem.plan.replaced if each != ended)
    uow.tandems.put(replace(tandem, plan=replace(tandem.plan, replaced=left)))


async def end_sessions(
    world: World,
    tandem: Tandem,
    organizer: str,
    ahead: Sequence[Session],
    now: datetime,
    comment: str,
) -> None:
    """Cancel everything that is to come of a tandem with a friendly line; what was stays in both
    calendars.
    """
    for session in ahead:
        if session.event_id:
            await world.calendar.cancel(organizer, session.event_id, comment)
    if tandem.series_id:
        kept = await world.read(lambda uow, _: _kept(uow, tandem.id, now))
        await world.calendar.end_series(organizer, tandem.series_id, now, comment, kept)


def _kept(uow: UnitOfWork, tandem_id: str, now: datetime) -> dict[datetime, tuple[datetime, int]]:
    """Where the past occurrences of the series lie, by where its pattern had put them."""
    past = (
        s
        for s in uow.sessions.all(tandem_id=tandem_id)
        if s.start and s.start <= now and not s.event_id
    )
    return {session.planned: (session.start, session.minutes) for session in past if session.start}
