"""The card of a tandem: its two read how their sessions stand, and why then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from mentoring.domain.circle import Circle, CircleKind, CircleState, member_id, mentors_circle_id
from mentoring.domain.course import NOT_BEGUN, Course, course_of
from mentoring.domain.enrolment import Enrolment, enrolment_id
from mentoring.domain.language import LANGUAGES, Language
from mentoring.domain.people import Person, Role
from mentoring.domain.poll import LIVING, Poll
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import Answers
from mentoring.domain.questionnaire.steps import Place
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.session import Session, are_through
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.undoing import TakenBack
from mentoring.domain.upkeep import Fact
from mentoring.domain.watching import Absence
from mentoring.notices import Portrayed, Scene, shows
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.showing import (
    Subjects,
    all_tandems_of,
    depends,
    edited,
    stands_otherwise,
)
from mentoring.usecases.common.undone import is_undone
from mentoring.usecases.sessions.calendars import (
    enrolled_ids,
    wishes_of,
)
from mentoring.usecases.sessions.reminders import met_key, said_about


@dataclass(frozen=True)
class TandemNotice(Portrayed):
    """A launched tandem as one side sees it: partner, channel, sessions (UTC), and why the dates
    are as they are.

    ``draft_language`` is that of a first message: one that both have named.
    ``deputy_is_partner``: whoever is to keep the viewer's calendar is their partner, which does not
    count. ``ahead`` are the sessions that can still get another time; ``agreeing`` are the ids of
    the sessions that a running poll is about, with an empty id for the whole series.
    ``is_through``: those that were planned are all over. ``course`` is how many of the sessions lie
    behind the two. ``said`` are the ids of those of which the viewer has said that they met, where
    the two keep their own dates.
    ``partner_goal`` and ``partner_place`` are what the partner would like to achieve, and how they
    like to meet. ``circle`` is the viewer's place in the mentors' circle, by its id, where there is
    one for them. ``undone``: its launch was taken back, and the two stand ready as another tandem.
    """

    tandem: Tandem
    role: Role
    viewer: Person
    partner: Person
    programme: Programme
    sessions: tuple[Session, ...]
    explanations: tuple[Explanation, ...] = field(default=())
    ahead: tuple[Session, ...] = ()
    agreeing: frozenset[str] = frozenset()
    is_through: bool = False
    paused_until: date | None = None
    partner_goal: str = ""
    partner_place: Place | None = None
    draft_language: Language = "de"
    deputy_is_partner: bool = False
    undone: bool = False
    course: Course = NOT_BEGUN
    said: tuple[str, ...] = ()
    circle: str = ""

    @property
    def has_begun(self) -> bool:
        """Whether a session lies behind the two."""
        return any(session.start and session not in self.ahead for session in self.sessions)

    def portrays(self) -> str:
        """The other one."""
        return self.partner.id


@shows(to="person", stored_as="tandem")
def tandem_card(uow: UnitOfWork, scene: Scene) -> TandemNotice:
    """What the posting's person sees of their tandem."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    both = (tandem.mentor_id, tandem.mentee_id)
    uow.people.prefetch(both)
    uow.enrolments.prefetch(enrolled_ids(uow, both))
    role = tandem.role_of(scene.posting.person_id)
    sessions = sorted(uow.sessions.all(tandem_id=tandem.id), key=lambda session: session.number)
    absence = uow.absences.get(tandem.person(role))
    viewer = uow.people.need(tandem.person(role))
    partner = uow.people.need(tandem.partner_of(viewer.id))
    said = _said_by_partner(uow, tandem, role)
    return TandemNotice(
        tandem,
        role,
        viewer,
        partner,
        scene.programme,
        tuple(sessions),
        tuple(e for e in explained(tandem, sessions, scene.now) if e.is_for(role)),
        ahead=movable(sessions, scene.now),
        agreeing=frozenset(a.session_id for a in uow.polls.all(tandem_id=tandem.id, state=LIVING)),
        is_through=are_through(sessions, scene.now),
        paused_until=absence.until if absence else None,
        partner_goal=said.purpose.goal if said.purpose else "",
        partner_place=said.when.place if said.when else None,
        draft_language=_language_of_both(uow, viewer, partner),
        deputy_is_partner=partner.id in wishes_of(uow, viewer.id).deputy,
        undone=is_undone(uow, tandem.id),
        course=course_of(tandem, scene.programme.sessions, sessions, scene.now),
        said=tuple(each.id for each in sessions if has_said(uow, each, viewer.id)),
        circle=_circle(uow, scene, tandem, viewer.id),
    )


def has_said(uow: UnitOfWork, session: Session, person_id: str) -> bool:
    """Whether the person has said, of a session whose date the two keep, that they met."""
    if not session.is_by_hand or session.start is None:
        return False
    return uow.facts.get(met_key(session, person_id)) is not None


def _circle(uow: UnitOfWork, scene: Scene, tandem: Tandem, viewer_id: str) -> str:
    """The mentor's place in the mentors' circle, if owners want one and it is not archived."""
    if viewer_id != tandem.mentor_id or not scene.programme.mentors_circle:
        return ""
    circle = uow.circles.get(mentors_circle_id(uow.cycle_id))
    if circle is None or circle.state is CircleState.CLOSED:
        return ""
    return "" if viewer_id in scene.moment.home.owners else member_id(circle.id, viewer_id)


def _said_by_partner(uow: UnitOfWork, tandem: Tandem, role: Role) -> Answers:
    """What the other one has answered, once the tandem runs: who declines an offer must not have
    read it.
    """
    other = Role.MENTEE if role is Role.MENTOR else Role.MENTOR
    enrolled = uow.enrolments.get(enrolment_id(uow.cycle_id, other, tandem.person(other)))
    runs = tandem.state in {TandemState.LAUNCHING, TandemState.LAUNCHED}
    return enrolled.answers if enrolled and runs else Answers()


def _language_of_both(uow: UnitOfWork, viewer: Person, partner: Person) -> Language:
    """A language that both have named and the product speaks, the partner's own first; the viewer's
    own if there is none.
    """
    named = [_languages_of(uow, person.id) for person in (viewer, partner)]
    usual = (partner.language, viewer.language, *LANGUAGES)
    return next((code for code in usual if all(code in each for each in named)), viewer.language)


def _languages_of(uow: UnitOfWork, person_id: str) -> tuple[str, ...]:
    said = (e.answers.about for e in map(uow.enrolments.get, enrolled_ids(uow, [person_id])) if e)
    return next((about.languages for about in said if about), ())


SHOWN = ("number", "planned", "minutes", "state", "start", "offer", "declined", "join_url")
"""What of its sessions a tandem's card shows, or counts by."""


@depends(tandem_card, Tandem, Session, Poll, Absence, Enrolment, TakenBack, Fact, Circle)
def _tandems(uow: UnitOfWork, change: Altered) -> Subjects:
    """The tandem, its sessions, what is agreed on just now, who is away, and what the two have said
    of their languages, deputies, goals and places, and that they have met; whether there is a
    circle for mentors.
    """
    match change.row:
        case Circle(kind=kind):
            appears = change.before is None or change.row.state is CircleState.CLOSED
            concerns = appears and kind is CircleKind.MENTORS
            return uow.tandems.those(state=TandemState.LAUNCHED) if concerns else ()
        case Fact(id=key):
            session = uow.sessions.get(said_about(key)) if said_about(key) else None
            return [session.tandem_id] if session and session.is_by_hand else ()
        case Enrolment(person_id=person_id):
            return all_tandems_of(person_id) if edited(change) else ()
        case Session() if not stands_otherwise(change, *SHOWN):
            return ()
        case Tandem(id=tandem_id) | TakenBack(id=tandem_id) | Session(tandem_id=tandem_id):
            return [tandem_id]
        case Poll(tandem_id=tandem_id):
            return [tandem_id] if change.alters("state", "session_id") else ()
    return all_tandems_of(change.row.id)


def movable(sessions: Sequence[Session], now: datetime) -> tuple[Session, ...]:
    """The sessions for which a time may be looked for: those ahead, and those that have none."""
    return tuple(s for s in sessions if s.is_ahead(now) or s.lacks_slot)


def explained(tandem: Tandem, sessions: Sequence[Session], now: datetime) -> list[Explanation]:
    """Why the dates are as they are; what spoke of a session that has moved on since is no longer
    told, nor their rhythm once none of those sessions is ahead: further ones have another.
    """
    starts = {session.start for session in sessions}
    open_ones = {session.planned for session in sessions if session.start is None}
    told = []
    for explanation in tandem.plan.explanations:
        gone = explanation.code.startswith("moved-") and explanation.to not in starts
        found = explanation.code == "open" and explanation.at not in open_ones
        past = explanation.code.startswith("series-") and not _in_rhythm(tandem, sessions, now)
        if not (gone or found or past or explanation.code.startswith("offer")):
            told.append(explanation)
    return told


def _in_rhythm(tandem: Tandem, sessions: Sequence[Session], now: datetime) -> bool:
    """Whether a session of the series that was planned is still ahead, or none is there yet."""
    pattern = tandem.plan.pattern
    last = pattern.occurrences if pattern else 0
    return not sessions or any(each.number <= last and each.is_left(now) for each in sessions)
