"""Where the enrolment has no last day, silence ends with a day of one's own: reminded twice before
it, somebody is then waited for no more, and one press brings them back. Nobody waits longer for
owners than their card has said.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from mentoring.domain.enrolment import HAS_LEFT, Enrolment, let_go
from mentoring.domain.questionnaire import Answers
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.pauses import paused_at
from mentoring.usecases.common.postings import post
from mentoring.usecases.common.previews import STAMP
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.enrolment.asking_anew import has_tandem
from mentoring.usecases.enrolment.card import LET_GO, UNFINISHED, enrolment_card
from mentoring.usecases.enrolment.due import KEPT, own_due
from mentoring.usecases.enrolment.ends_soon import remind_by
from mentoring.usecases.enrolment.undecided import release_overdue
from mentoring.usecases.programme.period import today_of


def watch_silence(uow: UnitOfWork, moment: Moment) -> None:
    """From now on it is looked at each day who is waited for, and who waits for owners."""
    cycle = moment.cycle
    if cycle.tried_by or cycle.is_over:
        return
    if uow.timers.get(silence_due.key(cycle.id)) is None:
        set_timer(uow, silence_due, cycle.id, _tomorrow(moment.now))


def _tomorrow(now: datetime) -> datetime:
    return datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)


@when_due()
def silence_due(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Another day has begun; of who is invited, once the enrolment has a last day, that counts."""
    if moment.cycle.is_over:
        return
    set_timer(uow, silence_due, timer.subject_id, _tomorrow(moment.now))
    release_overdue(uow, moment)
    if moment.cycle.enrolment_end:
        return
    waiting = uow.enrolments.all(state=UNFINISHED)
    uow.people.prefetch([each.person_id for each in waiting])
    for each in waiting:
        _look_at(uow, moment, each)


def _look_at(uow: UnitOfWork, moment: Moment, found: Enrolment) -> None:
    """Whoever was done before and has a tandem is waited for by nobody; nor is who has paused."""
    due = own_due(uow, moment, found)
    if due is None or has_tandem(uow, found) or paused_at(uow, found.person_id, moment.now):
        return
    if due < today_of(uow, moment, found.person_id):
        _let_go(uow, moment, found)
    else:
        remind_by(uow, moment, found, due)


def _let_go(uow: UnitOfWork, moment: Moment, found: Enrolment) -> None:
    """For everybody else it looks as it did; a new card says it kindly."""
    uow.enrolments.put(let_go(found, moment.now))
    key = f"enrolment:{found.id}:{LET_GO}:{moment.now:{STAMP}}"
    post(uow, enrolment_card, found.id, found.person_id, key=key, view=LET_GO)
    set_timer(uow, forget_let_go, found.id, moment.now + KEPT)


@when_due()
def forget_let_go(uow: UnitOfWork, _moment: Moment, timer: Timer) -> None:
    """Who has not come back meanwhile: what they had answered goes, unless it is kept for next
    time.
    """
    found = uow.enrolments.get(timer.subject_id)
    if found and found.state in HAS_LEFT and not found.released:
        uow.enrolments.put(replace(found, answers=Answers(), position="about"))
