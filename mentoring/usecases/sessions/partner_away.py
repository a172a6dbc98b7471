"""Somebody is away: what the other one is asked, and who has paused until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from mentoring.domain.people import Person
from mentoring.domain.posting import Posting
from mentoring.domain.programme import NO_CONTACT, Contact
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem
from mentoring.domain.upkeep import Fact
from mentoring.domain.watching import Absence
from mentoring.notices import Notice, Scene, matters, shows
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.hours import Wait, cannot_wait
from mentoring.usecases.common.one_a_day import comes_of
from mentoring.usecases.common.pauses import paused_at
from mentoring.usecases.common.people import tandems_with
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.showing import Subjects, depends

ANSWERED = "partner-away:"


@dataclass(frozen=True)
class PartnerAwayNotice(Notice):
    """The other one will not be there for these sessions: wait, or move them.

    Why is nobody's business.

    ``until`` is the last day of the absence, where it is known; ``answer`` what was chosen
    (``wait``, ``move`` or empty).
    """

    tandem: Tandem
    viewer: Person
    partner: Person
    sessions: tuple[Session, ...]
    until: date | None
    answer: str = ""
    contact: Contact = NO_CONTACT


@shows(to="person", fleeting=True, in_hours=True, stored_as="partner_away")
def partner_away_card(uow: UnitOfWork, scene: Scene) -> PartnerAwayNotice:
    """What the one who is there sees; ``view`` is the answer once it is given."""
    session = uow.sessions.need(scene.posting.subject_id)
    tandem = uow.tandems.need(session.tandem_id)
    viewer = uow.people.need(scene.posting.person_id)
    partner = uow.people.need(tandem.partner_of(viewer.id))
    absence = uow.absences.get(partner.id)
    return PartnerAwayNotice(
        tandem,
        viewer,
        partner,
        (session,) if is_open(uow, tandem, session, viewer.id) else (),
        absence.until if absence else None,
        _answer(uow, session, viewer.id),
        scene.programme.contact,
    )


@matters(partner_away_card)
def _is_to_come(uow: UnitOfWork, posting: Posting, now: datetime) -> bool:
    session = uow.sessions.get(posting.subject_id)
    return session is not None and session.is_ahead(now)


@cannot_wait(partner_away_card)
def _is_near(uow: UnitOfWork, posting: Posting, wait: Wait) -> bool:
    """Whether the session is ahead and begins less than a day after then."""
    session = uow.sessions.get(posting.subject_id)
    start = session.start if session else None
    return start is not None and wait.is_too_long_for(start)


@comes_of(partner_away_card)
def _in_one_pause(uow: UnitOfWork, posting: Posting) -> Iterable[str]:
    """All sessions in the other one's pause are asked about together."""
    session = uow.sessions.get(posting.subject_id)
    ahead = uow.sessions.all(tandem_id=session.tandem_id) if session else ()
    return [each.id for each in ahead]


@depends(partner_away_card, Session, Tandem, Absence, Fact)
def _sessions(uow: UnitOfWork, change: Altered) -> Subjects:
    """The session, who is away, and what was answered."""
    match change.row:
        case Session(id=session_id):
            return [session_id]
        case Tandem(id=tandem_id):
            return uow.sessions.those(tandem_id=tandem_id) if change.alters("state") else ()
        case Absence(id=person_id):
            return uow.everywhere.sessions.those(tandem_id=tandems_with(uow, person_id))
    return answered(change.row)


def _answer(uow: UnitOfWork, session: Session, viewer: str) -> str:
    fact = uow.facts.get(answer_key(session, viewer))
    return fact.value if fact else ""


def answer_key(session: Session, viewer: str) -> str:
    """The key under which the answer about a session at its time is kept."""
    return f"{answers_of(session, viewer)}{session.start or session.planned:%Y%m%d%H%M}"


def answers_of(session: Session, viewer: str) -> str:
    """How the keys of the viewer's answers about a session begin, whenever it was to be."""
    return f"{ANSWERED}{session.id}:{viewer}:"


def answered(fact: Fact) -> list[str]:
    """The id of the session about which the fact is an answer, if it is one."""
    about = fact.id.removeprefix(ANSWERED)
    return [] if about == fact.id else [about.rsplit(":", 2)[0]]


def ask_partner(uow: UnitOfWork, session: Session, viewer: str, *, replies: bool = False) -> None:
    """Ask the one who is there whether to wait or to move; asked once for a session at its time.

    ``replies``: the other one's mailbox says that they are away, so there is no pause that could
    end.
    """
    post(
        uow,
        partner_away_card,
        session.id,
        viewer,
        key=_key(session, viewer),
        view=REPLIES if replies else "",
    )


REPLIES = "replies"


def _key(session: Session, viewer: str) -> str:
    when = f"{session.start or session.planned:%Y%m%d%H%M}"
    return f"{partner_away_card.name}:{session.id}:{viewer}:{when}"


def is_open(uow: UnitOfWork, tandem: Tandem, session: Session, viewer: str) -> bool:
    """Whether the question still stands: the other one has paused at the session's time, or their
    mailbox replies.
    """
    asked = uow.postings.get(_key(session, viewer))
    return asked is not None and (
        asked.view == REPLIES or paused_at(uow, tandem.partner_of(viewer), session.start)
    )
