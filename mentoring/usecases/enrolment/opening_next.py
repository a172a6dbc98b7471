"""From the card of the next cycle that its owner has confirmed to its beginning.

Where many are asked it begins some minutes later, as a long list of invitations goes out; until
then *stop* asks nobody.
"""

from __future__ import annotations

from mentoring.domain.errors import Refusal
from mentoring.domain.invitation import TIME_TO_STOP
from mentoring.domain.upkeep import Fact, Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.timers import set_timer, when_due
from mentoring.usecases.enrolment.next_cycle import (
    asks_many,
    begins_soon,
    discard,
    may_open,
    open_and_ask,
    require_shown,
    soon_key,
)
from mentoring.usecases.programme.cycles import next_of


def confirm(uow: UnitOfWork, moment: Moment, cycle_id: str, posting_id: str) -> None:
    """Open the cycle after this one as the card has shown it; where many are asked, in some
    minutes. Pressed twice, opened once.

    Raises:
        Refusal: ``cycle-rolling`` where there is no end; ``cycle-runs``, ``cycle-empty``,
            ``preview-old``; ``gone`` for a cycle of another programme.
    """
    _alone_with(uow, moment, cycle_id)
    if next_of(uow, uow.cycles.need(cycle_id)) or begins_soon(uow, cycle_id):
        return
    require_shown(uow, moment, posting_id)
    if not asks_many(uow):
        open_and_ask(uow, moment, cycle_id)
        return
    uow.facts.add(Fact(soon_key(cycle_id), moment.now.isoformat()))
    set_timer(uow, cycle_begins, cycle_id, moment.now + TIME_TO_STOP)


def _alone_with(uow: UnitOfWork, moment: Moment, cycle_id: str) -> None:
    if cycle_id != moment.cycle.id:
        raise Refusal("gone")
    uow.alone("next cycle")


@when_due()
def cycle_begins(uow: UnitOfWork, moment: Moment, timer: Timer) -> None:
    """Nobody has stopped it. What cannot be opened any more is not: its card shows again what would
    happen, and why it cannot when it is pressed.
    """
    uow.alone("next cycle")
    uow.facts.delete(soon_key(timer.subject_id))
    if may_open(uow, moment):
        open_and_ask(uow, moment, timer.subject_id)


def stop(uow: UnitOfWork, moment: Moment, cycle_id: str, posting_id: str) -> None:
    """Ask nobody; too late, nothing changes.

    Raises:
        Refusal: ``gone`` for a cycle of another programme.
    """
    _alone_with(uow, moment, cycle_id)
    if begins_soon(uow, cycle_id):
        uow.facts.delete(soon_key(cycle_id))
        uow.timers.delete(cycle_begins.key(cycle_id))
        discard(uow, moment, cycle_id, posting_id)
