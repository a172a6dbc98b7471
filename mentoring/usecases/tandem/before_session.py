"""Two working days before a session: what the two get to prepare for it."""

from __future__ import annotations

from datetime import datetime

from mentoring.domain.people import Person
from mentoring.domain.session import Session
from mentoring.domain.upkeep import Timer
from mentoring.domain.working_time import prepared_at
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.timers import timer_of, when_due
from mentoring.usecases.sessions.reminders import beside_reminders, remind_of, stands
from mentoring.usecases.tandem.bringing import bring_soon
from mentoring.usecases.tandem.question_box import is_asked
from mentoring.usecases.tandem.telling import reveal, reveal_and_tell, tell_soon
from mentoring.usecases.tandem.wanted import brings


@beside_reminders
def preparation(session: Session, person: Person, moment: Moment) -> Timer | None:
    """The timer of what the person gets to prepare; None if the time for it has gone."""
    due = _due(session, person, moment)
    if due is None or due <= moment.now:
        return None
    return timer_of(session_ahead, session.id, due, suffix=f":{person.id}")


def _due(session: Session, person: Person, moment: Moment) -> datetime | None:
    if session.start is None:
        return None
    return prepared_at(session.start, person.profile, moment.programme.sessions)


@beside_reminders
def near_already(session: Session, person: Person, moment: Moment) -> Timer | None:
    """Where a session's time was only found when the time to prepare for it had gone, what has
    waited for it is told now.
    """
    due = _due(session, person, moment)
    if due is None or due > moment.now:
        return None
    return timer_of(session_near, session.id, moment.now, suffix=f":{person.id}")


@when_due()
def session_near(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Whatever waits for the session can wait no longer."""
    session = uow.sessions.get(timer.subject_id)
    if session and stands(uow, session, moment.now):
        reveal_and_tell(uow, moment, uow.tandems.need(session.tandem_id))


@when_due()
def session_ahead(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Two working days are left, unless the session has gone or has moved to a later day."""
    session = uow.sessions.get(timer.subject_id)
    person = uow.people.get(timer.id.rpartition(":")[2])
    if session is None or person is None or not stands(uow, session, moment.now):
        return
    later = preparation(session, person, moment)
    if later:
        uow.timers.put(later)
        return
    tandem = uow.tandems.need(session.tandem_id)
    reveal(uow, moment, tandem)
    if brings(uow, tandem.id, person.id):
        bring_soon(uow, moment, session, person.id)
    elif is_asked(uow, tandem.id, person.id):
        tell_soon(uow, moment, tandem, person.id)


@when_due()
def accompany_anew(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """A tandem that has run since before there was anything to prepare gets it from now on."""
    tandem = uow.tandems.get(timer.subject_id)
    if tandem:
        remind_of(uow, tandem, moment)
