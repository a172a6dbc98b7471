"""The kick-off: one or several dates, each with a place and a number of seats, of which
participants choose one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

MOST_SEATS = 500
"""Exchange Online allows 500 attendees per meeting (learn.microsoft.com, Exchange Online limits:
sharing and calendar limits).
"""
MOST_DATES = 6
MINUTES = 60


class KickoffState(StrEnum):
    """A kick-off: shown to the owner, discarded, open for answers, stopped by Microsoft 365
    (``trouble``), cancelled, over; ``ended``: its cycle was closed before.
    """

    PREVIEW = "preview"
    DISCARDED = "discarded"
    CANCELLED = "cancelled"
    ENDED = "ended"
    OPEN = "open"
    TROUBLE = "trouble"
    OVER = "over"


@dataclass(frozen=True)
class Gathering:
    """One date.

    ``start`` is UTC, ``site`` is where people meet (empty: online alone), ``seats`` how many may
    come.
    """

    start: datetime
    site: str = ""
    seats: int = MOST_SEATS
    event_id: str = ""
    join_url: str = ""

    @property
    def end(self) -> datetime:
        """When it ends (UTC)."""
        return self.start + timedelta(minutes=MINUTES)


@dataclass(frozen=True)
class Kickoff:
    """A kick-off. ``by`` is the owner in whose calendar the dates stand."""

    id: str
    by: str
    dates: tuple[Gathering, ...]
    state: KickoffState = KickoffState.PREVIEW
    prepared_at: datetime | None = None
    cycle_id: str = ""


@dataclass(frozen=True)
class Seat:
    """Somebody's answer: the number of the date, from 0, or -1 for none of them."""

    id: str
    kickoff_id: str
    person_id: str
    number: int


def seat_id(kickoff_id: str, person_id: str) -> str:
    """The id of somebody's answer."""
    return f"{kickoff_id}:{person_id}"
