"""What stands in both calendars of a handover that has not come to its end: it was refused, or is
just under way.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

import structlog

from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.domain.series import Ending
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.calendar import Booked
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask
from mentoring.usecases.polls.replaced import ELSEWHERE, end_replaced, end_sessions
from mentoring.usecases.polls.unheard import booked_under
from mentoring.usecases.sessions.booking import farewell
from mentoring.usecases.sessions.calendars import organizer_of

log = structlog.get_logger()
End = Callable[[], Awaitable[None]]
"""Ends something in a calendar."""
Find = Callable[[World, str, str], Awaitable[Booked | None]]
"""Looks in an organizer's calendar for what was booked under a key."""
TROUBLE = "handover"
"""How the trouble of a tandem begins whose handover was refused."""


def series_key(tandem_id: str, ending: Ending) -> str:
    """By what the series is found that was booked in the new calendar."""
    return f"{tandem_id}:handed:{ending.number}"


def session_key(session_id: str, ending: Ending) -> str:
    """By what a single session is."""
    return f"{session_id}:handed:{ending.number}"


def in_calendars(tandem: Tandem, sessions: Iterable[Session]) -> list[Session]:
    """Those of the tandem's sessions that stand in calendars, singly or in its series, also where
    that is still the old one of a handover.
    """
    old = tandem.plan.ending
    if tandem.series_id or (old and old.series):
        return list(sessions)
    own = old.own if old else ()
    return [each for each in sessions if each.event_id or each.id in own]


async def end_old(world: World, tandem_id: str, cause: str = "handed-over") -> None:
    """End what stands in the old organizer's calendar: what was stays, the rest is cancelled with a
    friendly line (``session-cancelled-<cause>``).
    """
    for end in await _ends(world, tandem_id, cause):
        await end()


async def _ends(world: World, tandem_id: str, cause: str) -> Sequence[End]:
    """What is to be done for that, one by one; the series first, because most stands in it."""
    tandem = await world.read(lambda uow, _: uow.tandems.need(tandem_id))
    ending = tandem.plan.ending
    if ending is None:
        return []
    comment = await world.read(farewell, tandem, cause)
    who, cancel = ending.organizer, world.calendar.cancel
    series = partial(_end_series, world, tandem, who, ending.series, comment)
    singles = [partial(cancel, who, event_id, comment) for event_id in ending.singles]
    return [series, *singles] if ending.series else singles


async def end_both(world: World, tandem_id: str, cause: str) -> None:
    """End what was booked in the new calendar without our learning of it, and what stands in the
    old one, which may refuse it for good; nothing where no handover is unfinished.
    """
    await _end_new(world, tandem_id, cause)
    await end_old(world, tandem_id, cause)


async def end_old_for_good(world: World, tandem_id: str) -> None:
    """The same of a handover whose sessions stand in the new calendar: once something has ended in
    the old one, or may have in an earlier attempt, the new ones are kept, and the rest is ended as
    soon as that is possible.

    Raises:
        NotAllowed, NotThere, Rejected: the old calendar refuses at once; all of it still stands.
    """
    may_have_ended = await world.run(_begun, tandem_id)
    for end in await _ends(world, tandem_id, "handed-over"):
        try:
            await end()
        except (NotAllowed, NotThere, Rejected) as refused:
            if not may_have_ended:
                raise
            error = type(refused).__name__
            log.warning("handover.left_behind", tandem=tandem_id, error=error, text=str(refused))
            await world.run(_to_be_ended, tandem_id)
            return
        may_have_ended = True


def _begun(uow: UnitOfWork, _moment: Moment, tandem_id: str) -> bool:
    """From now on something may have ended; returns whether an earlier attempt had come so far."""
    ending = uow.tandems.need(tandem_id).plan.ending
    if ending and not ending.begun:
        _put(uow, tandem_id, replace(ending, begun=True))
    return bool(ending and ending.begun)


def _to_be_ended(uow: UnitOfWork, _moment: Moment, tandem_id: str) -> None:
    tandem = uow.tandems.need(tandem_id)
    ending = tandem.plan.ending
    left = replace(ending, taken=None) if ending else None
    if left and left not in tandem.plan.replaced:
        plan = replace(tandem.plan, replaced=(*tandem.plan.replaced, left))
        uow.tandems.put(replace(tandem, plan=plan))
        ask(uow, end_replaced, tandem.id, once=left.number)


async def take_new_out(world: World, tandem_id: str) -> None:
    """Of a handover that was refused nothing stays in the new calendar, and what stands in the old
    one counts again; the next attempt books under keys of its own, because Microsoft 365 takes none
    twice.

    Raises:
        NotAllowed, NotThere, Rejected: it may still stand; the next attempt finds it by its keys.
    """
    await world.run(_not_taken, tandem_id)
    await _end_new(world, tandem_id, ELSEWHERE, _booked_as)
    await world.run(_given_back, tandem_id)


def _not_taken(uow: UnitOfWork, _moment: Moment, tandem_id: str) -> None:
    ending = uow.tandems.need(tandem_id).plan.ending
    if ending:
        _put(uow, tandem_id, replace(ending, taken=None, begun=False))


def _given_back(uow: UnitOfWork, moment: Moment, tandem_id: str) -> None:
    """What never left counts again, until owners have it tried once more; unless the two have
    booked something in the new calendar since, because an earlier attempt's could not be taken out.
    """
    tandem = uow.tandems.need(tandem_id)
    ending = tandem.plan.ending
    if ending is None or tandem.state is not TandemState.LAUNCHED:
        return
    rows = uow.sessions.all(tandem_id=tandem_id)
    if any(each.event_id and each.is_ahead(moment.now) for each in rows):
        _put(uow, tandem_id, replace(ending, number=secrets.token_hex(8)))
        return
    for session_id, event_id in zip(ending.own, ending.singles, strict=True):
        session = uow.sessions.get(session_id)
        if session:
            uow.sessions.put(replace(session, event_id=event_id))
    old = replace(tandem, organizer_id=ending.organizer, series_id=ending.series)
    uow.tandems.put(replace(old, plan=replace(tandem.plan, ending=None)))


def _put(uow: UnitOfWork, tandem_id: str, ending: Ending) -> None:
    tandem = uow.tandems.need(tandem_id)
    uow.tandems.put(replace(tandem, plan=replace(tandem.plan, ending=ending)))


async def _booked_as(world: World, organizer: str, key: str) -> Booked | None:
    return await world.calendar.booked_as(organizer, key)


async def _end_new(world: World, tandem_id: str, cause: str, find: Find = booked_under) -> None:
    tandem, organizer, sessions = await world.read(_unfinished, tandem_id)
    ending = tandem.plan.ending
    if ending is None:
        return
    comment = await world.read(farewell, tandem, cause)
    for each in sessions:
        single = await find(world, organizer, session_key(each, ending))
        if single:
            await world.calendar.cancel(organizer, single.id, comment)
    series = await find(world, organizer, series_key(tandem.id, ending))
    if series:
        await _end_series(world, tandem, organizer, series.id, comment)


def _unfinished(
    uow: UnitOfWork, moment: Moment, tandem_id: str
) -> tuple[Tandem, str, tuple[str, ...]]:
    """The tandem, who organizes from the handover on, and the sessions that may stand singly."""
    tandem, now = uow.tandems.need(tandem_id), moment.now
    rows = uow.sessions.all(tandem_id=tandem_id)
    to_come = tuple(each.id for each in rows if each.start is None or each.is_ahead(now))
    return tandem, organizer_of(moment, tandem), to_come


async def _end_series(
    world: World, tandem: Tandem, organizer: str, series: str, comment: str
) -> None:
    theirs = replace(tandem, series_id=series)
    await end_sessions(world, theirs, organizer, (), world.clock.now(), comment)
