"""When somebody works: the zone that Graph tells counts, and what it does not tell is not made
up.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from graph.working_hours import working_hours
from graph.zones import UnknownZone, in_utc

WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday"]
JANUARY, JULY = datetime(2027, 1, 15, 12, tzinfo=UTC), datetime(2027, 7, 15, 12, tzinfo=UTC)


def told(zone: dict[str, Any] | None, days: list[str] | None = WEEK, **more: Any) -> dict[str, Any]:
    """Nine to five, as Graph tells it."""
    times = {"startTime": "09:00:00.0000000", "endTime": "17:00:00.0000000"}
    return {**times, "daysOfWeek": days, "timeZone": zone, **more}


def custom(bias: int, summer: int = 0) -> dict[str, Any]:
    """A zone of somebody's own; in the European Union's summer ``summer`` minutes are added."""
    change = {"time": "03:00:00.0000000", "dayOccurrence": 5, "dayOfWeek": "sunday", "year": 0}
    return {
        "@odata.type": "#microsoft.graph.customTimeZone",
        "name": "Customized Time Zone",
        "bias": bias,
        "standardOffset": {**change, "month": 10},
        "daylightOffset": {**change, "month": 3, "daylightBias": summer},
    }


def offsets(zone: dict[str, Any]) -> list[timedelta | None]:
    """How far the clock of these working hours is from UTC in January and in July."""
    found = working_hours(told(zone))
    assert found is not None
    return [at.astimezone(ZoneInfo(found.zone)).utcoffset() for at in (JANUARY, JULY)]


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        (custom(-480), (8, 8)),  # H8: UTC = local time + bias, so this is UTC+8
        (custom(480), (-8, -8)),
        (custom(-330), (5.5, 5.5)),
        (custom(-60, -60), (1, 2)),
        ({"name": "W. Europe Standard Time"}, (1, 2)),
        ({"name": "Asia/Singapore"}, (8, 8)),
    ],
)
def test_the_zone_that_is_told_counts(zone: dict[str, Any], hours: tuple[float, float]) -> None:
    assert offsets(zone) == [timedelta(hours=each) for each in hours]


@pytest.mark.parametrize(
    "hours",
    [
        told({"name": "Customized Time Zone"}),
        told({"name": "Mars Standard Time"}),
        told(None),
        told(custom(-7)),
        told({"name": "UTC"}, []),
        told({"name": "UTC"}, None),
        told({"name": "UTC"}, startTime=None),
        told({"name": "UTC"}, endTime="24:00:00.0000000"),
        told({"name": "UTC"}, startTime="in the morning"),
    ],
)
def test_what_is_not_told_is_not_known(hours: dict[str, Any]) -> None:
    """Neither a fixed city's clock nor a week without working days."""
    assert working_hours(hours) is None


def test_a_moment_in_a_zone_that_nobody_knows_is_no_moment() -> None:
    stamp = {"dateTime": "2027-01-12T10:00:00.0000000", "timeZone": "Customized Time Zone"}
    with pytest.raises(UnknownZone, match="is no time zone"):
        in_utc(stamp)
    assert in_utc({"dateTime": stamp["dateTime"]}).hour == 10, "without a zone it is UTC"
