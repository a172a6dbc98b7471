"""Booking what both have agreed on: the slot is looked at once more, then the session or the series
is moved or booked anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from mentoring.domain import poll as poll_rules
from mentoring.domain.errors import NotAllowed, NotThere, NotYet, Rejected
from mentoring.domain.poll import Cause, Option, Poll, PollState
from mentoring.domain.scheduling.recurrence import expand
from mentoring.domain.series import SeriesOption, renumbered
from mentoring.domain.session import Session, moved_to, remembering
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.calendar import Booked, CalendarEntry, SeriesWish, SessionWish
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.changes import changed
from mentoring.usecases.common.effects import Step, effect
from mentoring.usecases.polls.after_session import accompany
from mentoring.usecases.polls.left_open import agree_on_the_rest
from mentoring.usecases.polls.living_polls import booking_key, close, living
from mentoring.usecases.polls.opening import search_again
from mentoring.usecases.polls.replaced import ELSEWHERE, note_replaced
from mentoring.usecases.polls.unheard import booked_under, take_out
from mentoring.usecases.sessions.booking import (
    AROUND,
    CALENDARS,
    event_id_of,
    farewell,
    keep_booked,
    series_wish,
    session_wish,
)
from mentoring.usecases.sessions.calendars import Inputs, inputs_of, is_free, read, sides

log = structlog.get_logger()


@dataclass(frozen=True)
class _Order:
    """What is to be booked, with everything that the database knows of it."""

    poll: Poll
    option: Option
    tandem: Tandem
    session: Session | None
    ahead: tuple[Session, ...]
    inputs: Inputs
    wish: SessionWish | SeriesWish
    farewell: str
    """The friendly line of whatever does not stand any more, because something else does."""


@effect(queue="sessions")
async def book_slot(world: World, poll_id: str, step: Step) -> None:
    """Book what both have agreed on, unless something has come in between."""
    try:
        if await step("free", lambda: still_free(world, poll_id)):
            await step("book", lambda: book(world, poll_id))
    except (NotAllowed, NotThere, Rejected) as refused:
        error = type(refused).__name__
        log.warning("booking.refused", poll=poll_id, error=error, text=str(refused))
        await step("give up", lambda: _let_go(world, poll_id))


async def still_free(world: World, poll_id: str) -> bool:
    """Whether nothing has come in between since both agreed; if something has, other times are
    looked for.

    What an earlier attempt has booked is not in its own way, and where nobody agrees on it any more
    nothing of it stays.
    """
    order = await world.read(_order, poll_id)
    if order is None:
        await take_out(world, poll_id)
        return False
    if await _is_free(world, order) or await _stands_already(world, order):
        return True
    await world.run(lambda uow, _: _taken(uow, order.poll))
    return False


async def book(world: World, poll_id: str) -> None:
    """Book the agreed time; a poll that is booked already, or was closed meanwhile, stays as it
    is, and of one that was closed nothing stays in the calendars.
    """
    order = await world.read(_order, poll_id)
    if order is None:
        await take_out(world, poll_id)
        return
    if order.session is None:
        await _book_series(world, order)
    else:
        await _book_session(world, order, order.session)


async def _let_go(world: World, poll_id: str) -> None:
    """What stands of it by then is taken out again; where that is refused as well, whatever ends
    the tandem does it.
    """
    try:
        await take_out(world, poll_id)
    except (NotAllowed, NotThere, Rejected) as refused:
        error = type(refused).__name__
        log.warning("booking.left_behind", poll=poll_id, error=error, text=str(refused))
    await world.run(give_up, poll_id)


def give_up(uow: UnitOfWork, _moment: Moment, poll_id: str) -> None:
    """Microsoft 365 refuses the booking for good: nothing is left to agree on, and the two can look
    for times anew.
    """
    close(uow, uow.polls.need(poll_id))


def _order(uow: UnitOfWork, moment: Moment, poll_id: str) -> _Order | None:
    """What is to be booked, if it still is; while the sessions move to the other calendar it waits,
    because it would stand twice.
    """
    poll = uow.polls.get(poll_id)
    if poll is None or poll.state is not PollState.BOOKING or poll.both is None:
        return None
    option, tandem = poll.options[poll.both], _tandem(uow, poll)
    if tandem.is_being_handed_over:
        raise NotYet("the tandem's sessions are being handed over: this is booked afterwards")
    session = uow.sessions.get(poll.session_id) if poll.session_id else None
    now = moment.now
    sessions = () if poll.further else uow.sessions.all(tandem_id=tandem.id)
    ahead = tuple(s for s in sessions if s.is_ahead(now) or s.start is None)
    released = [session] if session else ahead
    return _Order(
        poll,
        option,
        tandem,
        session,
        ahead,
        inputs_of(uow, moment, [tandem], released),
        _wish(uow, moment, poll, tandem, option),
        farewell(uow, moment, tandem, ELSEWHERE),
    )


def _tandem(uow: UnitOfWork, poll: Poll) -> Tandem:
    """The tandem; as long as nothing of it stands in a calendar, organized by whom this was asked
    of first.
    """
    tandem = uow.tandems.need(poll.tandem_id)
    return replace(tandem, organizer_id=tandem.organizer_id or poll.organizer_id)


def _wish(
    uow: UnitOfWork, moment: Moment, poll: Poll, tandem: Tandem, option: Option
) -> SessionWish | SeriesWish:
    key = booking_key(poll)
    if option.series:
        return series_wish(uow, moment, tandem, option.series.pattern, option.series.sessions, key)
    return session_wish(uow, moment, tandem, option.start, poll.minutes, key)


async def _is_free(world: World, order: _Order) -> bool:
    """Whether the agreed time can still be booked. If it was offered with its costs, both have
    accepted them knowingly; a calendar that cannot be read does not count.
    """
    if order.option.costs:
        return True
    minutes, starts = order.poll.minutes, _starts(order)
    first, last = min(starts).date() - timedelta(days=1), max(starts).date() + timedelta(days=1)
    both = sides(order.inputs, await read(world, order.inputs, first, last), order.tandem)
    return all(is_free(both, start, minutes) for start in starts)


async def _stands_already(world: World, order: _Order) -> bool:
    """Whether an earlier attempt has booked or moved it without our hearing of it."""
    organizer = order.wish.organizer
    if await booked_under(world, organizer, order.wish.key):
        return True
    standing = await _standing(world, order, order.session) if order.session else ""
    entry = await world.calendar.session(organizer, standing) if standing else None
    return entry is not None and entry.start == order.option.start


def _starts(order: _Order) -> list[datetime]:
    if order.option.series is None:
        return [order.option.start]
    return [session.start for session in order.option.series.sessions if session.start]


def _taken(uow: UnitOfWork, asked: Poll) -> None:
    search_again(uow, uow.polls.need(asked.id), taken=True)


async def _book_session(world: World, order: _Order, session: Session) -> None:
    """Move the session's event; if there is none, or its neighbours are in the way, book the
    session as an event of its own.
    """
    event_id, wish = session.event_id, order.wish
    booked: Booked | None = None
    standing = await _standing(world, order, session)
    if not standing or not await _moved(world, wish.organizer, standing, order):
        if not isinstance(wish, SessionWish):
            raise TypeError("a session is booked by a SessionWish")
        booked = await world.calendar.book_session(wish)
        event_id = booked.id
        if standing:
            await world.calendar.cancel(wish.organizer, standing, order.farewell)
    if not await world.run(_session_booked, order, event_id, booked) and booked:
        await world.calendar.cancel(wish.organizer, booked.id, order.farewell)


async def _standing(world: World, order: _Order, session: Session) -> str:
    """The id under which the session stands in the organizer's calendar now; empty if it is
    gone, or over: what was stays where it was.
    """
    organizer = order.wish.organizer
    if session.start and not session.is_ahead(world.clock.now()):
        return ""
    if session.event_id:
        single = await world.calendar.session(organizer, session.event_id)
        return single.id if single else ""
    return await event_id_of(world, order.tandem, session)


async def _moved(world: World, organizer: str, event_id: str, order: _Order) -> bool:
    try:
        await world.calendar.move(organizer, event_id, order.option.start, order.poll.minutes)
    except Rejected as refused:
        if "ErrorOccurrenceCrossingBoundary" not in refused.code:
            raise
        return False
    return True


def _session_booked(
    uow: UnitOfWork, moment: Moment, order: _Order, event_id: str, booked: Booked | None
) -> bool:
    """Keep what was booked; False if the tandem or the poll has come to its end meanwhile."""
    session = uow.sessions.get(order.poll.session_id)
    if session is None or not _wanted(uow, order):
        return False
    changed = moved_to(session, order.option.start, order.poll.minutes)
    join_url = booked.join_url if booked else changed.join_url
    uow.sessions.put(replace(changed, event_id=event_id, join_url=join_url))
    tandem = uow.tandems.need(order.tandem.id)
    if booked:
        tandem = uow.tandems.put(
            replace(
                tandem,
                join_url=tandem.join_url or booked.join_url,
                organizer_id=tandem.organizer_id or order.wish.organizer,
            )
        )
    _settled(uow, moment, order.poll, tandem)
    return True


def _wanted(uow: UnitOfWork, order: _Order) -> bool:
    poll, tandem = uow.polls.need(order.poll.id), uow.tandems.need(order.tandem.id)
    return poll.state is PollState.BOOKING and tandem.state is TandemState.LAUNCHED


async def _book_series(world: World, order: _Order) -> None:
    """Book the new series; what is left of the old one is ended only once the new one stands whole
    and is kept. Further sessions come beside what stands.
    """
    wish, series = order.wish, order.option.series
    if series is None or not isinstance(wish, SeriesWish):
        raise TypeError("a series is booked by a SeriesWish")
    booked = await world.calendar.book(wish)
    await world.calendar.adjust(wish, booked)
    entries = await _entries(world, wish, booked) if order.poll.further else {}
    if not await world.run(_series_booked, order, series, booked, entries):
        now = world.clock.now()
        await world.calendar.end_series(wish.organizer, booked.id, now, order.farewell, {})


async def _entries(
    world: World, wish: SeriesWish, booked: Booked
) -> Mapping[datetime, CalendarEntry]:
    """The occurrences of what was just booked, by where the pattern put them."""
    planned = expand(wish.pattern)
    if wish.pattern.day.type == "once":
        start, link = wish.moves.get(planned[0], planned[0]), booked.join_url
        end = start + timedelta(minutes=wish.pattern.length_minutes)
        return {planned[0]: CalendarEntry(booked.id, planned[0], start, end, join_url=link)}
    span = min(planned) - AROUND, max(planned) + AROUND
    rows = await world.calendar.series(wish.organizer, booked.id, *span) or ()
    return {row.planned: row for row in rows}


def _series_booked(
    uow: UnitOfWork,
    moment: Moment,
    order: _Order,
    series: SeriesOption,
    booked: Booked,
    entries: Mapping[datetime, CalendarEntry],
) -> bool:
    """Keep what was booked; what had taken place meanwhile keeps its number, and nothing else is
    agreed on any more.
    """
    if not _wanted(uow, order):
        return False
    if order.poll.further:
        _keep_further(uow, moment, order, series, entries)
        return True
    for other in living(uow, order.tandem.id):
        if other.id != order.poll.id and not other.further:
            close(uow, other)
    replaced = note_replaced(uow, moment, order.poll, order.ahead)
    for session in order.ahead:
        uow.sessions.delete(session.id)
    last = max(
        (session.number for session in uow.sessions.all(tandem_id=order.tandem.id)), default=0
    )
    sessions = remembering(renumbered(series.sessions, last), order.ahead)
    tandem = replace(
        uow.tandems.need(order.tandem.id),
        plan=replace(series.plan, replaced=replaced),
        organizer_id=order.wish.organizer,
        minutes=order.poll.minutes,
        rhythm=order.poll.rhythm or order.tandem.rhythm,
    )
    _settled(uow, moment, order.poll, keep_booked(uow, tandem, series.pattern, sessions, booked))
    return True


def _keep_further(
    uow: UnitOfWork,
    moment: Moment,
    order: _Order,
    series: SeriesOption,
    entries: Mapping[datetime, CalendarEntry],
) -> None:
    """The further sessions stand in a series of their own, so each is known by its own
    occurrence.
    """
    tandem = uow.tandems.need(order.tandem.id)
    last = max((s.number for s in uow.sessions.all(tandem_id=tandem.id)), default=0)
    for session in renumbered(series.sessions, last):
        entry = entries.get(session.planned)
        known = entry is not None and session.start is not None
        event_id, link = (entry.id, entry.join_url) if entry and known else ("", "")
        uow.sessions.put(replace(session, event_id=event_id, join_url=link))
    tandem = replace(tandem, organizer_id=tandem.organizer_id or order.wish.organizer)
    _settled(uow, moment, order.poll, uow.tandems.put(tandem))


def _settled(uow: UnitOfWork, moment: Moment, asked: Poll, tandem: Tandem) -> None:
    uow.polls.put(poll_rules.booked(uow.polls.need(asked.id)))
    accompany(uow, tandem, moment)
    changed(uow, CALENDARS, tandem.organizer_id)
    if asked.cause is Cause.NO_SLOT or not asked.session_id:
        agree_on_the_rest(uow, moment, tandem)
