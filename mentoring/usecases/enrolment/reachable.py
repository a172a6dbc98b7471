"""What it means for enrolments that somebody cannot be reached, and that they can be again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.cycles import for_cycle
from mentoring.usecases.common.effects import ask
from mentoring.usecases.common.postings import send_what_waited
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.reaching import when_shut_out, with_hindrance
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.enrolment.due import asked_since
from mentoring.usecases.enrolment.reach import hand_over, reach

NEXT_TRY, TRIED_FOR = timedelta(days=1), timedelta(days=14)
"""Nobody tells the bot that an administrator allows it again, so it tries once a day, for two weeks
after the invitation.
"""


@when_shut_out
def _shut_out(uow: UnitOfWork, moment: Moment, person_id: str) -> None:
    """Whose invitation has not arrived is unreachable."""
    for enrolment in _own(uow, person_id, EnrolmentState.INVITED):
        here = for_cycle(uow, enrolment.cycle_id)
        if not _has_arrived(here, enrolment):
            here.enrolments.put(replace(enrolment, state=EnrolmentState.UNREACHABLE))
    person = uow.people.get(person_id)
    if person and person.profile.hindrance == "blocked-by-admin":
        set_timer(uow, allowed_again, person_id, moment.now + NEXT_TRY)


def _own(uow: UnitOfWork, person_id: str, state: EnrolmentState) -> list[Enrolment]:
    """The person's enrolments in this state, in all cycles that are not over."""
    over = {cycle.id for cycle in uow.everywhere.cycles.all(state=CycleState.CLOSED)}
    own = uow.everywhere.enrolments.all(person_id=person_id, state=state)
    return [enrolment for enrolment in own if enrolment.cycle_id not in over]


def _has_arrived(uow: UnitOfWork, enrolment: Enrolment) -> bool:
    sent = uow.postings.columns("activity_id", kind=enrolment_card.name, subject_id=enrolment.id)
    return any(activity for (activity,) in sent)


def reached_again(uow: UnitOfWork, moment: Moment, person_id: str) -> None:
    """The person writes, or the app has come back to them: the invitation is handed over, and what
    else has waited is sent.
    """
    for enrolment in _own(uow, person_id, EnrolmentState.UNREACHABLE):
        here = for_cycle(uow, enrolment.cycle_id)
        invited = asked_since(replace(enrolment, state=EnrolmentState.INVITED), moment.now)
        invited = here.enrolments.put(invited)
        _hand_over(here, moment, invited)
    send_what_waited(uow, moment, person_id)


def _hand_over(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> None:
    """Put the invitation into the person's chat; where there is none yet, the app comes first."""
    person = uow.people.get(enrolment.person_id)
    if person and person.conversation:
        hand_over(uow, enrolment)
    else:
        ask(uow, reach, enrolment.id, once=f"again {moment.now:{STAMP}}")


@when_due()
def allowed_again(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Try once more to reach somebody for whom an administrator had forbidden the bot."""
    person = uow.people.get(timer.subject_id)
    waiting = _own(uow, timer.subject_id, EnrolmentState.UNREACHABLE)
    recent = [each for each in waiting if moment.now - each.invited_at <= TRIED_FOR]
    if person and person.profile.hindrance == "blocked-by-admin" and recent:
        uow.people.put(with_hindrance(person, ""))
        reached_again(uow, moment, person.id)
