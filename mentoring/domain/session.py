"""A session: one meeting of a tandem, where the pattern put it and where it really is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.domain.scheduling.plan import State


@dataclass(frozen=True)
class Session:
    """One session of a tandem. Times are UTC; ``start`` is None while there is no slot, ``offer`` then the least bad one."""

    id: str
    tandem_id: str
    number: int
    planned: datetime
    minutes: int
    state: State
    start: datetime | None = None
    offer: datetime | None = None
