"""What has to end before somebody can be forgotten: rooms say it, each for what is theirs.

A function ``(uow, moment, person_id)`` with ``@on_leaving`` ends what can end now, asks for what
takes time, and says whether something has still to end. It is called again until nothing has.
"""

from __future__ import annotations

from collections.abc import Callable

from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork

Leave = Callable[[UnitOfWork, Moment, str], bool]
LEAVING: list[Leave] = []


def on_leaving(leave: Leave) -> Leave:
    """Register what has to end."""
    LEAVING.append(leave)
    return leave


def has_still_to_end(uow: UnitOfWork, moment: Moment, person_id: str) -> bool:
    """End what the person is in, in all programmes; says whether something takes longer."""
    still = [leave(uow, moment, person_id) for leave in LEAVING]
    return any(still)
