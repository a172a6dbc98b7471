"""What ends with its cycle: rooms that stand on this one register it."""

from __future__ import annotations

from collections.abc import Callable

from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork

Ends = Callable[[UnitOfWork, Moment], None]
ENDING: list[Ends] = []


def ends_with_cycle(rule: Ends) -> Ends:
    """Register what comes to its end when owners have confirmed that the cycle does."""
    ENDING.append(rule)
    return rule


def end_all(uow: UnitOfWork, moment: Moment) -> None:
    """The cycle comes to its end."""
    for rule in ENDING:
        rule(uow, moment)
