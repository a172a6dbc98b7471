"""The last day on which one may enrol in a cycle."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from mentoring.domain.errors import Refusal
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.showing import time_has_come
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.enrolment.enrolment import UNFINISHED, enrolment_card
from mentoring.usecases.programme.period import HOME


def set_enrolment_end(uow: UnitOfWork, moment: Moment, end: date) -> None:
    """Let the cycle's enrolment end with this day; cards of unfinished enrolments say so.

    Raises:
        Refusal: ``end-in-past``.
    """
    if end < moment.now.astimezone(HOME).date():
        raise Refusal("end-in-past", field="date")
    uow.cycles.put(replace(uow.cycles.need(moment.cycle.id), enrolment_end=end))
    over = datetime.combine(end + timedelta(days=1), time(), HOME)
    set_timer(uow, enrolment_end, moment.cycle.id, over)


@when_due(stored_as="enrolment-end")
def enrolment_end(uow: UnitOfWork, _moment: Moment, _timer: Timer) -> None:
    """Cards of unfinished enrolments say that it is over."""
    time_has_come(uow, enrolment_card, uow.enrolments.those(state=UNFINISHED))
