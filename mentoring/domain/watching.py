"""Watching the calendars in which tandems' sessions stand, and people who are away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Watch:
    """A subscription to an organizer's calendar; ``id`` is the organizer's.

    ``secret`` comes back with every notification. ``lasting``: it names events by ids that stay
    when an event is moved into another calendar; the subscriptions of earlier versions did not.
    """

    id: str
    subscription_id: str
    secret: str
    expires_at: datetime
    lasting: bool = True


@dataclass(frozen=True)
class Absence:
    """Somebody's pause; ``id`` is the person's.

    It lasts through the day ``until`` (their own zone). No reason is kept.
    """

    id: str
    since: datetime
    until: date
