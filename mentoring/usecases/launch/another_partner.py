"""What both read when their tandem has ended, in the same words; and whether they would like
another one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from mentoring.domain import enrolment as enrolment_rules
from mentoring.domain import filling_in
from mentoring.domain.cycle import Cycle
from mentoring.domain.enrolment import Enrolment, EnrolmentState, enrolment_id
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Person
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.notices import Notice, Scene, shows
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Altered, UnitOfWork
from mentoring.usecases.common.postings import post_back, show_part
from mentoring.usecases.common.showing import Subjects, cards_of, depends
from mentoring.usecases.common.sides import can_look_back
from mentoring.usecases.enrolment.asking_anew import begins_to_wait
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.enrolment.due import asked_since
from mentoring.usecases.matching.places import fill

Wish = Literal["", "yes", "no"]


@dataclass(frozen=True)
class EndedNotice(Notice):
    """A tandem that has ended, as one of the two sees it; the other one sees the same.

    ``wish`` is what the viewer has said to another partner; ``is_open``: they may still say it.
    ``enrolment`` is their own; ``can_look_back``: what has changed for them can still be opened.
    """

    tandem: Tandem
    viewer: Person
    partner: Person
    programme: Programme
    wish: Wish = ""
    is_open: bool = True
    enrolment: Enrolment | None = None
    can_look_back: bool = False


@shows(to="person")
def ended_card(uow: UnitOfWork, scene: Scene) -> EndedNotice:
    """What one of the two reads."""
    tandem = uow.tandems.need(scene.posting.subject_id)
    viewer = uow.people.need(scene.posting.person_id)
    partner = uow.people.need(tandem.partner_of(viewer.id))
    wish: Wish = "yes" if scene.posting.view == "yes" else "no" if scene.posting.view else ""
    is_open = not scene.moment.cycle.is_over
    enrolled = uow.enrolments.get(enrolment_id(uow.cycle_id, tandem.role_of(viewer.id), viewer.id))
    looks_back = can_look_back(uow, scene.now, tandem, enrolled)
    return EndedNotice(
        tandem, viewer, partner, scene.programme, wish, is_open, enrolled, looks_back
    )


@depends(ended_card, Cycle)
def _tandems(uow: UnitOfWork, change: Altered) -> Subjects:
    """Once the cycle is being closed, nobody gets another partner in it."""
    if not change.before or not change.alters("state"):
        return ()
    return uow.tandems.those(cycle_id=change.row.id, state=TandemState.CLOSED)


@depends(ended_card, Enrolment)
def _answered(_uow: UnitOfWork, change: Altered) -> Subjects:
    """Whether one's answers are kept, and that they are gone."""
    told = change.alters("released", "answers", "state", "erased_at")
    return cards_of(change.row.person_id) if told else ()


def answer(
    uow: UnitOfWork, moment: Moment, tandem_id: str, person_id: str, posting_id: str, *, yes: bool
) -> None:
    """Whether somebody would like another partner; who does comes first.

    Raises:
        Refusal: ``not-yours``; ``stale`` once the cycle is being closed, or if they take part no
            more.
    """
    tandem = uow.tandems.need(tandem_id)
    role = tandem.role_of(person_id)
    enrolled = uow.enrolments.get(enrolment_id(uow.cycle_id, role, person_id))
    if enrolled is None or moment.cycle.is_over or not tandem.ended_at:
        raise Refusal("stale")
    if yes:
        _wants_one(uow, moment, enrolled)
    said = "yes" if yes else "no"
    show_part(uow, ended_card, tandem_id, posting_id, said, 0, whose=person_id)


def _wants_one(uow: UnitOfWork, moment: Moment, enrolled: Enrolment) -> None:
    """They wait again; whose answers have been erased meanwhile gives them once more."""
    if enrolled.erased_at or enrolled.state is not EnrolmentState.DONE:
        _ask_anew(uow, moment, enrolled)
        return
    if not enrolled.rests:
        return
    uow.enrolments.put(enrolment_rules.wants_another(enrolled))
    begins_to_wait(uow, moment, enrolled)
    fill(uow)


def _ask_anew(uow: UnitOfWork, moment: Moment, enrolled: Enrolment) -> None:
    if enrolled.state is EnrolmentState.BEGUN and not enrolled.rests:
        return
    invited = replace(enrolled, state=EnrolmentState.INVITED, done_at=None)
    begun = filling_in.begin(enrolment_rules.wants_another(asked_since(invited, moment.now)))
    begins_to_wait(uow, moment, uow.enrolments.put(begun))
    post_back(uow, moment, enrolment_card, enrolled.id, enrolled.person_id)
