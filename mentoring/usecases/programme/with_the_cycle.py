"""What ends with its cycle, and what follows once it is closed: rooms that stand on this one
register it.
"""

from __future__ import annotations

from collections.abc import Callable

from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork

Ends = Callable[[UnitOfWork, Moment], None]
ENDING: list[Ends] = []
FOLLOWING: list[Ends] = []


def ends_with_cycle(rule: Ends) -> Ends:
    """Register what comes to its end when owners have confirmed that the cycle does."""
    ENDING.append(rule)
    return rule


def end_all(uow: UnitOfWork, moment: Moment) -> None:
    """The cycle comes to its end."""
    for rule in ENDING:
        rule(uow, moment)


def when_closed(rule: Ends) -> Ends:
    """Register what follows once all tandems of a cycle are over and it is closed."""
    FOLLOWING.append(rule)
    return rule


def let_follow_the_end(uow: UnitOfWork, moment: Moment) -> None:
    """The cycle is closed."""
    for rule in FOLLOWING:
        rule(uow, moment)
