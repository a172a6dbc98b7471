"""The last day on which one may enrol in a cycle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from mentoring.domain.errors import Refusal
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.showing import time_has_come
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.enrolment.card import UNFINISHED, enrolment_card
from mentoring.usecases.enrolment.due import begins_anew
from mentoring.usecases.enrolment.ends_soon import remind_before
from mentoring.usecases.programme.end_set import written
from mentoring.usecases.programme.period import BEGINS_FIRST, ENDS_LAST, clock_of


def set_enrolment_end(
    uow: UnitOfWork,
    moment: Moment,
    end: date | None,
    today: date,
    *,
    shown: str | None = None,
) -> None:
    """Let the cycle's enrolment end with this day, or with none: then each has a day of their own
    again, and at least a week; cards of unfinished enrolments say so.

    ``today`` is the day that it is for the owner who says it; ``shown`` the one that they had
    before them (ISO; empty: none; None: nobody knows). Left as it was there, it stays as another
    owner has set it.

    Raises:
        Refusal: ``end-in-past``; ``stale`` if another day was set in the meantime.
    """
    if written(end) == shown:
        return
    if end and end < today:
        raise Refusal("end-in-past", field="date")
    uow.alone(f"enrolment end {moment.cycle.id}")
    cycle = uow.cycles.need(moment.cycle.id)
    if shown not in {None, written(cycle.enrolment_end)} and cycle.enrolment_end != end:
        raise Refusal("stale")
    if end == cycle.enrolment_end:
        return
    uow.cycles.put(replace(cycle, enrolment_end=end))
    if end:
        _until(uow, moment, end)
    else:
        begins_anew(uow, moment)


def _until(uow: UnitOfWork, moment: Moment, end: date) -> None:
    over = datetime.combine(end + timedelta(days=1), time(), BEGINS_FIRST)
    set_timer(uow, enrolment_end, moment.cycle.id, max(over, moment.now))
    remind_before(uow, moment, end)


@when_due(stored_as="enrolment-end")
def enrolment_end(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """The day is over somewhere: cards of unfinished enrolments say so there, and elsewhere when it
    is over there.
    """
    end = moment.cycle.enrolment_end
    if end is None:
        return
    ends = dict(_ends(uow, end))
    over = [person_id for person_id, at in ends.items() if at <= moment.now]
    those = uow.enrolments.those(state=UNFINISHED, person_id=over)
    time_has_come(uow, enrolment_card, those)
    later = [at for at in ends.values() if at > moment.now]
    if later:
        set_timer(uow, enrolment_end, timer.subject_id, min(later))


def _ends(uow: UnitOfWork, end: date) -> Iterator[tuple[str, datetime]]:
    """When the day is over for each of those who have not finished; for nobody, when it is over
    everywhere.
    """
    midnight = datetime.combine(end + timedelta(days=1), time())
    yield "", midnight.replace(tzinfo=ENDS_LAST)
    for (person_id,) in uow.enrolments.columns("person_id", state=UNFINISHED):
        yield person_id, midnight.replace(tzinfo=clock_of(uow, person_id))
