"""Applications about which owners have not decided, and clearances that are missing: they are
reminded of them, and with the end of the cycle nobody waits any more for an answer that cannot
come.

Owners are reminded by the list, which comes once more to where they are told what they did not ask
for: whoever waits brings it after three and after six working days, and then no more. However many
wait, there is one list, and at least three working days lie between two.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mentoring.domain.enrolment import HANDED_IN, UNCLEARED, Enrolment
from mentoring.domain.tandem import TOGETHER, has_begun
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.changes import follows
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.enrolment.applications import applications_card
from mentoring.usecases.enrolment.applying import APPLIED
from mentoring.usecases.enrolment.card import TakenOut, enrolment_card, tandems_of
from mentoring.usecases.enrolment.clearance import clearance_card
from mentoring.usecases.enrolment.due import answered_by
from mentoring.usecases.enrolment.owners_days import NO_MORE_AFTER, WorkingDays, owners_days
from mentoring.usecases.enrolment.taking_out import take_out
from mentoring.usecases.programme.owners_channel import tell_owners
from mentoring.usecases.programme.period import today_of

LISTS = ((applications_card, HANDED_IN), (clearance_card, UNCLEARED))
"""Where those stand who wait for owners, and the columns of their enrolments."""


@follows(APPLIED)
def _somebody_waits(uow: UnitOfWork, moment: Moment, _subject: str) -> None:
    """From the first who waits on it is looked at again and again, until none is new."""
    cycle = moment.cycle
    if not cycle.tried_by and uow.timers.get(owners_forget.key(cycle.id)) is None:
        at = owners_days(uow, moment).after(moment.now)
        set_timer(uow, owners_forget, cycle.id, at)


@when_due()
def owners_forget(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Somebody may have waited for too long."""
    working = owners_days(uow, moment)
    since = [] if moment.cycle.is_over else _waiting_since(uow, moment, working)
    if not since:
        return
    too_long = working.after(since[0]) <= moment.now
    if too_long:
        _remind(uow, moment)
    again = working.after(moment.now if too_long else since[0])
    set_timer(uow, owners_forget, timer.subject_id, again)


def _waiting_since(uow: UnitOfWork, moment: Moment, working: WorkingDays) -> Sequence[datetime]:
    """Since when those wait of whom owners were not reminded twice, the longest first."""
    waiting = (uow.enrolments.columns("done_at", **those) for _, those in LISTS)
    since = sorted(at for rows in waiting for (at,) in rows)
    return [at for at in since if working.after(at, NO_MORE_AFTER) > moment.now]


def _remind(uow: UnitOfWork, moment: Moment) -> None:
    """The list comes anew; the one that came so before stays, others may be at work on it."""
    for shown, those in LISTS:
        people = {person for (person,) in uow.enrolments.columns("person_id", **those)}
        if people:
            stamp = f"{moment.now:{STAMP}}"
            tell_owners(uow, moment, shown, moment.cycle.id, people, stamp=stamp)


def release_overdue(uow: UnitOfWork, moment: Moment) -> None:
    """The same for whoever has waited for as long as their card has said."""
    for each in uow.enrolments.all(**HANDED_IN):
        day = answered_by(uow, moment, each)
        if day and day < today_of(uow, moment, each.person_id):
            _release(uow, moment, each, TakenOut.UNANSWERED)


def release_undecided(uow: UnitOfWork, moment: Moment) -> None:
    """Their answers are erased, and a new card says why; in the next cycle they are as welcome as
    anybody.
    """
    for each in uow.enrolments.all(**HANDED_IN):
        _release(uow, moment, each, TakenOut.UNDECIDED)
    for each in kept_waiting(uow):
        _release(uow, moment, each, TakenOut.UNCLEARED)


def kept_waiting(uow: UnitOfWork) -> list[Enrolment]:
    """Those for whom the clearance is missing, and who have had no tandem: whoever had one before
    it was asked has taken part.
    """
    return [each for each in uow.enrolments.all(**UNCLEARED) if not _had_one(uow, each)]


def _had_one(uow: UnitOfWork, enrolment: Enrolment) -> bool:
    return any(each.state in TOGETHER or has_begun(each) for each in tandems_of(uow, enrolment))


def _release(uow: UnitOfWork, moment: Moment, applied: Enrolment, how: TakenOut) -> None:
    take_out(uow, moment, applied, how)
    key = f"enrolment:{applied.id}:{how}"
    key = f"{key}:{moment.now:{STAMP}}" if how is TakenOut.UNANSWERED else key
    post(uow, enrolment_card, applied.id, applied.person_id, key=key, view=how)
