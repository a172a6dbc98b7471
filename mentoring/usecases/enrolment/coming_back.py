"""Taking part once more: *again* with last time's answers, in the other role, and after a tandem in
a cycle without an end.
"""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain import enrolment as enrolment_rules
from mentoring.domain import filling_in
from mentoring.domain.enrolment import (
    COMES_BACK,
    KEEPS,
    Enrolment,
    EnrolmentState,
    enrolment_id,
)
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Answers
from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import post_back
from mentoring.usecases.enrolment.applying import (
    PLAIN_YES,
    Yes,
    asks_anything,
    left_open,
    require_undecided,
    said_yes,
)
from mentoring.usecases.enrolment.asking_anew import ask_anew, begins_to_wait, has_tandem
from mentoring.usecases.enrolment.card import enrolment_card, other_role
from mentoring.usecases.programme.boundary import require_may_take_part
from mentoring.usecases.programme.period import clock_of, enrolment_open


def again(
    uow: UnitOfWork,
    moment: Moment,
    enrolment_id: str,
    person_id: str,
    yes: Yes = PLAIN_YES,
) -> Enrolment:
    """*Again*: the questionnaire opens with the answers of last time; with it ``yes`` answers what
    is asked before.

    Raises:
        Refusal: ``not-yours``, ``enrolment-closed``; ``condition`` and ``age-asked`` as
            ``take_part``.
    """
    enrolment = _own(uow, moment, enrolment_id, person_id)
    if enrolment.state in KEEPS:
        return enrolment
    if missing := left_open(moment, enrolment, yes):
        raise Refusal(missing)
    enrolment = said_yes(moment, enrolment, yes)
    begun = filling_in.again(enrolment, _kept(uow, enrolment), moment.programme.offered)
    begins_to_wait(uow, moment, begun)
    return _put(uow, begun)


def change_role(uow: UnitOfWork, moment: Moment, enrolment_id: str, person_id: str) -> None:
    """*Other role*: a card of its own leads through the questionnaire of the other side, or asks
    whoever applies for the yes that is wanted there.

    Raises:
        Refusal: ``not-yours``, ``enrolment-closed``; ``stale`` if they take part in both roles
            already, or were invited in this one alone; ``declined`` if owners did so in the other;
            ``not-eligible`` for the boundary contact.
    """
    enrolment = _own(uow, moment, enrolment_id, person_id)
    if not enrolment.earlier and not {*Role}.issubset(moment.programme.apply_as):
        raise Refusal("stale")
    require_may_take_part(uow, moment, person_id)
    asked = _in_other_role(uow, moment, enrolment)
    if not asks_anything(moment, asked):
        asked = filling_in.again(asked, _kept(uow, enrolment), moment.programme.offered)
    begins_to_wait(uow, moment, _put(uow, asked))
    _put(uow, replace(enrolment, state=enrolment_rules.left_as(enrolment), answers=Answers()))
    post_back(uow, moment, enrolment_card, asked.id, person_id)


def _in_other_role(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> Enrolment:
    """The same person, asked in the other role; an invitation that they have there stays one."""
    role = other_role(enrolment.role)
    key = enrolment_rules.enrolment_id(uow.cycle_id, role, enrolment.person_id)
    taken = uow.enrolments.get(key)
    if taken and taken.state in enrolment_rules.OPEN:
        raise Refusal("stale")
    asked = replace(enrolment, id=key, role=role, priority=0)
    asked = enrolment_rules.without_clearance(asked)
    had_begun = taken is not None and taken.as_seen in KEEPS
    position = COMES_BACK if had_begun else Enrolment.position
    asked = replace(asked, state=EnrolmentState.INVITED, position=position)
    asked = replace(asked, met_condition_at=None, met_condition="")
    if taken and taken.is_admitted:
        return replace(asked, application=taken.application, invited_at=taken.invited_at)
    require_undecided(uow, moment, role, enrolment.person_id)
    return asked


def _own(uow: UnitOfWork, moment: Moment, enrolment_id: str, person_id: str) -> Enrolment:
    enrolment = uow.enrolments.need(enrolment_id)
    if enrolment.person_id != person_id:
        raise Refusal("not-yours")
    if not enrolment_open(moment, clock_of(uow, person_id)):
        raise Refusal("enrolment-closed")
    return enrolment


def _kept(uow: UnitOfWork, enrolment: Enrolment) -> Answers:
    """What the person answered last time, if it was kept."""
    if enrolment.earlier == enrolment.id:
        return enrolment.answers
    before = uow.everywhere.enrolments.get(enrolment.earlier) if enrolment.earlier else None
    return before.answers if before and before.person_id == enrolment.person_id else Answers()


def _put(uow: UnitOfWork, enrolment: Enrolment) -> Enrolment:
    return uow.enrolments.put(enrolment)


def ask_both_anew(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """In a rolling cycle, those whose last tandem has ended are matched again only after a new yes;
    whoever has another one in this role goes on with what they have said, and is asked at its end.
    """
    for role in Role:
        enrolment = uow.enrolments.get(enrolment_id(uow.cycle_id, role, tandem.person(role)))
        if enrolment is None or enrolment.state is not EnrolmentState.DONE:
            continue
        if not has_tandem(uow, enrolment, beside=tandem.id):
            ask_anew(uow, moment, enrolment)
