"""The reminder of a session: on the last working day before it, in the person's own zone, by a
timer that survives restarts.

It follows a session that moves; it is never sent outside working hours or to somebody who is away,
and nobody gets two a day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mentoring.domain.people import Person, Role
from mentoring.domain.poll import LIVING, RESCUES, Cause, Poll, is_request
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.session import Outcome, Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Fact, Timer
from mentoring.domain.working_time import reminder_at, works_at
from mentoring.notices import Portrayed, Scene, matters, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, Altered, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.one_a_day import told_today
from mentoring.usecases.common.pauses import paused_at
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.showing import Subjects, depends, time_has_come
from mentoring.usecases.common.timers import set_timer, timer_of, when_due
from mentoring.usecases.common.undone import is_undone
from mentoring.usecases.sessions.late import late_card, late_key
from mentoring.usecases.sessions.partner_away import ask_partner

SHOWN_LATE = timedelta(minutes=5)
"""How long after a session's end its cards ask whether the two have met."""


SAID = "met:"


@dataclass(frozen=True)
class SessionNotice(Portrayed):
    """A session that is near, as one side sees it.

    ``today`` is the day (in the viewer's zone) on which the card is read.

    ``told_late``: the viewer has told the other one to come ten minutes later. ``rearranged``:
    another time is being agreed on. ``asked``: another time was asked for; until both agree on one
    the session stands. ``said`` is what the viewer has answered, afterwards, to whether the two
    have met. ``undone``: the tandem's launch was taken back, and the two stand ready as another
    one.
    """

    session: Session
    tandem: Tandem
    role: Role
    viewer: Person
    partner: Person
    programme: Programme
    today: date
    over: bool
    told_late: bool = False
    rearranged: bool = False
    asked: bool = False
    said: Outcome = ""
    undone: bool = False

    def portrays(self) -> str:
        """The other one, as long as the session is to come."""
        return "" if self.over else self.partner.id


@shows(to="person", fleeting=True, stored_as="session")
def session_card(uow: UnitOfWork, scene: Scene) -> SessionNotice:
    """What the posting's person sees of the session."""
    session = uow.sessions.need(scene.posting.subject_id)
    tandem = uow.tandems.need(session.tandem_id)
    role = tandem.role_of(scene.posting.person_id)
    viewer, partner = uow.people.need(tandem.person(role)), tandem.partner_of(tandem.person(role))
    return SessionNotice(
        session=session,
        tandem=tandem,
        role=role,
        viewer=viewer,
        partner=uow.people.need(partner),
        programme=scene.programme,
        today=scene.now.astimezone(ZoneInfo(viewer.profile.zone)).date(),
        over=session.is_over(scene.now),
        told_late=uow.postings.get(late_key(session, partner)) is not None,
        rearranged=is_rearranged(uow, session),
        asked=any(map(is_request, uow.polls.all(session_id=session.id, state=LIVING))),
        said=said_of(uow, session, tandem, viewer.id),
        undone=is_undone(uow, tandem.id),
    )


def said_of(uow: UnitOfWork, session: Session, tandem: Tandem, person_id: str) -> Outcome:
    """What the person has answered to whether the two have met; each answers for themselves.

    What is known without either having said it was answered before each was asked alone.
    """
    partner = tandem.partner_of(person_id)
    own, theirs = (uow.facts.get(met_key(session, each)) for each in (person_id, partner))
    if own:
        return "met" if own.value == "met" else "missed"
    return "" if theirs else session.outcome


def met_key(session: Session, person_id: str) -> str:
    """The key under which it is noted what the person says of the session at its time."""
    return f"{SAID}{session.id}:{person_id}:{session.start or session.planned:%Y%m%d%H%M}"


def said_about(key: str) -> str:
    """The id of the session about which such a key is; empty for any other."""
    return key.removeprefix(SAID).rsplit(":", 2)[0] if key.startswith(SAID) else ""


def is_rearranged(uow: UnitOfWork, session: Session) -> bool:
    """Whether another time is being agreed on, and the present one does not count any more; one
    that was missed stays where it was.
    """
    living = uow.polls.all(session_id=session.id, state=LIVING)
    return any(poll.cause is not Cause.MISSED and not is_request(poll) for poll in living)


@matters(session_card)
def _is_to_come(uow: UnitOfWork, posting: Posting, now: datetime) -> bool:
    session = uow.sessions.get(posting.subject_id)
    return session is not None and session.is_ahead(now)


@depends(session_card, Session, Tandem, Poll, Posting, Fact)
def _sessions(uow: UnitOfWork, change: Altered) -> Subjects:
    """The session, what is agreed on about it, whether somebody has told that they come later,
    and what the two say of it afterwards.
    """
    match change.row:
        case Fact(id=key):
            return [said_about(key)] if said_about(key) else ()
        case Session(id=session_id):
            return [session_id]
        case Poll(session_id=session_id):
            return [session_id] if change.alters("state", "session_id") else ()
        case Tandem(id=tandem_id):
            return uow.sessions.those(tandem_id=tandem_id) if change.alters("state") else ()
    told_late = change.before is None and change.row.kind == late_card.name
    return [change.row.subject_id] if told_late else ()


def remind_of(uow: UnitOfWork, tandem: Tandem, moment: Moment) -> None:
    """Let both be reminded of each session that is to come; asked again after a session has moved,
    the timers follow.
    """
    people = [uow.people.need(person) for person in (tandem.mentor_id, tandem.mentee_id)]
    ahead = uow.sessions.all(tandem_id=tandem.id, start=Above(moment.now))
    uow.timers.put_all(timer for session in ahead for timer in _timers(session, people, moment))


Beside = Callable[[Session, Person, Moment], Timer | None]
BESIDE: list[Beside] = []


def beside_reminders(rule: Beside) -> Beside:
    """Register a timer that is set for each of the two wherever a session's reminder is; None
    leaves it.
    """
    BESIDE.append(rule)
    return rule


def _timers(session: Session, people: Sequence[Person], moment: Moment) -> Iterator[Timer]:
    if session.start:
        for person in people:
            yield from filter(None, [_reminder(session.id, person, session.start, moment)])
            yield from _day_begins(session, person, moment)
            yield from filter(None, (rule(session, person, moment) for rule in BESIDE))


def _day_begins(session: Session, person: Person, moment: Moment) -> Iterator[Timer]:
    """On the day itself the card says *today*, and that one may be late: from midnight on by the
    person's clock.
    """
    if session.start:
        zone = ZoneInfo(person.profile.zone)
        midnight = datetime.combine(session.start.astimezone(zone).date(), time(), zone)
        if midnight > moment.now:
            yield timer_of(session_day, session.id, midnight, suffix=f":{person.id}")


@when_due()
def session_day(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """The day of the session has begun where one of the two lives."""
    time_has_come(uow, session_card, timer.subject_id)
    session = uow.sessions.get(timer.subject_id)
    person = uow.people.get(timer.id.rpartition(":")[2])
    if session and person and _is_today(session, person, moment.now):
        for rule in ON_THE_DAY if stands(uow, session, moment.now) else ():
            rule(uow, moment, session, person.id)


def _is_today(session: Session, person: Person, now: datetime) -> bool:
    """Whether it is on this day where the person lives; it may have moved."""
    zone = ZoneInfo(person.profile.zone)
    start = session.start or session.planned
    return start.astimezone(zone).date() == now.astimezone(zone).date()


OnTheDay = Callable[[UnitOfWork, Moment, Session, str], None]
ON_THE_DAY: list[OnTheDay] = []


def on_the_day(rule: OnTheDay) -> OnTheDay:
    """Register what follows for a person (by id) once the day of one of their sessions has begun
    where they live.
    """
    ON_THE_DAY.append(rule)
    return rule


def _reminder(session_id: str, person: Person, start: datetime, moment: Moment) -> Timer | None:
    """The timer that reminds the person; None if the time for it has gone."""
    due = reminder_at(start, person.profile, moment.programme.sessions)
    if due <= moment.now:
        return None
    return timer_of(session_reminder, session_id, due, suffix=f":{person.id}")


@when_due(stored_as="session-reminder")
def session_reminder(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Have the person reminded, unless the session has gone, has moved to a later day (then later),
    or it is night by now.
    """
    session, person = (
        uow.sessions.get(timer.subject_id),
        uow.people.get(timer.id.rpartition(":")[2]),
    )
    if not session or not session.start or not person or not stands(uow, session, moment.now):
        return
    later = _reminder(session.id, person, session.start, moment)
    if later:
        uow.timers.put(later)
    elif works_at(moment.now, person.profile, moment.programme.sessions):
        days = f"{session.start:%Y%m%d}:{moment.now:%Y%m%d}"
        ask(uow, remind, f"{session.id}:{person.id}", once=days)


def stands(uow: UnitOfWork, session: Session, now: datetime) -> bool:
    """Whether the session will take place as far as anybody knows: no rescue is under way, and
    nobody has paused.
    """
    tandem = uow.tandems.get(session.tandem_id)
    if tandem is None or tandem.state is not TandemState.LAUNCHED or not session.is_ahead(now):
        return False
    rescued = any(a.cause in RESCUES for a in uow.polls.all(session_id=session.id, state=LIVING))
    return (
        not rescued
        and not session.is_declined
        and not any(
            paused_at(uow, person, session.start) for person in (tandem.mentor_id, tandem.mentee_id)
        )
    )


@one_step(queue="talk")
async def remind(world: World, subject: str) -> None:
    """Remind one person of one session, unless their mailbox or the other one's says that they are
    away then.

    ``subject`` is the session's id, a colon, and the person's id. Somebody whose partner is away is
    not reminded, but asked whether to wait.
    """
    session_id, _, person_id = subject.rpartition(":")
    found = await world.read(lambda uow, moment: _reminded(uow, session_id, moment.now))
    if found is None:
        return
    session, tandem = found
    if session.start is None or await world.calendar.is_away(
        person_id, [world.clock.now(), session.start]
    ):
        return
    away = await world.calendar.is_away(tandem.partner_of(person_id), [session.start])
    await world.run(lambda uow, moment: _tell(uow, session, person_id, moment.now, away=away))


def _reminded(uow: UnitOfWork, session_id: str, now: datetime) -> tuple[Session, Tandem] | None:
    session = uow.sessions.get(session_id)
    if session is None or not stands(uow, session, now):
        return None
    return session, uow.tandems.need(session.tandem_id)


def _tell(uow: UnitOfWork, session: Session, person_id: str, now: datetime, *, away: bool) -> None:
    """Show the reminder, or the question what to do while the other one is away; at most one per
    person and day, a second one a day later.
    """
    if paused_at(uow, person_id, now):
        return
    if not told_today(uow, person_id, session.id, now):
        if session.start and now + timedelta(days=1) < session.start:
            set_timer(
                uow, session_reminder, session.id, now + timedelta(days=1), suffix=f":{person_id}"
            )
        return
    if away:
        ask_partner(uow, session, person_id, replies=True)
    else:
        remind_on_card(uow, session, person_id)


def remind_on_card(uow: UnitOfWork, session: Session, person_id: str) -> None:
    """Put the session's card before one of the two; once for a session on its day."""
    key = f"{session_card.name}:{session.id}:{person_id}:{session.start:%Y%m%d}"
    post(uow, session_card, session.id, person_id, key=key)
