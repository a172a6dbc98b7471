"""A zone told by its rules, as Outlook on the desktop leaves it: resource `customTimeZone`, and the
second person in the example of calendar: getSchedule (Pacific: bias 480, daylightBias -60).
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

CUSTOM = {"@odata.type": "#microsoft.graph.customTimeZone", "name": "Customized Time Zone"}
LAST = 5
"""The day's occurrence in its month that means the last one."""
YEAR = 2026
"""The rules are those of this year; they hold in every one."""


@cache
def rules(iana: str) -> dict[str, Any]:
    """Bias (minutes to add to the local time to get UTC) and, where clocks change, when: each on a
    weekday's nth occurrence in a month.
    """
    every = [date(YEAR, 1, 1) + timedelta(days=number) for number in range(365)]
    shown = {day: _offset(iana, day) for day in every}
    standard, summer = min(shown.values()), max(shown.values())
    told: dict[str, Any] = {"bias": -standard}
    if standard == summer:
        return told
    for day, before in zip(every[1:], every, strict=False):
        if shown[day] > shown[before]:
            told["daylightOffset"] = {"daylightBias": standard - summer} | _turn(iana, day)
        elif shown[day] < shown[before]:
            told["standardOffset"] = _turn(iana, day)
    return told


def _offset(iana: str, day: date) -> int:
    """Minutes ahead of UTC at the end of the day."""
    return _ahead(iana, _evening(iana, day))


def _evening(iana: str, day: date) -> datetime:
    local = datetime(day.year, day.month, day.day, 23, 59, tzinfo=ZoneInfo(iana))
    return local.astimezone(UTC)


def _ahead(iana: str, at: datetime) -> int:
    ahead = at.astimezone(ZoneInfo(iana)).utcoffset() or timedelta()
    return int(ahead.total_seconds()) // 60


def _turn(iana: str, day: date) -> dict[str, Any]:
    """The change of the clocks on that day, told by the clock that is left."""
    before = _evening(iana, day - timedelta(days=1))
    left = _ahead(iana, before)
    hours = (before + timedelta(minutes=1, hours=number) for number in range(25))
    change = next(at for at in hours if _ahead(iana, at) != left)
    local = change + timedelta(minutes=left)
    last = (day + timedelta(days=7)).month != day.month
    return {
        "time": local.strftime("%H:%M:%S.0000000"),
        "dayOccurrence": LAST if last else (day.day - 1) // 7 + 1,
        "dayOfWeek": f"{day:%A}".casefold(),
        "month": day.month,
        "year": 0,
    }
