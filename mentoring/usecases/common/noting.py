"""Single facts with an end: noted once, and forgotten when nobody can ask for them any more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mentoring.domain.upkeep import Fact, Timer
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Containing, UnitOfWork
from mentoring.usecases.common.timers import set_timer, when_due


def note(uow: UnitOfWork, key: str, value: str, until: datetime) -> bool:
    """Note the fact until then (aware); says whether it was not noted before.

    *My data* tells people a value for which there is a text ``noted-<value>``.
    """
    if not uow.facts.add(Fact(key, value)):
        return False
    set_timer(uow, fact_over, key, until)
    return True


def note_anew(uow: UnitOfWork, key: str, value: str, until: datetime) -> None:
    """Note the fact until then (aware), in the place of what was noted before, and its end."""
    uow.facts.put(Fact(key, value))
    set_timer(uow, fact_over, key, until)


def forget(uow: UnitOfWork, key: str) -> None:
    """Nobody asks for the fact any more, before its end."""
    uow.facts.delete(key)
    uow.timers.delete(fact_over.key(key))


def noted_under_pseudonym(uow: UnitOfWork, person_id: str) -> Sequence[Fact]:
    """What is noted of somebody without their id; it may outlive everything else of them."""
    return uow.everywhere.facts.all(id=Containing(uow.pseudonym(person_id)))


def forget_under_pseudonym(uow: UnitOfWork, person_id: str) -> bool:
    """Forget all of that; says whether there was any."""
    found = noted_under_pseudonym(uow, person_id)
    for each in found:
        forget(uow, each.id)
    return bool(found)


@when_due(stored_as="fact-over")
def fact_over(uow: UnitOfWork, _moment: Moment, timer: Timer) -> None:
    """Nobody asks for the fact any more."""
    uow.facts.delete(timer.subject_id)
