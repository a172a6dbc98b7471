"""A zone that is told by its rules instead of by its name, as Outlook on the desktop leaves it
(learn.microsoft.com, resource customTimeZone; calendar: getSchedule has one in its example).

Which place it is nobody tells. So a zone is looked for whose clocks do the same; if there is none,
it stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global
from tzlocal.windows_tz import win_tz

from graph.zones import YEARS, iana_zone
from mentoring.domain.scheduling.settings import WEEKDAYS

Clock = tuple[tuple[datetime, timedelta], ...]
"""What a clock shows ahead of UTC at some moments that tell it from others."""
MONTHS = "january february march april may june july august september october november december"
LAST = 5
"""The occurrence of a weekday in its month that is the last one, whether there are five or four."""
MIDDLE = 15
"""Nowhere do clocks change on this day of a month."""
NEAR = timedelta(minutes=30)


def zone_of(time_zone: Mapping[str, Any], country: str = "") -> str:
    """The IANA zone of a ``timeZoneBase``; of a custom one a zone with the same clock, one of the
    ``country`` (ISO 3166) first, or else one that changes it some days or hours apart. Empty if
    there is none.
    """
    named = iana_zone(str(time_zone.get("name") or ""))
    if named or time_zone.get("bias") is None:
        return named
    try:
        clock = _clock(time_zone)
    except (KeyError, TypeError, ValueError):
        return ""
    in_the_middle = tuple((at, ahead) for at, ahead in clock if at.day == MIDDLE)
    return _zone_with(clock, country) or _zone_with(in_the_middle, country)


@cache
def _zone_with(clock: Clock, country: str) -> str:
    here = get_global("territory_zones").get(country, ())
    usual = [str(win_tz[name]) for name in sorted(win_tz)]
    near = (zone for zone in usual if zone in here)
    known = (*near, *here, *usual, *sorted(available_timezones()))
    return next((zone for zone in known if _shows(zone, clock)), "")


def _shows(zone: str, clock: Clock) -> bool:
    there = ZoneInfo(zone)
    return all(at.astimezone(there).utcoffset() == ahead for at, ahead in clock)


def _clock(custom: Mapping[str, Any]) -> Clock:
    """What it shows in the middle of each month of two years, and before and after each change.

    ``bias`` is what has to be added to the local time to get UTC, so that UTC+8 is -480, and
    ``daylightBias`` what has to be added besides in summer: so the service answers, and so its
    example of getSchedule has it, whatever the page of the resource says of the sign
    (microsoft-graph-docs issue 15217; Exchange, ``Bias`` of a ``TimeZone``).
    """
    ahead = -timedelta(minutes=int(custom["bias"]))
    more = -timedelta(minutes=int((custom.get("daylightOffset") or {}).get("daylightBias") or 0))
    found: dict[datetime, timedelta] = {}
    for year in YEARS:
        middles = (datetime(year, month, MIDDLE, 12, tzinfo=UTC) for month in range(1, 13))
        if not more:
            found |= dict.fromkeys(middles, ahead)
            continue
        begins = _moment(custom["daylightOffset"], year) - ahead
        ends = _moment(custom["standardOffset"], year) - ahead - more
        around = (turn + near for turn in (begins, ends) for near in (-NEAR, NEAR))
        for at in (*middles, *around):
            found[at] = ahead + (more if _is_between(begins, at, ends) else timedelta())
    return tuple(sorted(found.items()))


def _is_between(begins: datetime, at: datetime, ends: datetime) -> bool:
    """In the south summer goes over the turn of the year."""
    return begins <= at < ends if begins < ends else not ends <= at < begins


def _moment(change: Mapping[str, Any], year: int) -> datetime:
    """When the clocks change in a year, by the clock that is left then, as if that were UTC."""
    said = str(change["month"]).casefold()
    month = int(said) if said.isdecimal() else MONTHS.split().index(said) + 1
    wanted = WEEKDAYS.index(str(change.get("dayOfWeek") or "sunday").casefold())
    days = [day for day in _days(year, month) if day.weekday() == wanted]
    occurrence = int(change.get("dayOccurrence") or 1)
    day = days[-1] if occurrence >= LAST else days[occurrence - 1]
    at = time.fromisoformat(str(change.get("time") or "00:00:00").split(".")[0])
    return datetime.combine(day, at, UTC)


def _days(year: int, month: int) -> Iterator[date]:
    day = date(year, month, 1)
    while day.month == month:
        yield day
        day += timedelta(days=1)
