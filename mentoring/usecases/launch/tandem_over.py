"""In a rolling cycle each tandem has an end of its own."""

from __future__ import annotations

from datetime import datetime, timedelta

from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Other, UnitOfWork
from mentoring.usecases.common.effects import ask
from mentoring.usecases.common.one_a_day import have_been_told
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.launch.clearing_away import (
    ahead,
)
from mentoring.usecases.launch.closing import end_tandem
from mentoring.usecases.polls.living_polls import living

AFTER_THE_LAST = timedelta(days=7)
"""How long after its last session a tandem of a rolling cycle can still make up for a lost one."""
MONTH = timedelta(days=30.44)
A_DAY = timedelta(days=1)


def end_when_over(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """In a rolling cycle a tandem ends by itself, some days after its last session; one whose dates
    the two keep themselves, after as many months as the others have sessions.
    """
    sessions = uow.sessions.all(tandem_id=tandem.id)
    last = max((s.start or s.planned for s in sessions), default=moment.now)
    if tandem.by_hand.has_dates:
        last = moment.now + moment.programme.sessions.session_count * MONTH
    set_timer(uow, tandem_over, tandem.id, last + AFTER_THE_LAST)


@when_due(stored_as="tandem-over")
def tandem_over(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """End the tandem, unless there is still something to come; on a day on which neither was told
    anything else, for both read thanks then.
    """
    tandem = uow.tandems.get(timer.subject_id)
    if tandem is None or tandem.state is not TandemState.LAUNCHED:
        return
    if _may_go_on(uow, tandem, moment.now):
        set_timer(uow, tandem_over, tandem.id, moment.now + AFTER_THE_LAST)
        return
    both = (tandem.mentor_id, tandem.mentee_id)
    if have_been_told(uow, moment, both):
        set_timer(uow, tandem_over, tandem.id, moment.now + A_DAY)
        return
    ask(uow, end_tandem, f":{tandem.id}")


def _may_go_on(uow: UnitOfWork, tandem: Tandem, now: datetime) -> bool:
    """Whether a session is to come or has just been, times are agreed on, or the two have not met
    at all yet.
    """
    if tandem.by_hand.has_dates:
        return False
    begun = uow.sessions.any(tandem_id=tandem.id, start=Other(None))
    return not begun or bool(ahead(uow, tandem.id, now - AFTER_THE_LAST) or living(uow, tandem.id))
