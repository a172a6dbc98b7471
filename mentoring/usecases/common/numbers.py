"""Numbers that are given out once in a cycle, and ids that begin with that cycle's."""

from __future__ import annotations

from mentoring.domain.upkeep import Fact
from mentoring.ports.rows import UnitOfWork


def next_number(uow: UnitOfWork, name: str) -> int:
    """The next number of a series (tandems, runs) of the unit's cycle, given out once."""
    return next_numbers(uow, name, 1)[0]


def next_numbers(uow: UnitOfWork, name: str, count: int) -> range:
    """The next ``count`` numbers of a series.

    Units that take numbers wait for each other, so a participant's unit never takes any.
    """
    key = f"number:{of_cycle(uow, name)}"
    uow.alone(key)
    fact = uow.facts.get(key)
    last = int(fact.value) if fact else 0
    uow.facts.put(Fact(key, str(last + count)))
    return range(last + 1, last + count + 1)


def next_id(uow: UnitOfWork, name: str) -> str:
    """A new id of the unit's cycle, such as ``p1c2.launch-1``."""
    return of_cycle(uow, f"{name}-{next_number(uow, name)}")


def of_cycle(uow: UnitOfWork, name: str) -> str:
    """The name prefixed with the unit's cycle, so that no other cycle has the same one."""
    return f"{uow.cycle_id}.{name}" if uow.cycle_id else name
