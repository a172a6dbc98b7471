"""What follows once a tandem runs: rooms that stand on this one register it."""

from __future__ import annotations

from collections.abc import Callable

from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork

Follows = Callable[[UnitOfWork, Moment, Tandem], None]
FOLLOWING: list[Follows] = []


def when_it_runs(rule: Follows) -> Follows:
    """Register what follows for a tandem that has just been launched."""
    FOLLOWING.append(rule)
    return rule


def it_runs(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> None:
    """Let it follow."""
    for rule in FOLLOWING:
        rule(uow, moment, tandem)
