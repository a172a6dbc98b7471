"""Single facts with an end: noted once, and forgotten when nobody can ask for them any more."""

from __future__ import annotations

from datetime import datetime

from mentoring.domain.upkeep import Fact, Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.timers import set_timer, when_due


def note(uow: UnitOfWork, key: str, value: str, until: datetime) -> bool:
    """Note the fact until then (aware); says whether it was not noted before."""
    if not uow.facts.add(Fact(key, value)):
        return False
    set_timer(uow, fact_over, key, until)
    return True


def forget(uow: UnitOfWork, key: str) -> None:
    """Nobody asks for the fact any more, before its end."""
    uow.facts.delete(key)
    uow.timers.delete(fact_over.key(key))


@when_due(stored_as="fact-over")
def fact_over(uow: UnitOfWork, _moment: Moment, timer: Timer) -> None:
    """Nobody asks for the fact any more."""
    uow.facts.delete(timer.subject_id)
