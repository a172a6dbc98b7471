"""Booking what both have agreed on: the slot is looked at once more, then the session or the series is moved or booked anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mentoring.calendar_port import Booked, SeriesWish, SessionWish
from mentoring.domain import agreement as rules
from mentoring.domain.agreement import Agreement, AgreementState, Cause, Option
from mentoring.domain.errors import Refusal, Rejected
from mentoring.domain.session import Session, moved_to
from mentoring.domain.tandem import Tandem
from mentoring.domain.upkeep import Effect
from mentoring.ports import UnitOfWork, World
from mentoring.usecases.agreement import KIND, close
from mentoring.usecases.agreement_launch import agree_on_the_rest
from mentoring.usecases.calendars import Inputs, inputs_of, is_free, read, sides
from mentoring.usecases.plans import sessions_in
from mentoring.usecases.postings import touch
from mentoring.usecases.session_reminder import remind_of
from mentoring.usecases.sessions import series_wish, session_wish

AROUND = timedelta(days=60)


@dataclass(frozen=True)
class _Order:
    """What is to be booked, with everything that the database knows of it."""

    agreement: Agreement
    option: Option
    tandem: Tandem
    session: Session | None
    ahead: tuple[Session, ...]
    inputs: Inputs
    wish: SessionWish | SeriesWish


async def book(world: World, agreement_id: str) -> None:
    """Book the agreed time; if something has come in between, other times are looked for instead."""
    order = await world.store.run(lambda uow: _order(uow, world, agreement_id))
    if order is None:
        return
    if order.session is None:
        await _book_series(world, order)
    elif await _still_free(world, order):
        await _book_session(world, order, order.session)
    else:
        await world.store.run(lambda uow: _taken(uow, order.agreement))


def _order(uow: UnitOfWork, world: World, agreement_id: str) -> _Order | None:
    agreement = uow.agreements.get(agreement_id)
    if agreement is None or agreement.state is not AgreementState.BOOKING or agreement.both is None:
        return None
    option, tandem = agreement.options[agreement.both], uow.tandems.need(agreement.tandem_id)
    session = uow.sessions.get(agreement.session_id) if agreement.session_id else None
    now = world.clock.now()
    ahead = tuple(s for s in uow.sessions.all(tandem_id=tandem.id) if s.is_ahead(now) or s.start is None)
    released = [session] if session else ahead
    return _Order(
        agreement, option, tandem, session, ahead, inputs_of(uow, [tandem], released), _wish(uow, world, agreement, option)
    )


def _wish(uow: UnitOfWork, world: World, agreement: Agreement, option: Option) -> SessionWish | SeriesWish:
    tandem, key = uow.tandems.need(agreement.tandem_id), f"{agreement.tandem_id}:{agreement.id}:{agreement.round}"
    if not agreement.session_id:
        return series_wish(uow, world, tandem, option.series["plan"], sessions_in(option.series), key)
    return session_wish(uow, world, tandem, option.start, agreement.minutes, key)


async def _still_free(world: World, order: _Order) -> bool:
    """Whether nothing has come in between; what was offered with its costs, or unseen, both have accepted knowingly."""
    if order.option.costs:
        return True
    day = order.option.start.date()
    seen = await read(world, order.inputs, day - timedelta(days=1), day + timedelta(days=1))
    return is_free(sides(order.inputs, seen, order.tandem), order.option.start, order.agreement.minutes)


def _taken(uow: UnitOfWork, asked: Agreement) -> None:
    agreement = uow.agreements.need(asked.id)
    try:
        searching = rules.again(agreement, taken=True)
    except Refusal:
        close(uow, agreement)
        return
    uow.agreements.put(searching)
    uow.effects.add(Effect(f"find:{searching.id}:{searching.round}", "find_slots", searching.id))
    touch(uow, KIND, searching.id)


async def _book_session(world: World, order: _Order, session: Session) -> None:
    """Move what stands; where nothing stands, or its neighbours are in the way, book an event of its own."""
    event_id, wish = session.event_id, order.wish
    booked: Booked | None = None
    standing = await _standing(world, order, session)
    if not standing or not await _moved(world, wish.organizer, standing, order):
        if not isinstance(wish, SessionWish):
            raise TypeError("a session is booked by a SessionWish")
        booked = await world.calendar.book_session(wish)
        event_id = booked.id
        if standing:
            await world.calendar.cancel(wish.organizer, standing, wish.cancel_comment)
    await world.store.run(lambda uow: _session_booked(uow, world, order, event_id, booked))


async def _standing(world: World, order: _Order, session: Session) -> str:
    """The id under which the session stands in the organizer's calendar now; empty if it is gone."""
    organizer = order.wish.organizer
    if session.event_id:
        single = await world.calendar.session(organizer, session.event_id)
        return single.id if single else ""
    if not order.tandem.series_id:
        return ""
    span = session.planned - AROUND, session.planned + AROUND
    found = await world.calendar.series(organizer, order.tandem.series_id, *span) or ()
    return next((s.id for s in found if s.planned == session.planned), "")


async def _moved(world: World, organizer: str, event_id: str, order: _Order) -> bool:
    try:
        await world.calendar.move(organizer, event_id, order.option.start, order.agreement.minutes)
    except Rejected as refused:
        if "ErrorOccurrenceCrossingBoundary" not in refused.code:
            raise
        return False
    return True


def _session_booked(uow: UnitOfWork, world: World, order: _Order, event_id: str, booked: Booked | None) -> None:
    changed = moved_to(uow.sessions.need(order.agreement.session_id), order.option.start, order.agreement.minutes)
    join_url = booked.join_url if booked else changed.join_url
    uow.sessions.put(replace(changed, event_id=event_id, join_url=join_url))
    tandem = uow.tandems.need(order.tandem.id)
    if booked:
        tandem = uow.tandems.put(
            replace(tandem, join_url=tandem.join_url or booked.join_url, organizer_id=tandem.organizer_id or order.wish.organizer)
        )
    _settled(uow, world, order.agreement, tandem)


async def _book_series(world: World, order: _Order) -> None:
    """End what is left of the old series, then book the new one; a repeat finds both as it left them."""
    wish, now = order.wish, world.clock.now()
    if not isinstance(wish, SeriesWish):
        raise TypeError("a series is booked by a SeriesWish")
    await end_sessions(world, order.tandem, wish.organizer, order.ahead, now, wish.cancel_comment)
    booked = await world.calendar.book(wish)
    await world.calendar.adjust(wish, booked)
    await world.store.run(lambda uow: _series_booked(uow, world, order, booked))


async def end_sessions(
    world: World, tandem: Tandem, organizer: str, ahead: Sequence[Session], now: datetime, comment: str
) -> None:
    """Cancel everything that is to come of a tandem with a friendly line; what was stays in both calendars."""
    for session in ahead:
        if session.event_id and session.start:
            await world.calendar.cancel(organizer, session.event_id, comment)
    if tandem.series_id:
        await world.calendar.end_series(organizer, tandem.series_id, now, comment)


def _series_booked(uow: UnitOfWork, world: World, order: _Order, booked: Booked) -> None:
    for session in order.ahead:
        uow.sessions.delete(session.id)
    for session in sessions_in(order.option.series):
        uow.sessions.put(session)
    tandem = replace(
        uow.tandems.need(order.tandem.id),
        plan=order.option.series["plan"],
        series_id=booked.id,
        join_url=booked.join_url,
        organizer_id=order.wish.organizer,
        minutes=order.agreement.minutes,
        rhythm=order.agreement.rhythm or order.tandem.rhythm,
    )
    _settled(uow, world, order.agreement, uow.tandems.put(tandem))


def _settled(uow: UnitOfWork, world: World, asked: Agreement, tandem: Tandem) -> None:
    uow.agreements.put(rules.booked(uow.agreements.need(asked.id)))
    remind_of(uow, tandem, world.clock.now())
    touch(uow, KIND, asked.id)
    touch(uow, "tandem", tandem.id)
    touch(uow, "deputy", tandem.id)
    uow.effects.add(Effect(f"watch:{tandem.organizer_id}:{asked.id}", "watch", tandem.organizer_id))
    if asked.cause is Cause.NO_SLOT:
        agree_on_the_rest(uow, world, tandem)
