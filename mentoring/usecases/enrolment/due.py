"""Until when somebody is waited for in a cycle whose enrolment has no last day: each has a day of
their own, counted from when they were asked; and until when whoever has applied waits for owners.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.questionnaire import Answers
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.holdings import ANSWERS
from mentoring.usecases.common.noting import note_anew
from mentoring.usecases.enrolment.owners_days import NO_MORE_AFTER, owners_days
from mentoring.usecases.programme.period import clock_of, clock_of_owners

A_WEEK = timedelta(days=7)
KEPT = timedelta(days=ANSWERS.days)
"""So long what somebody had answered is there for them once they are not waited for any more."""
REMOVED = "last-day-removed:"
"""How the fact begins that tells when owners have removed the last day of a cycle (by its id)."""
AT_LEAST: Mapping[EnrolmentState, int] = {
    EnrolmentState.INVITED: ANSWERS.days,
    EnrolmentState.BEGUN: 2 * ANSWERS.days,
}
"""So many days an invitation is open, and a questionnaire from the same day on; longer where offers
are open for longer.
"""


def own_due(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> date | None:
    """The last day, by their own clock, on which the person is waited for; None in a cycle whose
    enrolment has a last day or that is over, and for whoever has finished or is waited for by
    nobody.
    """
    least = AT_LEAST.get(enrolment.state)
    if moment.cycle.enrolment_end or moment.cycle.is_over or least is None:
        return None
    if not is_asked(enrolment):
        return None
    at = enrolment.invited_at + _days(moment, least)
    removed = _end_removed(uow, moment)
    at = max(at, removed + A_WEEK) if removed else at
    return at.astimezone(clock_of(uow, enrolment.person_id)).date()


def begins_anew(uow: UnitOfWork, moment: Moment) -> None:
    """Owners have removed the last day: from now on each has at least a week, and owners as long as
    ever for those who wait for them.
    """
    note_anew(uow, f"{REMOVED}{moment.cycle.id}", moment.now.isoformat(), moment.now + KEPT)


def _end_removed(uow: UnitOfWork, moment: Moment) -> datetime | None:
    """When owners have removed the last day, as long as that counts for anybody."""
    found = uow.facts.get(f"{REMOVED}{moment.cycle.id}")
    return datetime.fromisoformat(found.value) if found else None


def until_if_asked_now(uow: UnitOfWork, moment: Moment) -> date:
    """What an invitation of today would say, by the programme's own clock."""
    at = moment.now + _days(moment, AT_LEAST[EnrolmentState.INVITED])
    return moment.cycle.enrolment_end or at.astimezone(clock_of_owners(uow, moment)).date()


def _days(moment: Moment, least: int) -> timedelta:
    return timedelta(days=max(least, moment.programme.offers.days))


def answered_by(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> date | None:
    """The day, by their own clock, until which owners answer somebody's application: some working
    days after they handed it in, and not before the last day of the enrolment, because owners may
    wish to see all of them first; None for whoever does not wait for that.
    """
    if moment.cycle.is_over or not enrolment.awaits_answer or enrolment.done_at is None:
        return None
    ended = _last_noon(uow, moment) or _end_removed(uow, moment)
    since = max(enrolment.done_at, ended or enrolment.done_at)
    due = owners_days(uow, moment).after(since, NO_MORE_AFTER - 1)
    return due.astimezone(clock_of(uow, enrolment.person_id)).date()


def _last_noon(uow: UnitOfWork, moment: Moment) -> datetime | None:
    """The noon of the enrolment's last day, by the owners' clock."""
    end = moment.cycle.enrolment_end
    return datetime.combine(end, time(12), clock_of_owners(uow, moment)) if end else None


def last_day(uow: UnitOfWork, moment: Moment, enrolment: Enrolment) -> date | None:
    """The last day of the cycle's enrolment, or else the person's own."""
    return moment.cycle.enrolment_end or own_due(uow, moment, enrolment)


def kept_for_them_until(uow: UnitOfWork, enrolment: Enrolment) -> date | None:
    """The last whole day, by their own clock, on which the answers of somebody who was let go of
    are there for them; None if there are none, or if they go on no day of their own.
    """
    if enrolment.let_go_at is None or enrolment.released or enrolment.answers.own == Answers():
        return None
    gone = enrolment.let_go_at + KEPT
    return gone.astimezone(clock_of(uow, enrolment.person_id)).date() - timedelta(days=1)


def is_asked(enrolment: Enrolment) -> bool:
    """Whether they are waited for: who has come uninvited only with what they have begun."""
    return enrolment.is_admitted or enrolment.state is EnrolmentState.BEGUN


def asked_since(enrolment: Enrolment, now: datetime) -> Enrolment:
    """The enrolment of somebody who comes back at ``now`` (aware): they have at least a week, also
    where they were asked long ago.
    """
    recent = now - enrolment.invited_at <= A_WEEK
    back = replace(enrolment, let_go_at=None)
    return back if recent else replace(back, invited_at=now)
