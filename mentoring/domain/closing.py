"""The end of a cycle: shown first, confirmed once, then carried out tandem by tandem."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


def soon(now: datetime, chance: float) -> datetime:
    """When a tandem ends that one of the two has given up: some time of one of the next three
    working days, so that nobody can tell from the moment who it was.

    ``chance`` is from 0 up to 1; ``now`` is aware, and so is the answer.
    """
    days = [now + timedelta(days=n) for n in range(1, 8)]
    working = [day for day in days if day.weekday() < 5][:3]
    day, part = divmod(chance * len(working), 1)
    return working[int(day)].replace(hour=8, minute=0) + part * timedelta(hours=8)


class ClosingState(StrEnum):
    """A closing: shown, confirmed, done; or shown and discarded."""

    PREVIEW = "preview"
    DISCARDED = "discarded"
    RUNNING = "running"
    DONE = "done"


@dataclass(frozen=True)
class Closing:
    """The moment at which all running tandems end; ``ended`` counts those that have.

    ``tandems`` is how many they are, before it is confirmed how many they were when it was shown
    (``prepared_at``).

    ``troubled`` are the numbers of the tandems that left something in Microsoft 365 that could not
    be cleared away.
    """

    id: str
    by: str
    state: ClosingState = ClosingState.PREVIEW
    tandems: int = 0
    ended: int = 0
    troubled: tuple[int, ...] = ()
    started_at: datetime | None = None
    done_at: datetime | None = None
    prepared_at: datetime | None = None
    cycle_id: str = ""
