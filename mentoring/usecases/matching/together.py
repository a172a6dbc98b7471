"""What follows once both have said yes: rooms that stand on this one register it."""

from __future__ import annotations

from collections.abc import Callable

from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork

Follows = Callable[[UnitOfWork, Moment, Tandem], None]
FOLLOWING: list[Follows] = []


def when_together(rule: Follows) -> Follows:
    """Register what follows for a tandem to which both have said yes."""
    FOLLOWING.append(rule)
    return rule


def are_together(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """Let it follow, if both have said yes by now."""
    if tandem.state is TandemState.ACCEPTED:
        for rule in FOLLOWING:
            rule(uow, moment, tandem)
