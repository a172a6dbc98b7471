"""What has happened to sessions in Outlook: moves become the truth, and what is lost is rescued.

Only our own events are ever read, by their ids.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, PollState, WantedPoll
from mentoring.domain.session import Session, moved_to
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Timer
from mentoring.ports.calendar import CalendarEntry
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.changes.standing import read_standing
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.effects import ask_soon, one_step
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.polls.after_session import accompany
from mentoring.usecases.polls.living_polls import close, living
from mentoring.usecases.polls.lost_sessions import lose
from mentoring.usecases.polls.opening import agree
from mentoring.usecases.sessions.booking import farewell
from mentoring.usecases.sessions.calendars import organizer_of

SETTLES = timedelta(seconds=1)
"""Changes come in bursts (Outlook saves twice, we move several): for this long after the first
notification nothing is read.
"""
UNDER_WAY = timedelta(seconds=30)
"""While something is being booked nothing is compared; this is how long to wait then."""
LOOKED_ANYWAY = timedelta(days=1)
"""How often our own events are read without a notification: notifications may be lost, or may not
be possible at all.
"""


def look_soon(uow: UnitOfWork, tandem: Tandem, now: datetime, pause: timedelta = SETTLES) -> None:
    """Have the tandem's events read after ``pause``; that covers all notifications until then."""
    here = for_cycle(uow, tandem.cycle_id)
    ask_soon(here, look, tandem.id, now, now + pause, once=secrets.token_hex(8))


@when_due(stored_as="look")
def look_anyway(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """No notification has come for a long time: some may have been lost."""
    tandem = uow.tandems.get(timer.subject_id)
    if tandem:
        look_soon(uow, tandem, moment.now)


@one_step(queue="sessions")
async def look(world: World, tandem_id: str) -> None:
    """Read the tandem's events and take over what has changed in them."""
    tandem, sessions = await world.glance(
        lambda uow, _: (uow.tandems.get(tandem_id), uow.sessions.all(tandem_id=tandem_id))
    )
    if tandem is None or tandem.state is not TandemState.LAUNCHED:
        return
    ahead = tuple(session for session in sessions if session.is_ahead(world.clock.now()))
    standing = await read_standing(world, tandem, sessions)
    if await world.run(_take_over, tandem, ahead, standing.entries, standing.series):
        await _call_off(world, tandem, standing.surplus)


async def _call_off(world: World, tandem: Tandem, surplus: Sequence[CalendarEntry]) -> None:
    """Cancel occurrences that came back although their session stands elsewhere or does not take
    place.
    """
    for entry in surplus:
        comment = await world.read(farewell, tandem, "elsewhere")
        organizer = organizer_of(await world.moment(), tandem)
        await world.calendar.cancel(organizer, entry.id, comment)


def _ahead(uow: UnitOfWork, tandem_id: str, now: datetime) -> tuple[Session, ...]:
    return tuple(s for s in uow.sessions.all(tandem_id=tandem_id) if s.is_ahead(now))


def _take_over(
    uow: UnitOfWork,
    moment: Moment,
    seen: Tandem,
    before: Sequence[Session],
    found: Mapping[str, CalendarEntry],
    series: str = "",
) -> bool:
    """Compare with what is stored, unless it has changed since the reading began or is being
    booked: then look again. Returns whether it was compared.
    """
    now, tandem = moment.now, uow.tandems.get(seen.id)
    set_timer(uow, look_anyway, seen.id, now + LOOKED_ANYWAY)
    if tandem is None or tandem.state is not TandemState.LAUNCHED:
        return False
    booking = any(a.state is PollState.BOOKING for a in living(uow, tandem.id))
    if (
        booking
        or tandem.series_id != seen.series_id
        or _ahead(uow, tandem.id, now) != tuple(before)
    ):
        look_soon(uow, tandem, now, UNDER_WAY if booking else SETTLES)
        return False
    # While sessions are handed over they have no event yet: then nothing has gone.
    booked = [s for s in before if s.event_id or tandem.series_id]
    if series and tandem.series_id:
        tandem = _series_known_by(uow, tandem, series, found)
        booked = [_in_its_series(uow, each, series, found.get(each.id)) for each in booked]
    _compare_all(uow, moment, tandem, booked, found)
    return True


def _compare_all(
    uow: UnitOfWork,
    moment: Moment,
    tandem: Tandem,
    booked: Sequence[Session],
    found: Mapping[str, CalendarEntry],
) -> None:
    now, organizer = moment.now, organizer_of(moment, tandem)
    invitee = tandem.partner_of(organizer)
    booked = [_known_by(uow, session, found.get(session.id)) for session in booked]
    cancelled = [s for s in booked if s.id not in found]
    declined = [s for s in booked if s.id in found and found[s.id].declined and not s.is_declined]
    for session in booked:
        if session.id in found and session not in declined:
            _compare(uow, moment, tandem, session, found[session.id], invitee)
    if cancelled:
        lose(uow, moment, tandem, cancelled, Cause.CANCELLED, organizer, now)
    if declined:
        lose(uow, moment, uow.tandems.need(tandem.id), declined, Cause.DECLINED, invitee, now)


def _known_by(uow: UnitOfWork, session: Session, entry: CalendarEntry | None) -> Session:
    """The session by the id that its own event bears now, and with the link once Teams has made
    it.
    """
    if entry is None or not session.event_id:
        return session
    known = replace(session, event_id=entry.id, join_url=session.join_url or entry.join_url)
    return session if known == session else uow.sessions.put(known)


def _series_known_by(
    uow: UnitOfWork, tandem: Tandem, series: str, found: Mapping[str, CalendarEntry]
) -> Tandem:
    """The same for the tandem's series, which may be one that was split off."""
    links = (entry.join_url for entry in found.values() if entry.series == series)
    link = tandem.join_url or next(links, "")
    known = replace(tandem, series_id=series, join_url=link)
    return tandem if known == tandem else uow.tandems.put(known)


def _in_its_series(
    uow: UnitOfWork, session: Session, series: str, entry: CalendarEntry | None
) -> Session:
    """The session, known by its own occurrence if that stands in another series than the
    tandem's.
    """
    if entry is None or session.event_id or entry.series in {"", series}:
        return session
    known = replace(session, event_id=entry.id, join_url=entry.join_url)
    return uow.sessions.put(known)


def _compare(
    uow: UnitOfWork,
    moment: Moment,
    tandem: Tandem,
    session: Session,
    row: CalendarEntry,
    invitee: str,
) -> None:
    now = moment.now
    if (row.start, row.minutes) != (session.start, session.minutes):
        planned = session.planned if session.event_id else row.planned
        uow.sessions.put(moved_to(replace(session, planned=planned), row.start, row.minutes))
        for poll in uow.polls.all(session_id=session.id):
            if poll.living:
                close(uow, poll)
        accompany(uow, tandem, moment)
    elif row.proposed and row.proposed > now and row.proposed != session.start:
        role = tandem.role_of(invitee)
        asked = {a.wished for a in uow.polls.all(session_id=session.id)}
        if row.proposed not in asked:
            _proposed(uow, tandem, session, row.proposed, role, now)


def _proposed(
    uow: UnitOfWork, tandem: Tandem, session: Session, wished: datetime, role: Role, now: datetime
) -> None:
    """The invitee has proposed another time in Outlook: it is put to the other one, along with two
    more.
    """
    agree(
        uow,
        WantedPoll(
            tandem.id,
            session.id,
            Cause.PROPOSED,
            session.minutes,
            now,
            asked_by=role,
            wished=wished,
        ),
    )
