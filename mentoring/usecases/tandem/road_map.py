"""The road map of a tandem as a card: one step a session, those behind the two and those to come.
It is of these two alone, whoever keeps their calendars.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mentoring.domain.course import NOT_BEGUN, Course, course_of, in_all
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.kit_choice import KitChoice
from mentoring.domain.kits.choice import Chosen, Road, proposed
from mentoring.domain.people import Person, Role
from mentoring.domain.programme import Programme
from mentoring.domain.question import Question
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.undoing import TakenBack
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.people import tandems_with
from mentoring.usecases.common.showing import Subjects, depends, edited
from mentoring.usecases.common.undone import goes_on_as_another, with_earlier
from mentoring.usecases.polls.after_session import OF_THE_COURSE
from mentoring.usecases.tandem.kits import had_by, kit_of, open_questions, pairing
from mentoring.usecases.tandem.library import library_of


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


@dataclass(frozen=True)
class RoadMapNotice(Notice):
    """A tandem's road map as one of the two sees it: a stop a session, in their order.

    Once the tandem ``is_over``, nothing of it is shown any more; ``undone``: its launch was taken
    back, and the two stand ready as another tandem.
    """

    tandem: Tandem
    viewer: Person
    partner: Person
    programme: Programme
    course: Course = NOT_BEGUN
    stops: tuple[Stop, ...] = ()
    undone: bool = False

    @property
    def role(self) -> Role:
        """The viewer's."""
        return self.tandem.role_of(self.viewer.id)

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
    return replace(empty, course=course, stops=stops(uow, scene.moment, tandem, sessions))


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
    road = Road(tuple(each.kit_id for each in had), open_questions(uow, tandem))
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


@depends(road_map_card, Session, KitChoice, Question, Enrolment, Tandem, TakenBack)
def _tandems(uow: UnitOfWork, change: Altered) -> Subjects:
    """The sessions and their kits, what is asked and wished for, and whether the tandem runs or
    goes on as another.
    """
    match change.row:
        case Session(tandem_id=key) | KitChoice(tandem_id=key) | Question(tandem_id=key):
            return [key]
        case Enrolment(person_id=person_id):
            return tandems_with(uow, person_id) if edited(change) else ()
        case Tandem() if not change.alters("state", "told_left_over", "rhythm"):
            return ()
    return with_earlier(uow, change.row.id)


OF_THE_COURSE.append(road_map_card)
