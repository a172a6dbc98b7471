"""Until when one may enrol in a cycle."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.timers import set_timer, when_due

HOME = ZoneInfo("Europe/Berlin")


def enrolment_open(moment: Moment) -> bool:
    """Whether one may still enrol: the cycle runs, and its last day, at home, is not over."""
    if moment.cycle.is_over:
        return False
    end = moment.cycle.enrolment_end
    return end is None or moment.now.astimezone(HOME).date() <= end


def set_enrolment_end(uow: UnitOfWork, moment: Moment, end: date) -> None:
    """Let the cycle's enrolment end with this day; cards of unfinished enrolments say so.

    Raises:
        Refusal: ``end-in-past``.
    """
    if end < moment.now.astimezone(HOME).date():
        raise Refusal("end-in-past", field="date")
    uow.cycles.put(replace(uow.cycles.need(moment.cycle.id), enrolment_end=end))
    over = datetime.combine(end + timedelta(days=1), time(), HOME)
    set_timer(uow, "enrolment-end", moment.cycle.id, over)
    _show_end(uow)


def _show_end(uow: UnitOfWork) -> None:
    unfinished = uow.enrolments.those(state=(EnrolmentState.INVITED, EnrolmentState.BEGUN))
    uow.outdate(kind="enrolment", subject_id=unfinished)


@when_due("enrolment-end")
def _ended(uow: UnitOfWork, _moment: Moment, _timer: Timer) -> None:
    _show_end(uow)
