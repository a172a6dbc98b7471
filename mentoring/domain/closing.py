"""The end of a cycle: shown first, confirmed once, then carried out tandem by tandem."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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
