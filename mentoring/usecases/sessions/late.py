"""*Ten minutes late*: the other one is told, once, and only as long as it matters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Person
from mentoring.domain.posting import Posting
from mentoring.domain.programme import NO_CONTACT, Contact
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.notices import Notice, Scene, matters, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.showing import Subjects, depends


@dataclass(frozen=True)
class LateNotice(Notice):
    """The other one comes about ten minutes later. ``over``: that session is behind them, or has
    another time, and nobody has to read any more that somebody was late.
    """

    partner: Person
    contact: Contact = NO_CONTACT
    over: bool = False


@shows(to="person", fleeting=True, stored_as="session_late")
def late_card(uow: UnitOfWork, scene: Scene) -> LateNotice:
    """What the one who waits reads; ``person_id`` is whom it speaks to."""
    session = uow.sessions.need(scene.posting.subject_id)
    tandem, viewer = uow.tandems.need(session.tandem_id), uow.people.need(scene.posting.person_id)
    other = tandem.mentee_id if viewer.id == tandem.mentor_id else tandem.mentor_id
    over = _is_over(session, scene) or tandem.state is TandemState.CLOSED
    return LateNotice(uow.people.need(other), scene.programme.contact, over)


def _is_over(session: Session, scene: Scene) -> bool:
    """Whether the session that was told about has gone; the card's id says of which day it was."""
    told = scene.posting.id.rpartition(":")[2]
    moved = session.start is None or (told.isdecimal() and told != _day(session))
    return moved or session.is_over(scene.now)


@matters(late_card)
def _never(_uow: UnitOfWork, _posting: Posting, _now: datetime) -> bool:
    """Afterwards nobody has to know that somebody was late."""
    return False


@depends(late_card, Session, Tandem)
def _told(uow: UnitOfWork, change: Altered) -> Subjects:
    """Its session gets another time, or its tandem ends."""
    match change.row:
        case Session(id=session_id):
            return [session_id] if change.alters("start") else ()
    return uow.sessions.those(tandem_id=change.row.id) if change.alters("state") else ()


def ten_minutes_late(uow: UnitOfWork, moment: Moment, session_id: str, person_id: str) -> None:
    """Tell the other one that somebody comes ten minutes later; pressed twice, told once.

    Raises:
        Refusal: ``not-yours``; ``late-not-now`` once the session is over, or while it is more than
            a day away.
    """
    now = moment.now
    session = uow.sessions.need(session_id)
    tandem = uow.tandems.need(session.tandem_id)
    if person_id not in {tandem.mentor_id, tandem.mentee_id}:
        raise Refusal("not-yours")
    if session.start is None or session.is_over(now) or now < session.start - timedelta(days=1):
        raise Refusal("late-not-now")
    other = tandem.mentee_id if person_id == tandem.mentor_id else tandem.mentor_id
    post(uow, late_card, session.id, other, key=late_key(session, other))


def late_key(session: Session, person_id: str) -> str:
    """The id of the card by which this person is told that the other one comes later that day."""
    return f"{late_card.name}:{session.id}:{person_id}:{_day(session)}"


def _day(session: Session) -> str:
    return f"{session.start or session.planned:%Y%m%d}"
