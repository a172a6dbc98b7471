"""A launch that owners take back: shown first, confirmed once, then carried out tandem by tandem.

What was launched ends; the same two stand ready again as a tandem with a number of its own. So
nothing that was opened or booked for the first one can be taken for the second one's, neither the
channel, which keeps its name, nor an event, a card or a timer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class UndoingState(StrEnum):
    """It is shown, confirmed, done; or shown and discarded."""

    PREVIEW = "preview"
    DISCARDED = "discarded"
    RUNNING = "running"
    DONE = "done"


@dataclass(frozen=True)
class Undoing:
    """The moment at which a launch is taken back; ``done`` counts the tandems that have been.

    ``tandems`` is how many they are, before it is confirmed how many they were when it was shown
    (``prepared_at``).
    """

    id: str
    by: str
    launch_id: str
    state: UndoingState = UndoingState.PREVIEW
    tandems: int = 0
    done: int = 0
    started_at: datetime | None = None
    done_at: datetime | None = None
    prepared_at: datetime | None = None
    cycle_id: str = ""


@dataclass(frozen=True)
class TakenBack:
    """A tandem whose launch is taken back; ``id`` is its own, ``made_id`` that of the tandem as
    which the same two stand ready again.

    ``met`` counts the sessions that had had their time; ``cancelled`` those that were to come,
    ``left_team`` the people who have left the participants' team. ``clear``: nothing was left of it
    in Microsoft 365.
    """

    id: str
    undoing_id: str
    made_id: str
    met: int = 0
    cancelled: int = 0
    left_team: int = 0
    archived: bool = False
    clear: bool = True
    done_at: datetime | None = None
    cycle_id: str = ""
