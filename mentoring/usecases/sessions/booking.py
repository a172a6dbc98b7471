"""Sessions: finding a tandem's series in both calendars, keeping it, and booking it with the
channel's link inside.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring.domain.errors import NoMailbox, NotAllowed
from mentoring.domain.people import Person
from mentoring.domain.scheduling.plan import Series, SeriesPlan
from mentoring.domain.scheduling.recurrence import Pattern
from mentoring.domain.scheduling.search import days_to_read, find_series
from mentoring.domain.series import Plan, plan_of, sessions_of
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.calendar import Availability, Booked, Booking, SeriesWish, SessionWish
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.changes import Topic
from mentoring.usecases.sessions.calendars import (
    Inputs,
    calendar_of,
    enrolled_ids,
    inputs_of,
    organizer_of,
    read,
    wishes_of,
)

CALENDARS = Topic("calendars")
"""The calendar of an organizer (by id) now holds sessions of ours, different ones, or none any
more.
"""
PlannedSeries = Sequence[tuple[Tandem, SeriesPlan]]


async def plan_series(world: World, tandem_ids: Sequence[str], start: date) -> PlannedSeries:
    """Plan the series of those tandems that have no plan yet (at most ten: one request to the
    calendars covers them).
    """
    inputs = await world.read(_inputs, tandem_ids)
    moment = await world.moment()
    seen = await read(world, inputs, *_days_to_read(moment, inputs, start))
    return await asyncio.to_thread(_planned_series, moment, inputs, seen, start)


def _inputs(uow: UnitOfWork, moment: Moment, tandem_ids: Sequence[str]) -> Inputs:
    return inputs_of(
        uow,
        moment,
        [
            t
            for t in uow.tandems.all(id=tandem_ids, state=TandemState.LAUNCHING)
            if _lacks_a_plan(t)
        ],
    )


def _lacks_a_plan(tandem: Tandem) -> bool:
    """Whether it is being launched, and its dates have still to be found."""
    launching = tandem.state is TandemState.LAUNCHING
    return launching and tandem.plan == Plan() and not tandem.by_hand.has_dates


def _days_to_read(moment: Moment, inputs: Inputs, start: date) -> tuple[date, date]:
    """The days (UTC) that could matter to any of the tandems, whatever zone their organizer lives
    in.
    """
    zones = {person.profile.zone for person in inputs.people.values()} or {"UTC"}
    spans = [
        days_to_read(moment.programme.sessions, start, zone, moment.now) for zone in sorted(zones)
    ]
    return min(first for first, _ in spans), max(last for _, last in spans)


def _planned_series(
    moment: Moment, inputs: Inputs, seen: Mapping[str, Availability], start: date
) -> PlannedSeries:
    """One after another, because a mentor's second tandem must not meet on the days of the
    first.
    """
    taken = dict(inputs.taken)
    planned = []
    for tandem in inputs.tandems:
        mentor, mentee = (
            calendar_of(inputs, seen, person, taken[person])
            for person in (tandem.mentor_id, tandem.mentee_id)
        )
        zone = {mentor.person_id: mentor.zone, mentee.person_id: mentee.zone}[
            organizer_of(moment, tandem)
        ]
        found = find_series(mentor, mentee, moment.programme.sessions, start, zone, moment.now)
        planned.append((tandem, found))
        for calendar in (mentor, mentee):
            taken[calendar.person_id] |= _days(found.series, calendar.zone)
    return planned


def _days(series: Series | None, zone: str) -> frozenset[date]:
    slots = [o.slot for o in series.occurrences if o.slot] if series else []
    return frozenset(slot.start.astimezone(ZoneInfo(zone)).date() for slot in slots)


def keep_planned(uow: UnitOfWork, moment: Moment, planned: PlannedSeries) -> None:
    """Keep what was found, and who organizes it, whatever owners set while it is booked; unless the
    tandem was taken back or set aside meanwhile, or has got its dates otherwise: what may be booked
    by now stays as it is.
    """
    for tandem, found in planned:
        now = uow.tandems.need(tandem.id)
        if _lacks_a_plan(now):
            organizer = organizer_of(moment, now) if found.series else ""
            plan = plan_of(tandem.id, found)
            uow.tandems.put(replace(now, plan=plan, organizer_id=organizer))
            uow.sessions.put_all(sessions_of(tandem.id, found.series) if found.series else ())


def without_dates(uow: UnitOfWork, tandem: Tandem) -> Tandem:
    """The tandem, of which no dates are planned any more; what stands in a calendar stays there."""
    uow.sessions.delete_all(tandem_id=tandem.id)
    return replace(tandem, plan=Plan(), dates_for="")


async def open_channel(world: World, tandem_id: str) -> None:
    """Open the tandem's private channel, both as its owners, or adopt the one that an earlier
    attempt opened; a room that was arranged by hand is all there is. That of a tandem which has
    ended meanwhile is archived at once.
    """
    wanted = await world.glance(_wanted_channel, tandem_id)
    if wanted is None:
        return
    channel = await world.channels.open_channel(*wanted)

    def unit(uow: UnitOfWork, _moment: Moment) -> Tandem:
        return uow.tandems.put(
            replace(uow.tandems.need(tandem_id), channel_id=channel.id, channel_url=channel.url)
        )

    tandem = await world.run(unit)
    if tandem.ended_at:
        await world.channels.archive_channel(tandem.team_id, channel.id)


def _wanted_channel(
    uow: UnitOfWork, moment: Moment, tandem_id: str
) -> tuple[str, str, str, Sequence[str]] | None:
    """Team, name, description and members of the channel; None if it was opened before, if the
    room was arranged by hand, or if the launch has been taken back.
    """
    tandem, mentor, mentee = _both(uow, tandem_id)
    over = tandem.state is TandemState.CLOSED
    if over or tandem.channel_id or tandem.by_hand.has_room:
        return None
    description = moment.wording.channel_description([mentee.language, mentor.language])
    name = moment.wording.channel_name(tandem)
    return tandem.team_id, name, description, [mentor.id, mentee.id]


@dataclass(frozen=True)
class BookedSeries:
    """What was booked for a wish; it is not kept yet."""

    wish: SeriesWish
    booked: Booked


async def book(world: World, tandem_id: str) -> BookedSeries | None:
    """Book the series in the organizer's calendar and move or cancel the single sessions that
    differ from the pattern; ``keep_series`` remembers it.

    Nothing is booked where a calendar may not be read or no session has a common free slot; the two
    agree on dates then, if there is a calendar for them.

    Raises:
        NoMailbox: the organizer has no calendar that could take the dates.
        NotAllowed: the app may not write into it.
    """
    wish, known = await world.glance(_wanted, tandem_id)
    if wish is None:
        await _require_calendar(world, tandem_id)
        return None
    booked = known or await world.calendar.book(wish)
    await world.calendar.adjust(wish, booked)
    return BookedSeries(wish, booked)


def _wanted(
    uow: UnitOfWork, moment: Moment, tandem_id: str
) -> tuple[SeriesWish | None, Booked | None]:
    """What is to be booked, and what of it is known to stand."""
    return _wish(uow, moment, tandem_id), known_booking(uow, uow.tandems.need(tandem_id))


def known_booking(uow: UnitOfWork, tandem: Tandem) -> Booked | None:
    """The series, or the event of its single session, that an earlier attempt is known to have
    booked: nobody promises that Exchange remembers for ever by what.
    """
    if tandem.series_id:
        return Booked(tandem.series_id, tandem.join_url)
    singles = (each for each in uow.sessions.all(tandem_id=tandem.id) if each.event_id)
    return next((Booked(each.event_id, each.join_url) for each in singles), None)


def keep_series(uow: UnitOfWork, tandem_id: str, made: BookedSeries) -> None:
    """Remember the tandem's series."""
    tandem = replace(uow.tandems.need(tandem_id), organizer_id=made.wish.organizer)
    keep_booked(uow, tandem, made.wish.pattern, None, made.booked)


async def take_out(world: World, made: BookedSeries) -> None:
    """Take out of the calendars what was booked for a tandem that has ended meanwhile."""
    wish, now = made.wish, world.clock.now()
    await world.calendar.end_series(wish.organizer, made.booked.id, now, wish.cancel_comment, {})


async def _require_calendar(world: World, tandem_id: str) -> None:
    """Refuse what nobody could book later either, whatever the two agree on."""
    tandem = await world.glance(lambda uow, _: uow.tandems.need(tandem_id))
    if tandem.by_hand.has_dates or tandem.state is TandemState.CLOSED:
        return
    organizer = organizer_of(await world.moment(), tandem)
    may_book = await world.calendar.may_book(organizer)
    if may_book is None:
        raise NoMailbox(f"{organizer} has no mailbox that the app could work with")
    if not may_book:
        raise NotAllowed(f"the app may not write into the calendar of {organizer}")


def keep_booked(
    uow: UnitOfWork,
    tandem: Tandem,
    pattern: Pattern,
    sessions: Sequence[Session] | None,
    booked: Booked,
) -> Tandem:
    """Remember what was booked: a series, or for a single session (no pattern repeats it) an event
    of its own. Without ``sessions`` those that are stored stay, and a series says nothing of them.
    """
    single = pattern.day.type == "once"
    if single:
        stored = uow.sessions.all(tandem_id=tandem.id) if sessions is None else sessions
        uow.sessions.put_all(
            replace(session, event_id=booked.id, join_url=booked.join_url) for session in stored
        )
    elif sessions:
        uow.sessions.put_all(sessions)
    return uow.tandems.put(
        replace(tandem, series_id="" if single else booked.id, join_url=booked.join_url)
    )


def _both(uow: UnitOfWork, tandem_id: str) -> tuple[Tandem, Person, Person]:
    tandem = uow.tandems.need(tandem_id)
    uow.people.prefetch((tandem.mentor_id, tandem.mentee_id))
    return tandem, uow.people.need(tandem.mentor_id), uow.people.need(tandem.mentee_id)


def _wish(uow: UnitOfWork, moment: Moment, tandem_id: str) -> SeriesWish | None:
    tandem = uow.tandems.need(tandem_id)
    pattern, sessions = tandem.plan.pattern, uow.sessions.all(tandem_id=tandem_id)
    over = tandem.state is TandemState.CLOSED
    if over or tandem.by_hand.has_dates or pattern is None:
        return None
    if not any(session.start for session in sessions):
        return None
    return series_wish(uow, moment, tandem, pattern, sessions, tandem_id)


def series_wish(
    uow: UnitOfWork,
    moment: Moment,
    tandem: Tandem,
    pattern: Pattern,
    sessions: Sequence[Session],
    key: str,
) -> SeriesWish:
    """What is to be booked for a pattern and its sessions; ``key`` finds it again."""
    return SeriesWish(
        **vars(_booking(uow, moment, tandem, key)),
        pattern=pattern,
        moves={s.planned: s.start for s in sessions if s.state == "moved" and s.start},
        cancelled=frozenset(s.planned for s in sessions if s.start is None),
    )


def session_wish(
    uow: UnitOfWork, moment: Moment, tandem: Tandem, start: datetime, minutes: int, key: str
) -> SessionWish:
    """What is to be booked for a single session that is no occurrence of the series."""
    zone = uow.people.need(organizer_of(moment, tandem)).profile.zone
    return SessionWish(
        **vars(_booking(uow, moment, tandem, key)), start=start, minutes=minutes, zone=zone
    )


def farewell(uow: UnitOfWork, moment: Moment, tandem: Tandem, cause: str) -> str:
    """The friendly line of a cancellation, in the languages of both
    (``session-cancelled-<cause>``).
    """
    languages = [
        uow.people.need(person).language for person in (tandem.mentee_id, tandem.mentor_id)
    ]
    return moment.wording.cancel_comment(languages, cause)


async def event_id_of(world: World, tandem: Tandem, session: Session) -> str:
    """The id under which a session of the series stands in the organizer's calendar now; empty if
    it does not.
    """
    if not tandem.series_id:
        return ""
    span = session.planned - AROUND, session.planned + AROUND
    organizer = organizer_of(await world.moment(), tandem)
    rows = await world.calendar.series(organizer, tandem.series_id, *span) or ()
    return next((row.id for row in rows if row.planned == session.planned), "")


AROUND = timedelta(days=60)
"""No session is ever moved further than this from its planned start."""


def _booking(uow: UnitOfWork, moment: Moment, tandem: Tandem, key: str) -> Booking:
    """What all events of a tandem share; they are private as soon as one of the two wants that."""
    _, mentor, mentee = _both(uow, tandem.id)
    uow.enrolments.prefetch(enrolled_ids(uow, (mentor.id, mentee.id)))
    organizer = organizer_of(moment, tandem)
    languages = [mentee.language, mentor.language]
    return Booking(
        key=key,
        organizer=organizer,
        invitee=(mentee if organizer == mentor.id else mentor).profile,
        subject=moment.wording.tandem_name(tandem),
        body_html=moment.wording.series_body(languages, tandem.channel_url),
        cancel_comment=moment.wording.cancel_comment(languages),
        private=any(wishes_of(uow, person.id).private for person in (mentor, mentee)),
    )
