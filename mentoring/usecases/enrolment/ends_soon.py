"""Before the last day of the enrolment whoever has not finished is reminded, twice at most, when it
fits: at most one notice a day, in their working hours, not in their pause.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from mentoring.domain.enrolment import Enrolment
from mentoring.domain.posting import REMINDER
from mentoring.domain.upkeep import Timer
from mentoring.domain.working_time import next_working_moment
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.one_a_day import may_come_now, next_try
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.timers import set_timer, timer_of, when_due
from mentoring.usecases.enrolment.card import UNFINISHED, enrolment_card
from mentoring.usecases.enrolment.due import is_asked, last_day
from mentoring.usecases.enrolment.reminders import PAUSE
from mentoring.usecases.programme.period import BEGINS_FIRST, clock_of, enrolment_open, today_of

DAYS_BEFORE = (7, 2)
"""So many days before the last one somebody is reminded; on the next one on which they work."""


def remind_before(uow: UnitOfWork, moment: Moment, end: date) -> None:
    """Have those reminded who have not finished by then; what is past already is left out."""
    if moment.cycle.tried_by:
        return
    for days in DAYS_BEFORE:
        suffix, day = f":{days}", end - timedelta(days=days)
        begins = datetime.combine(day, time(), BEGINS_FIRST)
        if begins > moment.now:
            set_timer(uow, ends_soon, moment.cycle.id, begins, suffix=suffix)
        else:
            uow.timers.delete(ends_soon.key(moment.cycle.id, suffix))


@when_due()
def ends_soon(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """The day begins, somewhere: each is reminded in their own morning."""
    days, end = timer.id.rpartition(":")[2], moment.cycle.enrolment_end
    if end is None or moment.cycle.is_over:
        return
    day = end - timedelta(days=int(days))
    waiting = [each for each in uow.enrolments.all(state=UNFINISHED) if is_asked(each)]
    uow.people.prefetch([each.person_id for each in waiting])
    uow.timers.put_all(
        timer_of(may_be_late, each.id, _morning(uow, moment, each, day), suffix=f":{days}")
        for each in waiting
    )


def remind_by(uow: UnitOfWork, moment: Moment, found: Enrolment, last: date) -> None:
    """Have somebody reminded before a last day of their own, which is looked at each day."""
    left = last - today_of(uow, moment, found.person_id)
    near = [days for days in DAYS_BEFORE if left <= timedelta(days=days)]
    if near and not _was_told(uow, found, last - timedelta(days=min(near))):
        person = uow.people.need(found.person_id)
        at = next_working_moment(moment.now, person.profile, moment.programme.sessions)
        set_timer(uow, may_be_late, found.id, at, suffix=f":{min(near)}")


def _was_told(uow: UnitOfWork, found: Enrolment, day: date) -> bool:
    """Whether the person was asked or reminded on this day or later."""
    at = found.reminded_at or found.invited_at
    return max(at, found.invited_at).astimezone(clock_of(uow, found.person_id)).date() >= day


def _morning(uow: UnitOfWork, moment: Moment, enrolment: Enrolment, day: date) -> datetime:
    person = uow.people.need(enrolment.person_id)
    begins = datetime.combine(day, time(), clock_of(uow, person.id))
    return next_working_moment(begins, person.profile, moment.programme.sessions)


@when_due()
def may_be_late(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """One person's morning has come, or their next one at work."""
    found, days = uow.enrolments.get(timer.subject_id), int(timer.id.rpartition(":")[2])
    if found is None or not _still_waits(uow, moment, found, days):
        return
    if may_come_now(uow, moment, found.person_id, found.id):
        _remind(uow, moment, found)
        return
    later = next_try(uow.people.need(found.person_id), moment)
    set_timer(uow, may_be_late, found.id, later, suffix=f":{days}")


def _still_waits(uow: UnitOfWork, moment: Moment, found: Enrolment, days: int) -> bool:
    """Whether they can still finish, the end is as near as it was, and nobody has just asked or
    reminded them.
    """
    end = last_day(uow, moment, found)
    is_open = enrolment_open(moment, clock_of(uow, found.person_id))
    if end is None or not is_open or found.state not in UNFINISHED or not is_asked(found):
        return False
    near = end - today_of(uow, moment, found.person_id) <= timedelta(days=days)
    return near and moment.now - (found.reminded_at or found.invited_at) >= PAUSE


def _remind(uow: UnitOfWork, moment: Moment, found: Enrolment) -> None:
    uow.enrolments.put(replace(found, reminded_at=moment.now))
    key = f"reminder:{found.id}:{moment.now:{STAMP}}"
    post(uow, enrolment_card, found.id, found.person_id, key=key, view=REMINDER)
