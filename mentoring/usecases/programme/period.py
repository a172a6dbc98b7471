"""The programme's own state beside its settings: until when one may enrol, and numbers that are given out once."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.upkeep import Fact, Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.timers import set_timer, when_due

ENROLMENT_END = "enrolment_end"
HOME = ZoneInfo("Europe/Berlin")


def enrolment_end(uow: UnitOfWork) -> date | None:
    """The last day on which one may enrol, if owners have set one."""
    fact = uow.facts.get(ENROLMENT_END)
    return date.fromisoformat(fact.value) if fact else None


def enrolment_open(uow: UnitOfWork, now: datetime) -> bool:
    """Whether one may still enrol; a day lasts until midnight at home (Central European time)."""
    end = enrolment_end(uow)
    return end is None or now.astimezone(HOME).date() <= end


def set_enrolment_end(uow: UnitOfWork, moment: Moment, end: date) -> None:
    """Let the enrolment end with this day; cards of unfinished enrolments say so.

    Raises:
        Refusal: ``end-in-past``.
    """
    if end < moment.now.astimezone(HOME).date():
        raise Refusal("end-in-past", field="date")
    _set_end(uow, end)


def _set_end(uow: UnitOfWork, end: date) -> None:
    uow.facts.put(Fact(ENROLMENT_END, end.isoformat()))
    set_timer(uow, "enrolment-end", "programme", datetime.combine(end + timedelta(days=1), time(), HOME))
    _show_end(uow)


def _show_end(uow: UnitOfWork) -> None:
    unfinished = uow.enrolments.those(state=(EnrolmentState.INVITED, EnrolmentState.BEGUN))
    uow.outdate(kind="enrolment", subject_id=unfinished)


@when_due("enrolment-end")
def _ended(uow: UnitOfWork, _moment: Moment, _timer: Timer) -> None:
    _show_end(uow)
