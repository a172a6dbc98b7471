"""When a tandem comes to its end before its time: the moment tells nobody who wanted it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from mentoring.domain.errors import aware

MOST_DAYS = 3
"""Within how many working days it ends."""
OPENS, OFFICE_HOURS = time(9), timedelta(hours=8)


def ends_at(
    now: datetime, chance: float, zone: ZoneInfo, is_off: Callable[[date], bool]
) -> datetime:
    """Some time of one of the next three working days, from nine to five by the clock of ``zone``.

    ``chance`` is from 0 up to 1, ``now`` is aware, the answer is UTC. A day that ``is_off`` is no
    working day, nor is a weekend.
    """
    today = aware(now).astimezone(zone).date()
    after = [today + timedelta(days=ahead) for ahead in range(1, 32)]
    weekdays = [day for day in after if day.weekday() < 5]
    working = list(islice((day for day in weekdays if not is_off(day)), MOST_DAYS))
    days = working or weekdays[:MOST_DAYS]
    day, part = divmod(chance * len(days), 1)
    return (datetime.combine(days[int(day)], OPENS, zone) + part * OFFICE_HOURS).astimezone(UTC)


def ends_a_day_later(
    now: datetime, chance: float, zone: ZoneInfo, is_off: Callable[[date], bool]
) -> datetime | None:
    """The time that ``ends_at`` has drawn for today, on the next working day; None where it has
    drawn the last of the days.
    """
    day, part = divmod(chance * MOST_DAYS, 1)
    return None if day == MOST_DAYS - 1 else ends_at(now, part / MOST_DAYS, zone, is_off)
