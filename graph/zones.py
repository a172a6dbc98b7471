"""Time zones between Graph's Windows names and IANA.

Graph takes any Windows name, but only about a hundred IANA names (not Vienna, Zurich, Madrid, Rome
…), so every zone is sent by its Windows name (learn.microsoft.com, resource dateTimeTimeZone,
2024-08-08).
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tzlocal.windows_tz import tz_win, win_tz

YEARS = (2026, 2027)
UTC_NAMES = {"UTC", "Etc/UTC", "Etc/GMT", "GMT"}


def windows_zone(iana: str) -> str:
    """The Windows name of an IANA zone.

    A zone without one, or whose offsets have changed since the list was made, takes that of a zone
    with the same offsets; if there is none (a station in Antarctica), the listed one, or UTC.
    """
    if iana in UTC_NAMES:
        return "UTC"
    listed = str(tz_win.get(iana, ""))
    if listed and _offsets(str(win_tz[listed])) == _offsets(iana):
        return listed
    return _same_clock(iana) or listed or "UTC"


@cache
def _same_clock(iana: str) -> str:
    wanted = _offsets(iana)
    return next((str(name) for name in sorted(win_tz) if _offsets(str(win_tz[name])) == wanted), "")


@cache
def _offsets(iana: str) -> tuple[timedelta | None, ...]:
    """The zone's offset from UTC in the middle of each month of two years; empty if there is no
    zone of this name.
    """
    try:
        zone = ZoneInfo(iana)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ()
    months = ((year, month) for year in YEARS for month in range(1, 13))
    return tuple(datetime(year, month, 15, 12, tzinfo=zone).utcoffset() for year, month in months)


def iana_zone(name: str, otherwise: str) -> str:
    """The IANA zone that Graph's name means (Windows or IANA), or ``otherwise`` for an unknown or
    custom one.
    """
    candidate = win_tz.get(name, name)
    try:
        ZoneInfo(candidate)
    except (ZoneInfoNotFoundError, ValueError):
        return otherwise
    return str(candidate)


def in_utc(stamp: dict[str, str]) -> datetime:
    """An aware moment in UTC from Graph's ``dateTimeTimeZone`` (its seven fractional digits are cut
    to six).
    """
    text = stamp["dateTime"].rstrip("Z")
    whole, _, fraction = text.partition(".")
    local = datetime.fromisoformat(f"{whole}.{fraction[:6].ljust(6, '0')}" if fraction else whole)
    zone = ZoneInfo(iana_zone(stamp.get("timeZone", "UTC"), "UTC"))
    return local.replace(tzinfo=zone).astimezone(UTC)
