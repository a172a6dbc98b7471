"""What owners switch on or off touches those who take part already: rooms above learn of it."""

from __future__ import annotations

from mentoring.domain.cycle import RegisteredProgramme
from mentoring.domain.programme import Programme
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.changes import Topic, changed
from mentoring.usecases.common.cycles import for_cycle

AGES = Topic("ages")
"""Whether people under 18 may be among those who take part is otherwise now."""


def tell_of_switches(
    uow: UnitOfWork, home: RegisteredProgramme, before: Programme, after: Programme
) -> None:
    """Other settings count from now on in this programme, whose cycle is running."""
    if before.under_18 is not after.under_18:
        changed(for_cycle(uow, home.cycle_id), AGES)
