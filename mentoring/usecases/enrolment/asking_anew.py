"""In a rolling cycle whoever has had no tandem for half a year is asked anew: without a yes their
answers are erased, as after a last tandem.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from mentoring.domain.cycle import CycleKind
from mentoring.domain.enrolment import KEEPS, Enrolment, EnrolmentState
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.postings import post_to
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.enrolment.card import enrolment_card, tandems_of
from mentoring.usecases.privacy.records import months_later
from mentoring.usecases.privacy.retention import is_over, last_tandem_over

MONTHS = 6
"""After how many months without a tandem somebody is asked anew (design: *What is kept*)."""
LOOKS_AGAIN = timedelta(days=30)
"""When it is looked at again whether somebody who was in a tandem waits for one."""


def begins_to_wait(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> None:
    """Somebody takes part from now on: in a rolling cycle they are asked anew in half a year."""
    if moment.cycle.kind is CycleKind.ROLLING and enrolment.state in KEEPS:
        set_timer(uow, waits_long, enrolment.id, months_later(moment.now, MONTHS))


@when_due()
def waits_long(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Somebody may have waited for half a year."""
    enrolment = uow.enrolments.get(timer.subject_id)
    if enrolment is None or enrolment.state not in KEEPS or moment.cycle.is_over:
        return
    until = months_later(_since(uow, enrolment), MONTHS)
    if has_tandem(uow, enrolment):
        until = max(until, moment.now + LOOKS_AGAIN)
    if until > moment.now:
        set_timer(uow, waits_long, enrolment.id, until)
    elif not enrolment.rests:
        ask_anew(uow, moment, enrolment)


def ask_anew(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> None:
    """Whoever is asked is matched again only after a new yes; until then their answers are offered
    to them alone, and in fourteen days they go.
    """
    asked = replace(enrolment, state=EnrolmentState.INVITED, done_at=None, earlier=enrolment.id)
    uow.enrolments.put(replace(asked, invited_at=moment.now))
    stamp = f"{moment.now:{STAMP}}"
    post_to(uow, enrolment_card, enrolment.id, [enrolment.person_id], stamp=stamp)
    last_tandem_over(uow, moment, enrolment.person_id)


def _since(uow: UnitOfWork, enrolment: Enrolment) -> datetime:
    """When the person last took part, or last had a tandem in this role."""
    ends = [each.ended_at for each in tandems_of(uow, enrolment) if each.ended_at]
    return max([enrolment.done_at or enrolment.invited_at, *ends])


def has_tandem(uow: UnitOfWork, enrolment: Enrolment, *, beside: str = "") -> bool:
    """Whether the person has a tandem or an offer in this role that is not over, ``beside`` one."""
    others = (each for each in tandems_of(uow, enrolment) if each.id != beside)
    return not all(map(is_over, others))
