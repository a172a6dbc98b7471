"""What somebody has wished for next time, as long as it can be changed: shown once more on a card
of its own, because some weeks after the end the card of thanks cannot be pressed any more.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.domain.cycle import Cycle, CycleKind, cycle_id
from mentoring.domain.enrolment import KEEPS, Enrolment, NextTime
from mentoring.domain.programme import Contact
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.messenger import Chat
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.postings import post_anew
from mentoring.usecases.common.showing import Subjects, depends
from mentoring.usecases.common.shown_again import shown_again
from mentoring.usecases.programme.cycles import next_of

SAID = tuple(each for each in NextTime if each is not NextTime.UNSAID)


def may_wish(uow: UnitOfWork, cycle: Cycle, enrolled: Enrolment | None) -> bool:
    """Whether the person can say something for next time: until it is asked, and in a rolling cycle
    only while they are asked anew.
    """
    if enrolled is None or not enrolled.is_admitted:
        return False
    if cycle.kind is CycleKind.ROLLING:
        return enrolled.is_asked_anew
    return enrolled.state in KEEPS and next_of(uow, cycle) is None


@dataclass(frozen=True)
class WishNotice(Notice):
    """What somebody has wished for next time; ``is_open``: they may say something else."""

    enrolment: Enrolment
    contact: Contact
    is_open: bool


@shows(to="person")
def wish_card(uow: UnitOfWork, scene: Scene) -> WishNotice:
    """What the person has wished, and may wish."""
    enrolled = uow.enrolments.need(scene.posting.subject_id)
    is_open = may_wish(uow, scene.moment.cycle, enrolled)
    return WishNotice(enrolled, scene.programme.contact, is_open)


@depends(wish_card, Enrolment, Cycle)
def _wished(uow: UnitOfWork, change: Altered) -> Subjects:
    """What is wished, and that the next cycle has asked."""
    row = change.row
    if isinstance(row, Enrolment):
        return [row.id] if change.alters("next_time", "state") else ()
    if not change.alters("kind"):
        return ()
    before = cycle_id(row.programme_id, row.number - 1)
    shown = [row.id] if change.before or row.tried_by else [row.id, before]
    return uow.everywhere.enrolments.those(cycle_id=shown, next_time=SAID)


@shown_again
def show_wishes(uow: UnitOfWork, moment: Moment, person_id: str, chat: Chat) -> bool:
    """Show somebody what they have wished and may still change, once the cycle has ended; whether
    there is anything.
    """
    found = uow.everywhere.enrolments.all(person_id=person_id, next_time=SAID)
    theirs = [each for each in found if _may_still(uow, each)]
    for each in theirs:
        here = for_cycle(uow, each.cycle_id)
        post_anew(here, moment, wish_card, each.id, person_id, chat)
    return bool(theirs)


def _may_still(uow: UnitOfWork, enrolled: Enrolment) -> bool:
    here = for_cycle(uow, enrolled.cycle_id)
    cycle = here.cycles.need(enrolled.cycle_id)
    return cycle.is_over and may_wish(here, cycle, enrolled)
