"""Numbers that are given out once."""

from __future__ import annotations

from mentoring.domain.upkeep import Fact
from mentoring.ports.rows import UnitOfWork


def next_number(uow: UnitOfWork, name: str) -> int:
    """The next number of a series (tandems, runs), given out once."""
    uow.alone(f"number:{name}")
    fact = uow.facts.get(f"number:{name}")
    number = int(fact.value) + 1 if fact else 1
    uow.facts.put(Fact(f"number:{name}", str(number)))
    return number
