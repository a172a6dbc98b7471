"""The question box of a tandem: what the two would like to ask each other, both ways.

A question waits for the next session, or goes at once if its author wishes; until then nobody but
its author reads it. It comes back with each session until one of the two says that it is answered.
It is of these two alone, whoever keeps their calendars.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.domain.people import Person, Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.question import Question
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.undoing import TakenBack
from mentoring.domain.upkeep import Fact
from mentoring.notices import Correctable, Notice, Scene, matters, shows
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.showing import OwnCards, Subjects, depends
from mentoring.usecases.common.undone import goes_on_as_another, with_earlier
from mentoring.usecases.tandem.wanted import WITHOUT_QUESTIONS, brings, those

ANSWERED_SHOWN = 2
"""How many answered questions still stand in the box, the latest ones."""


@dataclass(frozen=True)
class QuestionBoxNotice(Correctable):
    """A tandem's question box as one of the two sees it.

    ``own`` and ``theirs`` are open, the oldest first; ``answered`` are the last that were. Once the
    tandem ``is_over``, no question is shown any more; ``undone``: its launch was taken back, and
    what is open goes along with the two, who stand ready as another tandem. ``tells``: whether the
    viewer is told of what they are asked between two sessions.
    """

    tandem: Tandem
    viewer: Person
    partner: Person
    programme: Programme
    own: tuple[Question, ...] = ()
    theirs: tuple[Question, ...] = ()
    answered: tuple[Question, ...] = ()
    undone: bool = False
    tells: bool = True

    @property
    def role(self) -> Role:
        """The viewer's."""
        return self.tandem.role_of(self.viewer.id)

    @property
    def is_over(self) -> bool:
        """Whether the tandem has come to its end, or goes on as another."""
        return self.undone or self.tandem.state is not TandemState.LAUNCHED


@dataclass(frozen=True)
class WhichBoxNotice(Notice):
    """Somebody with several tandems has asked without saying whom: they get the question back, in
    this one answer, which is stored nowhere.
    """

    question: str


@shows(to="person", in_hours=True)
def question_box(uow: UnitOfWork, scene: Scene) -> QuestionBoxNotice:
    """What the posting's person may read of it."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    viewer = uow.people.need(scene.posting.person_id)
    partner = uow.people.need(tandem.partner_of(viewer.id))
    undone = goes_on_as_another(uow, tandem)
    empty = QuestionBoxNotice(tandem, viewer, partner, scene.programme, undone=undone)
    if empty.is_over:
        return empty
    known = read_by(uow, tandem, viewer.id)
    still = [each for each in known if each.is_open]
    done = sorted((each for each in known if not each.is_open), key=_answered_at)
    return replace(
        empty,
        own=tuple(each for each in still if each.author_id == viewer.id),
        theirs=tuple(each for each in still if each.author_id != viewer.id),
        answered=tuple(done[-ANSWERED_SHOWN:]),
        tells=brings(uow, tandem.id, viewer.id, WITHOUT_QUESTIONS),
    )


def read_by(uow: UnitOfWork, tandem: Tandem, person_id: str) -> Sequence[Question]:
    """The tandem's questions that one of the two may read, the oldest first."""
    found = uow.questions.all(tandem_id=tandem.id)
    return [each for each in found if each.author_id == person_id or not each.waits]


def is_told(change: Altered) -> bool:
    """Whether the other one may read the changed question, or has read it before."""
    return any(each and not each.waits for each in (change.before, change.after))


def _answered_at(question: Question) -> datetime:
    return question.answered_at or question.asked_at


@depends(question_box, Question, Tandem, TakenBack, Fact)
def _tandems(_uow: UnitOfWork, change: Altered) -> Subjects:
    """The questions, whether the tandem runs or goes on as another, and whether one is told; one
    that waits is its author's alone.
    """
    if isinstance(change.row, Question):
        tandem_id = change.row.tandem_id
        return [tandem_id] if is_told(change) else OwnCards(change.row.author_id, (tandem_id,))
    if isinstance(change.row, Fact):
        return those(change.row, WITHOUT_QUESTIONS)
    if isinstance(change.row, TakenBack) or change.alters("state", "told_left_over"):
        return with_earlier(change.row.id)
    return ()


@matters(question_box)
def _has_been_asked_something(uow: UnitOfWork, posting: Posting, _now: datetime) -> bool:
    return is_asked(uow, posting.subject_id, posting.person_id)


def is_asked(uow: UnitOfWork, tandem_id: str, person_id: str) -> bool:
    """Whether the other one of a running tandem has asked the person something that is open."""
    tandem = uow.tandems.get(tandem_id)
    if tandem is None or tandem.state is not TandemState.LAUNCHED:
        return False
    known = read_by(uow, tandem, person_id)
    return any(each.is_open and each.author_id != person_id for each in known)
