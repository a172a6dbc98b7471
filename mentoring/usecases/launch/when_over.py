"""What follows once a tandem is over, whyever: rooms that stand on this one register it."""

from __future__ import annotations

from collections.abc import Callable

from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork

Follows = Callable[[UnitOfWork, Tandem], None]
FOLLOWING: list[Follows] = []
AsPlanned = Callable[[UnitOfWork, Moment, Tandem], None]
AT_THE_PLANNED_END: list[AsPlanned] = []


def when_over(rule: Follows) -> Follows:
    """Register what follows for a tandem of which nothing is to come any more."""
    FOLLOWING.append(rule)
    return rule


def let_follow(uow: UnitOfWork, tandem: Tandem) -> None:
    """The tandem is over."""
    for rule in FOLLOWING:
        rule(uow, tandem)


def when_ended_as_planned(rule: AsPlanned) -> AsPlanned:
    """Register what follows for a tandem that had begun, has come to its planned end, and whose two
    have been thanked.
    """
    AT_THE_PLANNED_END.append(rule)
    return rule


def let_follow_as_planned(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """The tandem has come to its planned end."""
    for rule in AT_THE_PLANNED_END:
        rule(uow, moment, tandem)
