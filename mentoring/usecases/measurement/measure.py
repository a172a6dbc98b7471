"""What is asked at a stage as a card: one question at a time, then what was said, beside what was
said at the start.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mentoring.domain.enrolment import Enrolment
from mentoring.domain.errors import Refusal
from mentoring.domain.measurement.follow_up import AFTER, FollowUp, follow_up_id
from mentoring.domain.measurement.items import (
    Item,
    Marks,
    Measure,
    MeasureState,
    Stage,
    Waiting,
    line,
    measure_id,
)
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.notices import Notice, Scene, matters, shows
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.showing import depends
from mentoring.usecases.common.sides import running

NOTHING = Marks()


@dataclass(frozen=True)
class MeasureNotice(Notice):
    """What is asked, at the question ``page`` (from 0); one page beyond the last all are over.

    ``start`` is what its person said at the start. ``follows``: whether they have agreed to be
    asked some months later; None where they cannot.
    """

    measure: Measure
    programme: Programme
    start: Marks = NOTHING
    page: int = 0
    follows: bool | None = None

    @property
    def question(self) -> Item | None:
        """What is asked now."""
        items = self.measure.items
        is_asked = self.measure.is_asked and self.page < len(items)
        return items[self.page] if is_asked else None

    @property
    def asks_to_agree(self) -> bool:
        """Whether somebody who waits has yet to say that they like to be asked, or has said no."""
        return self.measure.state is MeasureState.OPEN and not self.measure.is_asked

    @property
    def line(self) -> tuple[tuple[Item, int, int], ...]:
        """What was said both at the start and now: the item, then, now."""
        return line(self.start, self.measure.said)


@shows(to="person", in_hours=True, outlasts=True)
def measure_card(uow: UnitOfWork, scene: Scene) -> MeasureNotice:
    """What its person sees of it."""
    found = uow.measures.need(scene.posting.subject_id)
    if found.person_id != scene.posting.person_id:
        raise Refusal("not-yours")
    page = min(scene.posting.page, len(found.items))
    start = said_at_start(uow, found)
    return MeasureNotice(found, scene.programme, start, page, _follows(uow, found))


def _follows(uow: UnitOfWork, found: Measure) -> bool | None:
    return bool(follow_ups_of(uow, found.enrolment_id)) if can_be_followed_up(found) else None


def can_be_followed_up(found: Measure) -> bool:
    """Whether its person may be asked later if they still use it: a mentee at the end."""
    is_end = found.stage is Stage.END and found.state is MeasureState.OPEN
    return is_end and found.waiting is Waiting.NO and bool(found.said.topic)


def follow_ups_of(uow: UnitOfWork, enrolment: str) -> Sequence[FollowUp]:
    """What the person of this enrolment is asked some months after the end."""
    return uow.follow_ups.all(id=[follow_up_id(enrolment, months) for months in AFTER])


def said_at_start(uow: UnitOfWork, found: Measure) -> Marks:
    """What was said at the start, digital competence in the questionnaire; that is not shown any
    more to whoever has erased what they had said.
    """
    if found.stage is Stage.START:
        return NOTHING
    own = uow.measures.all(person_id=found.person_id, role=found.role)
    said = next((each.said for each in own if each.stage is Stage.START), NOTHING)
    if any(each.said.afresh for each in own):
        return said
    enrolled = uow.enrolments.get(found.enrolment_id)
    standing = enrolled.answers.standing if enrolled and found.role is Role.MENTEE else None
    return replace(said, competence=standing.competence) if standing else said


@depends(measure_card, Measure, Enrolment)
def _measures(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """The stage, and the later ones if what was said at the start has changed, or was erased: they
    show it, too.
    """
    row, later = change.row, [stage for stage in Stage if stage is not Stage.START]
    if isinstance(row, Enrolment):
        return [measure_id(row.id, stage) for stage in later] if change.alters("answers") else ()
    others = later if _of_the_start(change.before) != _of_the_start(change.after) else []
    return [measure_id(row.enrolment_id, stage) for stage in {row.stage, *others}]


def _of_the_start(measure: Measure | None) -> tuple[Marks, bool]:
    """What later stages show of it: what was said at the start, and that it counts no more."""
    said = measure.said if measure else NOTHING
    return said if measure and measure.stage is Stage.START else NOTHING, said.afresh


@depends(measure_card, FollowUp)
def _agreed(_uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """Whether its person has agreed to be asked later."""
    return [measure_id(change.row.id.rpartition(":")[0], Stage.END)]


@matters(measure_card)
def _is_still_asked(uow: UnitOfWork, posting: Posting, _now: datetime) -> bool:
    found = uow.measures.get(posting.subject_id)
    if found is None or found.state is not MeasureState.OPEN or found.said.says_something:
        return False
    if found.stage is Stage.END or found.waiting is not Waiting.NO:
        return found.waiting is not Waiting.DECLINED
    return running(uow, found.role, found.person_id) is not None
