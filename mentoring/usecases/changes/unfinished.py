"""What stands in both calendars of a handover that has not come to its end: it was refused, or is
just under way.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import replace

from mentoring.domain.series import Ending
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.polls.replaced import ELSEWHERE, end_sessions
from mentoring.usecases.polls.unheard import booked_under
from mentoring.usecases.sessions.booking import farewell
from mentoring.usecases.sessions.calendars import organizer_of

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
    tandem = await world.read(lambda uow, _: uow.tandems.need(tandem_id))
    ending = tandem.plan.ending
    if ending is None:
        return
    comment = await world.read(farewell, tandem, cause)
    for event_id in ending.singles:
        await world.calendar.cancel(ending.organizer, event_id, comment)
    await _end_series(world, tandem, ending.organizer, ending.series, comment)


async def end_both(world: World, tandem_id: str, cause: str) -> None:
    """End what was booked in the new calendar without our learning of it, and what stands in the
    old one, which may refuse it for good; nothing where no handover is unfinished.
    """
    await _end_new(world, tandem_id, cause)
    await end_old(world, tandem_id, cause)


async def take_new_out(world: World, tandem_id: str) -> None:
    """Of a handover that was refused nothing stays in the new calendar; the next attempt books
    under keys of its own, because Microsoft 365 takes none twice.
    """
    await _end_new(world, tandem_id, ELSEWHERE)
    await world.run(_numbered_anew, tandem_id)


def _numbered_anew(uow: UnitOfWork, _moment: Moment, tandem_id: str) -> None:
    tandem = uow.tandems.need(tandem_id)
    ending = tandem.plan.ending
    if ending:
        anew = replace(ending, number=secrets.token_hex(8))
        uow.tandems.put(replace(tandem, plan=replace(tandem.plan, ending=anew)))


async def _end_new(world: World, tandem_id: str, cause: str) -> None:
    tandem, organizer, sessions = await world.read(_unfinished, tandem_id)
    ending = tandem.plan.ending
    if ending is None:
        return
    comment = await world.read(farewell, tandem, cause)
    for each in sessions:
        single = await booked_under(world, organizer, session_key(each, ending))
        if single:
            await world.calendar.cancel(organizer, single.id, comment)
    series = await booked_under(world, organizer, series_key(tandem.id, ending))
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
