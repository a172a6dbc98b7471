"""Sessions: finding a tandem's series in both calendars, keeping it, and booking it with the channel's link inside."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.people import Person, Role
from mentoring.domain.programme import Programme
from mentoring.domain.scheduling.plan import Explanation, Fact, Series, SeriesPlan
from mentoring.domain.scheduling.recurrence import Pattern
from mentoring.domain.scheduling.search import days_to_read, find_series
from mentoring.domain.scheduling.settings import WEEKDAYS
from mentoring.domain.scheduling.types import PersonCalendar
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Effect
from mentoring.notices import Portrayed, Scene, shows
from mentoring.ports import Availability, SeriesWish, UnitOfWork, World

PATTERN = TypeAdapter(Pattern)
DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}


@dataclass(frozen=True)
class TandemNotice(Portrayed):
    """A launched tandem as one side sees it: partner, channel, sessions (UTC), and why the dates are as they are."""

    tandem: Tandem
    role: Role
    viewer: Person
    partner: Person
    programme: Programme
    sessions: tuple[Session, ...]
    explanations: tuple[Explanation, ...] = field(default=())

    def portrays(self) -> str:
        """The other one."""
        return self.partner.id


@shows("tandem", to="person")
def tandem_notice(uow: UnitOfWork, scene: Scene) -> TandemNotice:
    """What the posting's person sees of their tandem."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    role = Role.MENTOR if scene.posting.person_id == tandem.mentor_id else Role.MENTEE
    other = Role.MENTEE if role is Role.MENTOR else Role.MENTOR
    sessions = sorted(uow.sessions.all(tandem_id=tandem.id), key=lambda session: session.number)
    return TandemNotice(
        tandem,
        role,
        uow.people.need(tandem.person(role)),
        uow.people.need(tandem.person(other)),
        scene.programme,
        tuple(sessions),
        tuple(e for e in map(_read, tandem.plan.get("explanations", ())) if e.is_for(role)),
    )


async def plan(world: World, launch_id: str, tandem_ids: Sequence[str]) -> None:
    """Find the series of these tandems (at most ten: one question to the calendars covers them) and let each be launched."""
    inputs = await world.store.run(lambda uow: _inputs(uow, launch_id, tandem_ids))
    people = {person.id: person.profile.email for person in inputs.people.values()}
    now = world.clock.now()
    first, last = _days_to_read(world.programme, inputs, now)
    seen = await world.calendar.availability(people, first, last + timedelta(days=1)) if people else {}
    plans = await asyncio.to_thread(_plans, world.programme, inputs, seen, now)
    await world.store.run(lambda uow: _keep(uow, launch_id, tandem_ids, plans))


@dataclass(frozen=True)
class _Inputs:
    tandems: tuple[Tandem, ...]
    people: Mapping[str, Person]
    wishes: Mapping[str, Mapping[str, Any]]
    taken: Mapping[str, frozenset[date]]
    start: date


def _inputs(uow: UnitOfWork, launch_id: str, tandem_ids: Sequence[str]) -> _Inputs:
    tandems = tuple(t for t in uow.tandems.all(id=tandem_ids, state=TandemState.LAUNCHING) if not t.plan)
    ids = {person for t in tandems for person in (t.mentor_id, t.mentee_id)}
    people = {person.id: person for person in uow.people.all(id=ids)}
    wishes = {person: _wishes(uow, person) for person in ids}
    taken = {person: _taken(uow, people[person]) for person in ids}
    return _Inputs(tandems, people, wishes, taken, uow.launches.need(launch_id).start)


def _days_to_read(programme: Programme, inputs: _Inputs, now: datetime) -> tuple[date, date]:
    """The days (UTC) that could matter to any of the tandems, whatever zone their organizer lives in."""
    zones = {person.profile.zone for person in inputs.people.values()} or {"UTC"}
    spans = [days_to_read(programme.sessions, inputs.start, zone, now) for zone in sorted(zones)]
    return min(first for first, _ in spans), max(last for _, last in spans)


def _wishes(uow: UnitOfWork, person_id: str) -> Mapping[str, Any]:
    found = (uow.enrolments.get(enrolment_id(role, person_id)) for role in Role)
    return next((e.answers["when"] for e in found if e and "when" in e.answers), {})


def _taken(uow: UnitOfWork, person: Person) -> frozenset[date]:
    """The days on which the person already meets another tandem, in their own zone."""
    own = [*uow.tandems.all(mentor_id=person.id), *uow.tandems.all(mentee_id=person.id)]
    zone = ZoneInfo(person.profile.zone)
    sessions = uow.sessions.all(tandem_id=[t.id for t in own]) if own else ()
    return frozenset(s.start.astimezone(zone).date() for s in sessions if s.start)


def _plans(
    programme: Programme, inputs: _Inputs, seen: Mapping[str, Availability], now: datetime
) -> list[tuple[Tandem, SeriesPlan]]:
    """One after another, because a mentor's second tandem must not meet on the days of the first."""
    taken = dict(inputs.taken)
    plans = []
    for tandem in inputs.tandems:
        mentor, mentee = (_calendar(inputs, seen, person, taken[person]) for person in (tandem.mentor_id, tandem.mentee_id))
        zone = mentor.zone if programme.organizer == "mentor" else mentee.zone
        found = find_series(mentor, mentee, programme.sessions, inputs.start, zone, now)
        plans.append((tandem, found))
        for calendar in (mentor, mentee):
            taken[calendar.person_id] |= _days(found.series, calendar.zone)
    return plans


def _days(series: Series | None, zone: str) -> frozenset[date]:
    slots = [o.slot for o in series.occurrences if o.slot] if series else []
    return frozenset(slot.start.astimezone(ZoneInfo(zone)).date() for slot in slots)


def _calendar(inputs: _Inputs, seen: Mapping[str, Availability], person_id: str, taken: frozenset[date]) -> PersonCalendar:
    profile = inputs.people[person_id].profile
    answer = seen.get(person_id, Availability(person_id, readable=False))
    wishes = inputs.wishes[person_id]
    return PersonCalendar(
        person_id=person_id,
        zone=answer.working_hours.zone if answer.working_hours else profile.zone,
        working_hours=answer.working_hours,
        busy=answer.busy,
        country=profile.country,
        state=profile.state,
        readable=answer.readable,
        weekdays=frozenset(WEEKDAYS[DAYS[day]] for day in wishes.get("weekdays", ())),
        times=frozenset(wishes.get("times", ())),
        taken_days=taken,
    )


def _keep(uow: UnitOfWork, launch_id: str, tandem_ids: Sequence[str], plans: Sequence[tuple[Tandem, SeriesPlan]]) -> None:
    for planned, found in plans:
        tandem = uow.tandems.need(planned.id)
        series = found.series
        shown = series.explanations if series else found.explanations
        plan = {"explanations": [_written(explanation) for explanation in (*shown, *_single(series))]}
        if series:
            plan["pattern"] = PATTERN.dump_python(series.pattern, mode="json")
        uow.tandems.put(replace(tandem, plan=plan))
        for session in _sessions(tandem.id, series):
            uow.sessions.put(session)
    for tandem_id in tandem_ids:
        uow.effects.add(Effect(f"launch:{launch_id}:{tandem_id}", "launch_tandem", tandem_id))


def _single(series: Series | None) -> tuple[Explanation, ...]:
    return tuple(e for o in series.occurrences for e in o.explanations) if series else ()


def _sessions(tandem_id: str, series: Series | None) -> list[Session]:
    return [
        Session(
            id=f"{tandem_id}:{o.number:03d}",
            tandem_id=tandem_id,
            number=o.number,
            planned=o.planned.start,
            minutes=series.pattern.length_minutes,
            state=o.state,
            start=o.slot.start if o.slot else None,
            offer=o.offer.start if o.offer else None,
        )
        for o in (series.occurrences if series else ())
        if series
    ]


def _written(explanation: Explanation) -> dict[str, Any]:
    facts = {name: _tagged(fact) for name, fact in explanation.facts.items()}
    return {"code": explanation.code, "facts": facts, "told_to": explanation.told_to}


def _tagged(fact: Fact) -> list[str | int]:
    if isinstance(fact, datetime):
        return ["at", fact.isoformat()]
    if isinstance(fact, time):
        return ["clock", fact.isoformat()]
    return ["plain", fact]


def _read(stored: Mapping[str, Any]) -> Explanation:
    readers: Mapping[str, Any] = {"at": datetime.fromisoformat, "clock": time.fromisoformat, "plain": lambda fact: fact}
    facts = {name: readers[kind](fact) for name, (kind, fact) in stored["facts"].items()}
    return Explanation(stored["code"], facts, stored["told_to"])


async def open_channel(world: World, tandem_id: str) -> None:
    """Open the tandem's private channel, both as its owners, or adopt the one that an earlier attempt opened."""
    tandem, mentor, mentee = await world.store.run(lambda uow: _both(uow, tandem_id))
    members = [mentor.id, mentee.id]
    description = world.wording.channel_description([mentee.language, mentor.language])
    channel = await world.channels.open_channel(tandem.team_id, world.wording.channel_name(tandem), description, members)

    def unit(uow: UnitOfWork) -> None:
        uow.tandems.put(replace(uow.tandems.need(tandem_id), channel_id=channel.id, channel_url=channel.url))

    await world.store.run(unit)


async def book(world: World, tandem_id: str) -> None:
    """Book the series in the organizer's calendar and move or cancel the single sessions that differ from the pattern.

    Nothing is booked where a calendar may not be read or no session has a common free slot; the two agree on dates then.
    """
    wish = await world.store.run(lambda uow: _wish(uow, world, tandem_id))
    if wish is None:
        return
    booked = await world.calendar.book(wish)
    await world.calendar.adjust(wish, booked)

    def unit(uow: UnitOfWork) -> None:
        uow.tandems.put(replace(uow.tandems.need(tandem_id), series_id=booked.id, join_url=booked.join_url))

    await world.store.run(unit)


def _both(uow: UnitOfWork, tandem_id: str) -> tuple[Tandem, Person, Person]:
    tandem = uow.tandems.need(tandem_id)
    return tandem, uow.people.need(tandem.mentor_id), uow.people.need(tandem.mentee_id)


def _wish(uow: UnitOfWork, world: World, tandem_id: str) -> SeriesWish | None:
    tandem, mentor, mentee = _both(uow, tandem_id)
    if "pattern" not in tandem.plan:
        return None
    organizer, invitee = (mentor, mentee) if world.programme.organizer == "mentor" else (mentee, mentor)
    languages = [mentee.language, mentor.language]
    sessions = uow.sessions.all(tandem_id=tandem_id)
    if not any(session.start for session in sessions):
        return None
    return SeriesWish(
        key=tandem_id,
        organizer=organizer.id,
        invitee=invitee.profile,
        subject=world.wording.tandem_name(tandem),
        body_html=world.wording.series_body(languages, tandem.channel_url),
        cancel_comment=world.wording.cancel_comment(languages),
        pattern=PATTERN.validate_python(tandem.plan["pattern"]),
        moves={s.planned: s.start for s in sessions if s.state == "moved" and s.start},
        cancelled=frozenset(s.planned for s in sessions if s.start is None),
    )
