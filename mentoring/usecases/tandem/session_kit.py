"""The session kit as a card: two working days before a session the mentor gets the whole, the
mentee a few lines, each with what the other one would like to know.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.domain.enrolment import Enrolment
from mentoring.domain.kit_choice import KitChoice, KitState
from mentoring.domain.kits.choice import Chosen
from mentoring.domain.people import Person, Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.question import Question
from mentoring.domain.road_map import RoadMap
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Fact
from mentoring.notices import Notice, Scene, matters, shows
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.people import tandems_with
from mentoring.usecases.common.showing import OwnCards, Subjects, depends, edited
from mentoring.usecases.common.undone import is_undone
from mentoring.usecases.tandem.kits import kit_of, others
from mentoring.usecases.tandem.question_box import is_told, read_by
from mentoring.usecases.tandem.wanted import WITHOUT_KITS, about, brings


@dataclass(frozen=True)
class KitNotice(Notice):
    """The kit of a session as one of the two sees it.

    ``choice`` is None where nothing new was left, ``kit`` also where the library has it no more.
    ``undone``: the launch was taken back. ``about`` is the question around which it has grown,
    empty if there is none. ``others`` are what the mentor may take instead. ``asked`` is what the
    other one would like to know. ``is_over``: the session or the tandem is; ``comes``: whether kits
    come by themselves.
    """

    session: Session
    tandem: Tandem
    role: Role
    viewer: Person
    partner: Person
    programme: Programme
    choice: KitChoice | None = None
    kit: Chosen | None = None
    about: str = ""
    others: tuple[Chosen, ...] = ()
    asked: tuple[Question, ...] = ()
    is_over: bool = False
    comes: bool = True
    undone: bool = False

    @property
    def ended_with_tandem(self) -> bool:
        """Whether it is over because the tandem is, and nothing of it is left to see."""
        return self.tandem.state is not TandemState.LAUNCHED

    @property
    def is_skipped(self) -> bool:
        """Whether the mentor goes without one."""
        return self.choice is not None and self.choice.state is KitState.SKIPPED


@shows(to="person", fleeting=True)
def session_kit_card(uow: UnitOfWork, scene: Scene) -> KitNotice:
    """What the posting's person sees of it."""
    session = uow.sessions.need(scene.posting.subject_id)
    tandem = uow.tandems.need(session.tandem_id)
    viewer = uow.people.need(scene.posting.person_id)
    role = tandem.role_of(viewer.id)
    partner = uow.people.need(tandem.partner_of(viewer.id))
    bare = KitNotice(session, tandem, role, viewer, partner, scene.programme)
    if tandem.state is not TandemState.LAUNCHED:
        return replace(bare, is_over=True, undone=is_undone(uow, tandem.id))
    choice, over = uow.kit_choices.get(session.id), not _is_to_come(session, scene.now)
    shown = replace(bare, choice=choice, is_over=over, comes=brings(uow, tandem.id, viewer.id))
    return _with_kit(uow, scene, shown, choice) if choice else _asked(uow, shown)


def _with_kit(uow: UnitOfWork, scene: Scene, notice: KitNotice, choice: KitChoice) -> KitNotice:
    about = uow.questions.get(choice.question) if choice.question else None
    chooses = notice.role is Role.MENTOR and not notice.is_over
    instead = others(uow, scene.moment, choice) if chooses else ()
    kit = kit_of(choice, scene.programme)
    text = about.text if about else ""
    return _asked(uow, replace(notice, kit=kit, about=text, others=instead))


def _asked(uow: UnitOfWork, notice: KitNotice) -> KitNotice:
    known = read_by(uow, notice.tandem, notice.viewer.id)
    theirs = (each for each in known if each.author_id == notice.partner.id and each.is_open)
    return replace(notice, asked=tuple(theirs))


def _is_to_come(session: Session, now: datetime) -> bool:
    return not session.is_over(now) and (session.start is not None or session.awaits_its_day)


@matters(session_kit_card)
def _still_to_come(uow: UnitOfWork, posting: Posting, now: datetime) -> bool:
    session = uow.sessions.get(posting.subject_id)
    return session is not None and (session.is_ahead(now) or session.awaits_its_day)


SHOWN = ("number", "planned", "minutes", "state", "start", "join_url")
"""What of its session a kit's card shows, or counts by; that they have met only ends it, as its
time has done already.
"""


@depends(session_kit_card, Session, Tandem, KitChoice, RoadMap, Question, Enrolment, Fact)
def _sessions(uow: UnitOfWork, change: Altered) -> Subjects:
    """The session, its kit and those of the tandem's others, what is asked, what the two have
    answered, and whether kits are wanted.
    """
    match change.row:
        case Session(id=session_id):
            return [session_id] if change.alters(*SHOWN) else ()
        case RoadMap(id=tandem_id):
            return _to_come(uow, tandem_id)
        case KitChoice(id=session_id, tandem_id=tandem_id):
            return [session_id, *_to_come(uow, tandem_id)]
        case Question(id=key, tandem_id=tandem_id):
            return [*_about(uow, key), *_to_come(uow, tandem_id)] if is_told(change) else ()
        case Tandem(id=tandem_id):
            return uow.sessions.those(tandem_id=tandem_id) if change.alters("state") else ()
        case Fact() as fact:
            tandem_id, person_id = about(fact, WITHOUT_KITS)
            mine = _to_come(uow, tandem_id) if tandem_id else ()
            return OwnCards(person_id, tuple(mine)) if mine else ()
    own = tandems_with(uow, change.row.person_id) if edited(change) else ()
    return [each for tandem_id in own for each in _to_come(uow, tandem_id)]


def _to_come(uow: UnitOfWork, tandem_id: str) -> list[str]:
    """The sessions of which nobody has said yet whether they met: once they have, the kit is over,
    and shows only what it was.
    """
    return [key for (key,) in uow.sessions.columns("id", tandem_id=tandem_id, outcome="")]


def _about(uow: UnitOfWork, question_id: str) -> list[str]:
    """The sessions whose kits are about the question."""
    return [key for (key,) in uow.kit_choices.columns("id", question=question_id)]
