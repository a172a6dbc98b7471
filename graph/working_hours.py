"""When somebody works, as Graph tells it: days, from when to when, and by which clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Any

from graph.custom_zones import zone_of
from mentoring.domain.scheduling.settings import WEEKDAYS
from mentoring.domain.scheduling.types import WorkingHours


def working_hours(told: Mapping[str, Any]) -> WorkingHours | None:
    """The working hours of a mailbox; None if it does not tell its days, its times or a clock that
    exists.
    """
    days = [day for day in WEEKDAYS if day in (told.get("daysOfWeek") or ())]
    zone = zone_of(told.get("timeZone") or {})
    begin, end = (_time_told(told.get(name)) for name in ("startTime", "endTime"))
    if not days or not zone or begin is None or end is None:
        return None
    return WorkingHours.daily(zone, begin, end, days)


def _time_told(text: object) -> time | None:
    try:
        return time_of_day(text)
    except ValueError:
        return None


def time_of_day(text: object) -> time:
    """A time of day as Graph writes it (``08:00:00.0000000``)."""
    return time.fromisoformat(str(text).split(".")[0])
