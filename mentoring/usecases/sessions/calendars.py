"""Both calendars of a tandem as the search of slots takes them: what is read, what is wished, what
is taken already.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import get_args
from zoneinfo import ZoneInfo

from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.people import Person, Profile, Role
from mentoring.domain.poll import PollState
from mentoring.domain.questionnaire import Never, When
from mentoring.domain.scheduling.settings import WEEKDAYS, Weekday
from mentoring.domain.scheduling.types import (
    TAKEN,
    Busy,
    DayTime,
    PersonCalendar,
    same_clock,
)
from mentoring.domain.session import Session
from mentoring.domain.site import Site, site_of
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.calendar import Availability
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World

Span = tuple[datetime, datetime]
DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}


@dataclass(frozen=True)
class Inputs:
    """What is known of the people of some tandems before their calendars are asked.

    ``taken`` are the days (own zone) on which somebody already meets a tandem; ``released`` the
    times of sessions that are to get another one: they stand in a person's calendar and yet do not
    count. ``pauses`` are people's pauses, each as its start and end, ``sites`` where they work.
    """

    tandems: tuple[Tandem, ...]
    people: Mapping[str, Person]
    wishes: Mapping[str, When]
    taken: Mapping[str, frozenset[date]]
    sites: Mapping[str, Site]
    released: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    pauses: Mapping[str, Span] = field(default_factory=dict)

    @property
    def addresses(self) -> dict[str, str]:
        """The e-mail of each person, by id."""
        return {person.id: person.profile.email for person in self.people.values()}


def inputs_of(
    uow: UnitOfWork,
    moment: Moment,
    tandems: Sequence[Tandem],
    released: Sequence[Session] = (),
    *,
    invitee: str = "",
) -> Inputs:
    """What is known of the people of these tandems; ``released`` sessions are to get another time.

    A session that its ``invitee`` has declined no longer stands in that person's calendar: whatever
    is there is something else.
    """
    ids = {person for t in tandems for person in (t.mentor_id, t.mentee_id)}
    people = with_clocks({person.id: person for person in uow.people.all(id=ids)}, tandems)
    uow.enrolments.prefetch(enrolled_ids(uow, ids))
    uow.absences.prefetch(ids)
    free = frozenset(session.id for session in released)
    return Inputs(
        tuple(tandems),
        people,
        {person: wishes_of(uow, person) for person in ids},
        _taken(uow, people, free),
        {key: site_of(each.profile, moment.programme.sessions) for key, each in people.items()},
        {person: _released(released, declined=person == invitee) for person in ids},
        {person: pause for person in ids if (pause := _pause_of(uow, people[person]))},
    )


def with_clocks(people: Mapping[str, Person], tandems: Sequence[Tandem]) -> dict[str, Person]:
    """The people, by id; whose clock nobody knows is reckoned with by their partner's, which the
    search says to them.
    """
    reckoned = dict(people)
    for tandem in tandems:
        for key in (tandem.mentor_id, tandem.mentee_id):
            own, other = people[key].profile, people[tandem.partner_of(key)].profile
            if other.zone_known and not own.zone_known:
                reckoned[key] = replace(people[key], profile=replace(own, zone=other.zone))
    return reckoned


def _released(sessions: Sequence[Session], *, declined: bool) -> tuple[Span, ...]:
    return tuple(
        (s.start, s.end) for s in sessions if s.start and s.end and not (declined and s.is_declined)
    )


def _pause_of(uow: UnitOfWork, person: Person) -> Span | None:
    absence = uow.absences.get(person.id)
    if absence is None:
        return None
    return absence.since, datetime.combine(
        absence.until + timedelta(days=1), time(), ZoneInfo(person.profile.zone)
    )


def wishes_of(uow: UnitOfWork, person_id: str) -> When:
    """What the person has said about when and how; any time if nothing."""
    found = map(uow.enrolments.get, enrolled_ids(uow, [person_id]))
    return next((e.answers.when for e in found if e and e.answers.when), When())


def enrolled_ids(uow: UnitOfWork, people: Iterable[str]) -> list[str]:
    """The ids that the people's enrolments have, in either role."""
    return [enrolment_id(uow.cycle_id, role, each) for each in people for role in Role]


def _taken(
    uow: UnitOfWork, people: Mapping[str, Person], released: frozenset[str]
) -> dict[str, frozenset[date]]:
    """The days (own zone) on which each of them meets a tandem already."""
    own = {tandem.id: tandem for tandem in _own(uow, people)}
    sessions = uow.sessions.all(tandem_id=[*own]) if own else ()
    taken: dict[str, set[date]] = {key: set() for key in people}
    for each in sessions:
        tandem = own[each.tandem_id]
        for key in {tandem.mentor_id, tandem.mentee_id} & taken.keys():
            if each.start and each.id not in released:
                zone = ZoneInfo(people[key].profile.zone)
                taken[key].add(each.start.astimezone(zone).date())
    return {key: frozenset(days) for key, days in taken.items()}


async def read(world: World, inputs: Inputs, first: date, last: date) -> Mapping[str, Availability]:
    """What the people's calendars say on the days from ``first`` to ``last`` (UTC, both
    included).
    """
    if not inputs.people:
        return {}
    return await world.calendar.availability(inputs.addresses, first, last + timedelta(days=1))


def calendar_of(
    inputs: Inputs, seen: Mapping[str, Availability], person_id: str, taken: frozenset[date]
) -> PersonCalendar:
    """One side for the search; ``taken`` are its days with other sessions."""
    profile = inputs.people[person_id].profile
    answer = seen.get(person_id, Availability(person_id, readable=False))
    wishes, site = inputs.wishes[person_id], inputs.sites[person_id]
    return PersonCalendar(
        person_id=person_id,
        zone=_zone(profile, answer),
        working_hours=answer.working_hours,
        busy=(
            *_without(answer.busy, inputs.released.get(person_id, ())),
            *_paused(inputs.pauses.get(person_id)),
        ),
        country=site.country,
        state=site.state,
        readable=answer.readable,
        weekdays=frozenset(WEEKDAYS[DAYS[day]] for day in wishes.weekdays),
        times=frozenset(wishes.times),
        never=frozenset(map(_part_of_week, wishes.never)),
        taken_days=taken,
        zone_known=profile.zone_known or answer.working_hours is not None,
    )


def _zone(profile: Profile, answer: Availability) -> str:
    """The clock of the working hours, called as the person's own where that shows the same."""
    told = answer.working_hours.zone if answer.working_hours else profile.zone
    return profile.zone if same_clock(told, profile.zone) else told


def _part_of_week(never: Never) -> tuple[Weekday, DayTime]:
    """The weekday and the part of the day of something like ``mon-morning``."""
    day, _, part = never.partition("-")
    return WEEKDAYS[DAYS[day]], next(each for each in get_args(DayTime) if each == part)


def _paused(pause: Span | None) -> tuple[Busy, ...]:
    return (Busy(*pause, "oof"),) if pause else ()


def _without(busy: Sequence[Busy], released: Sequence[Span]) -> tuple[Busy, ...]:
    """The entries without one for each released session: something else at the very same time
    stays.
    """
    left = Counter(released)
    kept = []
    for entry in busy:
        if left[entry.start, entry.end] > 0:
            left[entry.start, entry.end] -= 1
        else:
            kept.append(entry)
    return tuple(kept)


def sides(
    inputs: Inputs, seen: Mapping[str, Availability], tandem: Tandem
) -> tuple[PersonCalendar, PersonCalendar]:
    """The mentor's and the mentee's calendar of a tandem."""
    mentor, mentee = (
        calendar_of(inputs, seen, p, inputs.taken[p]) for p in (tandem.mentor_id, tandem.mentee_id)
    )
    return mentor, mentee


def is_free(calendars: Sequence[PersonCalendar], start: datetime, minutes: int) -> bool:
    """Whether nothing firm stands in any of the calendars from ``start`` (aware) on; an unreadable
    one does not count.
    """
    end = start + timedelta(minutes=minutes)
    entries = (entry for calendar in calendars if calendar.readable for entry in calendar.busy)
    return not any(
        entry.status in TAKEN and entry.start < end and entry.end > start for entry in entries
    )


def clashes(uow: UnitOfWork, tandem: Tandem, start: datetime) -> bool:
    """Whether one of the two meets, or is about to meet, *another* tandem on the day (own zone) of
    ``start`` (aware).
    """
    for person_id in sorted((tandem.mentor_id, tandem.mentee_id)):
        # Two tandems of one person would otherwise agree on the same day at the same moment.
        uow.alone(f"days of {person_id}")
    for person in (uow.people.need(tandem.mentor_id), uow.people.need(tandem.mentee_id)):
        zone = ZoneInfo(person.profile.zone)
        others = [t for t in _own(uow, [person.id]) if t.id != tandem.id]
        starts = (
            [s.start for s in uow.sessions.all(tandem_id=[t.id for t in others]) if s.start]
            if others
            else []
        )
        for other in others:
            booking = uow.polls.all(tandem_id=other.id, state=PollState.BOOKING)
            starts += [a.options[a.both].start for a in booking if a.both is not None]
        if start.astimezone(zone).date() in {each.astimezone(zone).date() for each in starts}:
            return True
    return False


def _own(uow: UnitOfWork, people: Collection[str]) -> list[Tandem]:
    """Those of all programmes and cycles: a person has one calendar."""
    tandems, people = uow.everywhere.tandems, list(people)
    found = [*tandems.all(mentor_id=people), *tandems.all(mentee_id=people)]
    return [tandem for tandem in found if tandem.state is not TandemState.CLOSED]


def organizer_of(moment: Moment, tandem: Tandem) -> str:
    """In whose calendar the tandem's sessions stand, or are being booked."""
    return tandem.organizer_id or organizer_as_set(moment, tandem)


def organizer_as_set(moment: Moment, tandem: Tandem) -> str:
    """Who organizes what is booked of the tandem from now on, where nothing stands yet."""
    return tandem.person(Role(moment.programme.organizer))
