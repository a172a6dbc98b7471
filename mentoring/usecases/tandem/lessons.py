"""Short lessons for each of the two once both have said yes: two minutes each, read one after the
other on any device, and nobody has to.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from mentoring.domain.enrolment import Enrolment, enrolment_id
from mentoring.domain.errors import Refusal
from mentoring.domain.kits.texts import Lesson
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import TOGETHER, Tandem
from mentoring.domain.upkeep import Timer
from mentoring.notices import Notice, Scene, matters, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import ask, one_step
from mentoring.usecases.common.postings import show_part
from mentoring.usecases.common.showing import depends
from mentoring.usecases.common.timers import when_due
from mentoring.usecases.matching.together import when_together
from mentoring.usecases.tandem.library import library_of
from mentoring.usecases.tandem.what_waited import card_of
from mentoring.usecases.tandem.when_it_fits import put_before


@dataclass(frozen=True)
class LessonsNotice(Notice):
    """The lessons of somebody's role, open at ``page`` (from 0); one page beyond the last lesson
    all are read.

    ``is_over``: they are in no tandem of this role any more.
    """

    enrolment: Enrolment
    programme: Programme
    lessons: tuple[Lesson, ...]
    page: int = 0
    is_over: bool = False


@shows(to="person", in_hours=True)
def lessons_card(uow: UnitOfWork, scene: Scene) -> LessonsNotice:
    """Where the person is in their lessons."""
    enrolled = uow.enrolments.need(scene.posting.subject_id)
    if enrolled.person_id != scene.posting.person_id:
        raise Refusal("not-yours")
    lessons = library_of(scene.programme).lessons_of(enrolled.role)
    page = min(scene.posting.page, len(lessons))
    over = not _is_in_a_tandem(uow, enrolled)
    return LessonsNotice(enrolled, scene.programme, lessons, page, over)


def _is_in_a_tandem(uow: UnitOfWork, enrolled: Enrolment) -> bool:
    side = "mentor_id" if enrolled.role is Role.MENTOR else "mentee_id"
    return uow.tandems.any(state=tuple(TOGETHER), **{side: enrolled.person_id})


@depends(lessons_card, Tandem)
def _enrolments(uow: UnitOfWork, change: Altered) -> Iterable[str]:
    """Whether the person is in a tandem still; how far it has come is said elsewhere."""
    tandem = change.row
    both = (enrolment_id(uow.cycle_id, role, tandem.person(role)) for role in Role)
    stood, stands = (each and each.state in TOGETHER for each in (change.before, change.after))
    return both if bool(stood) != bool(stands) else ()


@matters(lessons_card)
def _still_in_a_tandem(uow: UnitOfWork, posting: Posting, _now: datetime) -> bool:
    enrolled = uow.enrolments.get(posting.subject_id)
    return enrolled is not None and _is_in_a_tandem(uow, enrolled)


def turn(
    uow: UnitOfWork, _moment: Moment, enrolment: str, person_id: str, posting_id: str, page: int
) -> None:
    """Go to another lesson; where one is stays in the card, on every device.

    Raises:
        Refusal: ``gone``; ``not-yours``; ``stale`` if the card is none of these lessons.
    """
    if uow.enrolments.need(enrolment).person_id != person_id:
        raise Refusal("not-yours")
    show_part(uow, lessons_card, enrolment, posting_id, "", page)


@when_together
def _begin(uow: UnitOfWork, _moment: Moment, tandem: Tandem) -> None:
    """Both get theirs; whoever has had them in this cycle is left in peace."""
    for role in Role:
        key = enrolment_id(uow.cycle_id, role, tandem.person(role))
        if not uow.postings.any(kind=lessons_card.name, subject_id=key):
            ask(uow, bring_lessons, key)


@one_step(queue="talk")
async def bring_lessons(world: World, enrolment: str) -> None:
    """Put the lessons before the person, unless their mailbox says that they are away."""
    found = await world.read(lambda uow, _: uow.enrolments.get(enrolment))
    if found:
        away = await world.calendar.is_away(found.person_id, [world.clock.now()])
        await world.run(_put_before, enrolment, away=away)


def _put_before(uow: UnitOfWork, moment: Moment, enrolment: str, *, away: bool) -> None:
    enrolled = uow.enrolments.get(enrolment)
    if enrolled is None or not _is_in_a_tandem(uow, enrolled):
        return
    card = card_of(lessons_card.name, enrolment, enrolled.person_id)
    put_before(uow, moment, card, away=away)


@when_due()
def lessons_later(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Set by an earlier version for whoever could not be told on that day."""
    ask(uow, bring_lessons, timer.subject_id, once=f"{moment.now:%Y%m%d}")
