"""What follows once a tandem is over, whyever: rooms that stand on this one register it."""

from __future__ import annotations

from collections.abc import Callable

from mentoring.domain.tandem import Tandem
from mentoring.ports.rows import UnitOfWork

Follows = Callable[[UnitOfWork, Tandem], None]
FOLLOWING: list[Follows] = []


def when_over(rule: Follows) -> Follows:
    """Register what follows for a tandem of which nothing is to come any more."""
    FOLLOWING.append(rule)
    return rule


def let_follow(uow: UnitOfWork, tandem: Tandem) -> None:
    """The tandem is over."""
    for rule in FOLLOWING:
        rule(uow, tandem)
