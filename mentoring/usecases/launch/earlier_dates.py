"""Dates that an earlier attempt has planned. What stands in a calendar is the tandem's series, also
where its answer was lost: only what stands nowhere may be planned anew, so that there is never a
second one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

import structlog

from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.domain.series import Plan
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.calendar import Booked
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.launch.left_behind import keep_unheard
from mentoring.usecases.polls.unheard import booked_under
from mentoring.usecases.sessions.booking import farewell, known_booking, without_dates
from mentoring.usecases.sessions.calendars import organizer_as_set, organizer_of

log = structlog.get_logger()


async def settle_earlier(world: World, tandem_ids: Sequence[str], start: date) -> None:
    """What was booked for these tandems without our learning of it is their own from now on; of
    what stands nowhere, dates of which one lies before ``start`` (UTC) are planned no more, and
    whoever organizes by now organizes the others.
    """
    for tandem_id, organizer in await world.read(_unsettled, tandem_ids):
        booked = await booked_under(world, organizer, tandem_id)
        await world.run(_settle, tandem_id, start, booked)


def _unsettled(uow: UnitOfWork, moment: Moment, tandem_ids: Sequence[str]) -> list[tuple[str, str]]:
    """Each of them of whose dates we do not know where they stand, and who organizes it."""
    found = uow.tandems.all(id=tandem_ids, state=TandemState.LAUNCHING)
    return [(t.id, organizer_of(moment, t)) for t in found if _is_unsettled(uow, t)]


def _is_unsettled(uow: UnitOfWork, tandem: Tandem) -> bool:
    return tandem.plan != Plan() and known_booking(uow, tandem) is None


def _settle(
    uow: UnitOfWork, moment: Moment, tandem_id: str, start: date, booked: Booked | None
) -> None:
    tandem = uow.tandems.need(tandem_id)
    if tandem.state is not TandemState.LAUNCHING or not _is_unsettled(uow, tandem):
        return
    if booked:
        keep_unheard(uow, tandem, organizer_of(moment, tandem), booked)
    elif _begins_before(uow, tandem, datetime.combine(start, time.min, UTC)):
        uow.tandems.put(replace(without_dates(uow, tandem), organizer_id=""))
    elif tandem.plan.pattern:
        uow.tandems.put(replace(tandem, organizer_id=organizer_as_set(moment, tandem)))


def _begins_before(uow: UnitOfWork, tandem: Tandem, earliest: datetime) -> bool:
    starts = [each.start for each in uow.sessions.all(tandem_id=tandem.id)]
    return any(start and start < earliest for start in starts)


def left_to_them(uow: UnitOfWork, tandem: Tandem) -> Tandem:
    """The tandem; where the two keep their dates themselves none are planned any more."""
    return without_dates(uow, tandem) if tandem.by_hand.has_dates else tandem


async def take_out_beside_theirs(world: World, tandem_id: str) -> None:
    """Where the two keep their dates themselves, none of ours stay in the calendars beside them.
    Where that is refused, whatever ends the tandem takes them out.
    """
    tandem, organizer, comment = await world.read(_beside_theirs, tandem_id)
    if not tandem.by_hand.has_dates or tandem.state is not TandemState.LAUNCHING:
        return
    try:
        booked = await booked_under(world, organizer, tandem_id)
        series = booked.id if booked else tandem.series_id
        if series:
            await world.calendar.end_series(organizer, series, world.clock.now(), comment, {})
        await world.run(_taken_out, tandem_id)
    except (NotAllowed, NotThere, Rejected) as refused:
        error = type(refused).__name__
        log.warning("launch.left_behind", tandem=tandem_id, error=error, text=str(refused))


def _beside_theirs(uow: UnitOfWork, moment: Moment, tandem_id: str) -> tuple[Tandem, str, str]:
    """The tandem, who organizes it, and the friendly line."""
    tandem = uow.tandems.need(tandem_id)
    return tandem, organizer_of(moment, tandem), farewell(uow, moment, tandem, "elsewhere")


def _taken_out(uow: UnitOfWork, _moment: Moment, tandem_id: str) -> None:
    tandem = uow.tandems.need(tandem_id)
    uow.tandems.put(replace(tandem, series_id="", join_url="", organizer_id=""))
