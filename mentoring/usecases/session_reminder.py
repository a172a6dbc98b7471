"""The reminder of a session: on the last working day before it, in the person's own zone, by a timer that survives restarts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Person, Role
from mentoring.domain.programme import Programme
from mentoring.domain.session import Session, reminder_at
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Timer
from mentoring.notices import Notice, Portrayed, Scene, shows
from mentoring.ports import UnitOfWork, World
from mentoring.usecases.postings import post, touch
from mentoring.usecases.timers import set_timer, when_due

KIND = "session"
LATE = "session_late"
TOO_LATE = timedelta(hours=9)
"""Later than this after nine o'clock nobody works any more: a reminder that is so late is not sent."""


@dataclass(frozen=True)
class SessionNotice(Portrayed):
    """A session that is near, as one side sees it. ``today`` is the day (in the viewer's zone) on which the card is read.

    ``told_late``: the viewer has told the other one to come ten minutes later.
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

    def portrays(self) -> str:
        """The other one, as long as the session is to come."""
        return "" if self.over else self.partner.id


@shows(KIND, to="person")
def session_notice(uow: UnitOfWork, scene: Scene) -> SessionNotice:
    """What the posting's person sees of the session."""
    session = uow.sessions.need(scene.posting.subject_id)
    tandem = uow.tandems.need(session.tandem_id)
    role = Role.MENTOR if scene.posting.person_id == tandem.mentor_id else Role.MENTEE
    other = Role.MENTEE if role is Role.MENTOR else Role.MENTOR
    viewer = uow.people.need(tandem.person(role))
    return SessionNotice(
        session=session,
        tandem=tandem,
        role=role,
        viewer=viewer,
        partner=uow.people.need(tandem.person(other)),
        programme=scene.programme,
        today=scene.now.astimezone(ZoneInfo(viewer.profile.zone)).date(),
        over=_is_over(session, scene.now),
        told_late=uow.postings.get(_late_key(session, tandem.person(other))) is not None,
    )


@dataclass(frozen=True)
class LateNotice(Notice):
    """The other one comes about ten minutes later."""

    partner: Person


@shows(LATE, to="person")
def late_notice(uow: UnitOfWork, scene: Scene) -> LateNotice:
    """What the one who waits reads; ``person_id`` is whom it speaks to."""
    session = uow.sessions.need(scene.posting.subject_id)
    tandem, viewer = uow.tandems.need(session.tandem_id), uow.people.need(scene.posting.person_id)
    other = tandem.mentee_id if viewer.id == tandem.mentor_id else tandem.mentor_id
    return LateNotice(uow.people.need(other))


async def ten_minutes_late(world: World, session_id: str, person_id: str) -> None:
    """Tell the other one that somebody comes ten minutes later; pressed twice, told once.

    Raises:
        Refusal: ``not-yours``; ``stale`` once the session is over, or while it is more than a day away.
    """
    await world.store.run(lambda uow: _late(uow, session_id, person_id, world.clock.now()))


def _late(uow: UnitOfWork, session_id: str, person_id: str, now: datetime) -> None:
    session = uow.sessions.need(session_id)
    tandem = uow.tandems.need(session.tandem_id)
    if person_id not in {tandem.mentor_id, tandem.mentee_id}:
        raise Refusal("not-yours")
    if session.start is None or _is_over(session, now) or now < session.start - timedelta(days=1):
        raise Refusal("late-not-now")
    other = tandem.mentee_id if person_id == tandem.mentor_id else tandem.mentor_id
    post(uow, LATE, session.id, other, key=_late_key(session, other))
    touch(uow, KIND, session.id)


def _late_key(session: Session, person_id: str) -> str:
    return f"{LATE}:{session.id}:{person_id}:{session.start or session.planned:%Y%m%d}"


def _is_over(session: Session, now: datetime) -> bool:
    return session.start is None or now >= session.start + timedelta(minutes=session.minutes)


def remind_of(uow: UnitOfWork, tandem: Tandem, now: datetime) -> None:
    """Let both be reminded of each session that is to come; asked again after a session has moved, the timers follow."""
    people = [uow.people.need(person) for person in (tandem.mentor_id, tandem.mentee_id)]
    for session in uow.sessions.all(tandem_id=tandem.id):
        for person in people:
            due = reminder_at(session.start, person.profile) if session.start else None
            if due and due > now:
                set_timer(uow, "session-reminder", session.id, due, suffix=f":{person.id}")


@when_due("session-reminder")
def _remind(uow: UnitOfWork, _world: World, timer: Timer, now: datetime) -> None:
    """Remind, unless the session has gone, has moved to a later day (then later), is over, or it is night by now."""
    session, person = uow.sessions.get(timer.subject_id), uow.people.get(timer.id.rpartition(":")[2])
    tandem = uow.tandems.get(session.tandem_id) if session else None
    if not session or not session.start or not person or not tandem or tandem.state is not TandemState.LAUNCHED:
        return
    due = reminder_at(session.start, person.profile)
    if due > now:
        set_timer(uow, "session-reminder", session.id, due, suffix=f":{person.id}")
    elif now < min(session.start, due + TOO_LATE):
        post(uow, KIND, session.id, person.id, key=f"{KIND}:{session.id}:{person.id}:{session.start:%Y%m%d}")
