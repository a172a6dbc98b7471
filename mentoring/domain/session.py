"""A session: one meeting of a tandem, where the pattern put it and where it really is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from mentoring.domain.errors import aware
from mentoring.domain.people import Profile
from mentoring.domain.scheduling.days_off import public_holidays
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


REMINDED_AT = time(9)
"""The local hour of a reminder: the working day has begun everywhere, and the day before a session is still long."""


def reminder_at(start: datetime, profile: Profile) -> datetime:
    """When somebody is reminded of a session that begins at ``start`` (aware): nine o'clock of their last working day before.

    Days and hour are those of the person's own zone; weekends and the public holidays of their site are no working days.
    """
    zone = ZoneInfo(profile.zone)
    day = aware(start).astimezone(zone).date() - timedelta(days=1)
    free = public_holidays(profile.country, profile.state, day.year - 1, day.year)
    while day.weekday() >= 5 or day in free:
        day -= timedelta(days=1)
    return datetime.combine(day, REMINDED_AT, zone)
