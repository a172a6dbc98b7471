"""What concerns all tandems of a cycle happens one at a time: a launch is begun, it is taken back,
some of its tandems are tried again, the cycle is closed.
"""

from __future__ import annotations

from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.programme.cycles import require_still_running

NAME = "launch"


def one_at_a_time(uow: UnitOfWork) -> None:
    """From here on no other unit does anything of the kind until this one has ended."""
    uow.alone(NAME)


def while_the_cycle_runs(uow: UnitOfWork, moment: Moment) -> None:
    """The same, for what is only done in a cycle that nobody has begun to close meanwhile.

    Raises:
        Refusal: ``cycle-over``.
    """
    one_at_a_time(uow)
    require_still_running(uow, moment)
