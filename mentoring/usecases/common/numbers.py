"""Numbers that are given out once."""

from __future__ import annotations

from mentoring.domain.upkeep import Fact
from mentoring.ports.rows import UnitOfWork


def next_number(uow: UnitOfWork, name: str) -> int:
    """The next number of a series (tandems, runs), given out once."""
    return next_numbers(uow, name, 1)[0]


def next_numbers(uow: UnitOfWork, name: str, count: int) -> range:
    """So many next numbers of a series. Units that take some wait for each other, so no participant's unit does."""
    uow.alone(f"number:{name}")
    fact = uow.facts.get(f"number:{name}")
    last = int(fact.value) if fact else 0
    uow.facts.put(Fact(f"number:{name}", str(last + count)))
    return range(last + 1, last + count + 1)
