"""What a unit of work may know besides the rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Concatenate, ParamSpec, TypeVar

from mentoring.domain.cycle import Cycle, RegisteredProgramme
from mentoring.domain.programme import Programme
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.wording import Wording

T = TypeVar("T")
P = ParamSpec("P")


Chance = Callable[[str], float]
"""A number from 0 up to 1 that belongs to a text: always the same, and nobody can foresee it."""


@dataclass(frozen=True)
class Moment:
    """What runs in a transaction gets this and nothing that reaches outside.

    ``now`` is aware, in UTC, and stays the same for the whole unit. ``cycle`` is the one for which
    the unit works, ``home`` its programme as it is registered, ``programme`` the settings in force,
    ``wording`` their words. ``teams`` are the participants' teams, in the order in which they were
    opened, each for ``channels_per_team`` tandem channels. ``chance`` is for what must follow
    from nothing that people can see.
    """

    now: datetime
    cycle: Cycle
    home: RegisteredProgramme
    programme: Programme
    wording: Wording
    chance: Chance
    teams: tuple[str, ...] = ()
    channels_per_team: int = 200


Moments = Callable[[UnitOfWork, str], Moment]
"""What a unit of the cycle with this id may know now; read in the unit's own transaction."""

Unit = Callable[[UnitOfWork, Moment], T]
"""What runs in one transaction; it may run again after a conflict, so it only reads and writes
rows.
"""


def unit(
    function: Callable[Concatenate[UnitOfWork, Moment, P], T], *args: P.args, **kwargs: P.kwargs
) -> Unit[T]:
    """The function with these arguments, to be run in a transaction later."""
    return lambda uow, moment: function(uow, moment, *args, **kwargs)
