"""The road map of a tandem as a card: one step a session, those behind the two and those to come.
It is of these two alone, whoever keeps their calendars.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mentoring.domain.course import NOT_BEGUN, Course, course_of, in_all
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.kit_choice import KitChoice
from mentoring.domain.kits.choice import Chosen, proposed
from mentoring.domain.people import Person, Role
from mentoring.domain.programme import Programme
from mentoring.domain.question import Question
from mentoring.domain.road_map import RoadMap
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.undoing import TakenBack
from mentoring.notices import Correctable, Scene, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.showing import (
    Subjects,
    all_tandems_of,
    depends,
    edited,
    stands_otherwise,
)
from mentoring.usecases.common.undone import goes_on_as_another, with_earlier
from mentoring.usecases.polls.after_session import OF_THE_COURSE
from mentoring.usecases.tandem.kits import (
    had_by,
    kit_of,
    open_questions,
    pairing,
    road_of,
)
from mentoring.usecases.tandem.library import library_of
from mentoring.usecases.tandem.question_box import is_told


@dataclass(frozen=True)
class Stop:
    """One session's step: its ``kit``, and the question around which that has grown (``about``).

    ``kit`` is None where the session had none, or where nothing new is left. ``is_over``: the
    session lies behind the two. ``stands``: its kit has been chosen, and is changed there.
    """

    kit: Chosen | None = None
    about: str = ""
    is_over: bool = False
    stands: bool = False

    @property
    def is_free(self) -> bool:
        """Whether the two may change it here."""
        return not self.is_over and not self.stands

    @property
    def step(self) -> str:
        """Its step's key; empty where there is none."""
        return self.kit.step.key if self.kit else ""


@dataclass(frozen=True)
class RoadMapNotice(Correctable):
    """A tandem's road map as one of the two sees it: a stop a session, in their order.

    ``looked_at`` is the place of the stop that they are changing (from 0, among those ahead whose
    kit does not stand); ``topics`` and ``questions`` may come in its place.
    Once the tandem ``is_over``, nothing of it is shown any more; ``undone``: its launch was taken
    back, and the two stand ready as another tandem.
    """

    tandem: Tandem
    viewer: Person
    partner: Person
    programme: Programme
    course: Course = NOT_BEGUN
    version: int = 0
    changed_by: Role | None = None
    looked_at: int | None = None
    topics: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    stops: tuple[Stop, ...] = ()
    undone: bool = False

    @property
    def role(self) -> Role:
        """The viewer's."""
        return self.tandem.role_of(self.viewer.id)

    @property
    def changeable(self) -> tuple[Stop, ...]:
        """The stops ahead whose kit does not stand yet."""
        return tuple(each for each in self.stops if each.is_free)

    def number_of(self, place: int) -> int:
        """Of which session, counted from 1, the changeable stop at a place is the step."""
        return [number for number, each in enumerate(self.stops, 1) if each.is_free][place]

    def expects(self) -> Mapping[str, object] | None:
        """Which step is being changed."""
        return None if self.looked_at is None else {"place": self.looked_at}

    @property
    def is_over(self) -> bool:
        """Whether the tandem has come to its end, or goes on as another."""
        return self.undone or self.tandem.state is not TandemState.LAUNCHED


@shows(to="person")
def road_map_card(uow: UnitOfWork, scene: Scene) -> RoadMapNotice:
    """What the posting's person sees of it."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    viewer = uow.people.need(scene.posting.person_id)
    partner = uow.people.need(tandem.partner_of(viewer.id))
    undone = goes_on_as_another(uow, tandem)
    empty = RoadMapNotice(tandem, viewer, partner, scene.programme, undone=undone)
    if empty.is_over:
        return empty
    sessions = uow.sessions.all(tandem_id=tandem.id)
    course = course_of(tandem, scene.programme.sessions, sessions, scene.now)
    found = stops(uow, scene.moment, tandem, sessions)
    kept = uow.road_maps.get(tandem.id) or RoadMap(tandem.id, tandem.id, ())
    whole = replace(empty, course=course, stops=found, version=kept.version)
    return _changing(uow, scene, replace(whole, changed_by=kept.changed_by))


def _changing(uow: UnitOfWork, scene: Scene, notice: RoadMapNotice) -> RoadMapNotice:
    """With what could come instead, if the person is changing a step that is still there."""
    place = int(scene.posting.view or -1)
    if not 0 <= place < len(notice.changeable):
        return notice
    topics, asked = may_come(uow, scene.moment, notice.tandem)
    return replace(notice, looked_at=place, topics=topics, questions=asked)


def may_come(
    uow: UnitOfWork, moment: Moment, tandem: Tandem
) -> tuple[tuple[str, ...], tuple[Question, ...]]:
    """The topics, those that were wished for and those that the mentor teaches first, and the
    questions that could be a step.
    """
    known = pairing(uow, tandem)
    topics = (*known.wishes, *known.levels, *(each.id for each in moment.programme.topics))
    open_ones = uow.questions.all(id=open_questions(uow, tandem))
    return tuple(dict.fromkeys(topics)), tuple(open_ones)


def stops(
    uow: UnitOfWork, moment: Moment, tandem: Tandem, sessions: Sequence[Session]
) -> tuple[Stop, ...]:
    """A stop for each session that was not lost, and for those that nobody has planned yet."""
    known = [each for each in sessions if not each.is_lost(moment.now)]
    more = in_all(tandem, moment.programme.sessions, sessions) - len(known)
    had = {each.id: each for each in had_by(uow, moment, tandem)}
    free = sum(1 for each in known if each.id not in had and not each.is_over(moment.now))
    to_come = _to_come(uow, moment, tandem, had.values(), free + max(0, more))
    found = [_stop(uow, moment, each, had.get(each.id), to_come) for each in known]
    return (*found, *to_come)


def _to_come(
    uow: UnitOfWork, moment: Moment, tandem: Tandem, had: Iterable[KitChoice], number: int
) -> Iterator[Stop]:
    """What comes in so many sessions without a kit of their own; less where nothing new is left."""
    road = road_of(uow, tandem, tuple(had))
    library = library_of(moment.programme)
    for kit in proposed(number, pairing(uow, tandem), library, road):
        yield Stop(kit, _question(uow, kit.step.question))


def _stop(
    uow: UnitOfWork,
    moment: Moment,
    session: Session,
    choice: KitChoice | None,
    to_come: Iterator[Stop],
) -> Stop:
    over = session.is_over(moment.now)
    if choice:
        kit, about = kit_of(choice, moment.programme), _question(uow, choice.question)
        return Stop(kit, about, is_over=over, stands=not over)
    return Stop(is_over=True) if over else next(to_come, Stop())


def _question(uow: UnitOfWork, question_id: str) -> str:
    found = uow.questions.get(question_id) if question_id else None
    return found.text if found else ""


SHOWN = ("number", "planned", "minutes", "state", "start", "declined")
"""What of a session decides whether it is to come, over or lost."""


@depends(road_map_card, RoadMap, Session, KitChoice, Question, Enrolment, Tandem, TakenBack)
def _tandems(_uow: UnitOfWork, change: Altered) -> Subjects:
    """The sessions and their kits, what both may read that is asked, what is wished for, and
    whether the tandem runs or goes on as another.
    """
    match change.row:
        case RoadMap(id=key):
            return [key]
        case Session() | KitChoice() if not _stops_otherwise(change):
            return ()
        case Question() if not is_told(change):
            return ()
        case Session(tandem_id=key) | KitChoice(tandem_id=key) | Question(tandem_id=key):
            return [key]
        case Enrolment(person_id=person_id):
            return all_tandems_of(person_id) if edited(change) else ()
        case Tandem() if not change.alters("state", "told_left_over", "rhythm"):
            return ()
    return with_earlier(change.row.id)


def _stops_otherwise(change: Altered) -> bool:
    """Whether a session, or the kit that it has, shows as another stop; whether the kit was taken
    shows elsewhere.
    """
    if isinstance(change.row, KitChoice):
        return change.alters("kit_id", "topic", "question", "tandem_id")
    return stands_otherwise(change, *SHOWN)


OF_THE_COURSE.append(road_map_card)
