"""What was booked for a poll without our knowing of it: its answer was lost, or what was to follow
was refused. It is found by the key that it was asked for with, and taken out of both calendars once
nobody agrees on it any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mentoring.domain.errors import NotAllowed, NotThere
from mentoring.domain.poll import Poll, PollState
from mentoring.ports.calendar import Booked
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.polls.living_polls import booking_key
from mentoring.usecases.polls.replaced import ELSEWHERE
from mentoring.usecases.sessions.booking import farewell
from mentoring.usecases.sessions.calendars import organizer_of


@dataclass(frozen=True)
class Trace:
    """By what it would be found, and the friendly line with which it is cancelled."""

    organizer: str
    key: str
    comment: str


async def booked_under(world: World, organizer: str, key: str) -> Booked | None:
    """What was booked under the key; where the app may not look it cannot have booked."""
    try:
        return await world.calendar.booked_as(organizer, key)
    except (NotAllowed, NotThere):
        return None


async def take_out(world: World, poll_id: str) -> None:
    """Nothing stays of what the poll was about; one that is booked stands as it should."""
    trace = await world.read(_trace_of, poll_id)
    if trace:
        await _take_out(world, trace)


async def take_out_all(world: World, tandem_id: str, cause: str) -> None:
    """The same for all that was ever agreed on in the tandem, and is over; ``cause`` chooses the
    friendly text (``session-cancelled-<cause>``).
    """
    for trace in await world.read(_traces, tandem_id, cause):
        await _take_out(world, trace)


async def _take_out(world: World, trace: Trace) -> None:
    booked = await booked_under(world, trace.organizer, trace.key)
    if booked:
        there, now = (trace.organizer, booked.id), world.clock.now()
        await world.calendar.end_series(*there, now, trace.comment, {})


def _trace_of(uow: UnitOfWork, moment: Moment, poll_id: str) -> Trace | None:
    poll = uow.polls.get(poll_id)
    if poll is None or not _may_be_left(poll):
        return None
    return _trace(uow, moment, poll, ELSEWHERE)


def _traces(uow: UnitOfWork, moment: Moment, tandem_id: str, cause: str) -> Sequence[Trace]:
    over = uow.polls.all(tandem_id=tandem_id, state=PollState.CLOSED)
    return [_trace(uow, moment, poll, cause) for poll in over if _may_be_left(poll)]


def _may_be_left(poll: Poll) -> bool:
    """Whether both had agreed on a time that was not booked as it should be."""
    return poll.both is not None and poll.state in {PollState.BOOKING, PollState.CLOSED}


def _trace(uow: UnitOfWork, moment: Moment, poll: Poll, cause: str) -> Trace:
    tandem = uow.tandems.need(poll.tandem_id)
    comment = farewell(uow, moment, tandem, cause)
    organizer = poll.organizer_id or organizer_of(moment, tandem)
    return Trace(organizer, booking_key(poll), comment)
