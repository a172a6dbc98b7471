"""Time zones between Graph's Windows names and IANA.

Graph takes any Windows name, but only about a hundred IANA names (not Vienna, Zurich, Madrid, Rome …), so every zone is
sent by its Windows name (learn.microsoft.com, resource dateTimeTimeZone, 2024-08-08).
"""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tzlocal.windows_tz import tz_win, win_tz

UTC_NAMES = {"UTC", "Etc/UTC", "Etc/GMT", "GMT"}


def windows_zone(iana: str) -> str:
    """The Windows name of an IANA zone; a zone that Windows does not know is sent as UTC by its callers' conversion.

    Raises:
        KeyError: Windows has no name for it.
    """
    return "UTC" if iana in UTC_NAMES else str(tz_win[iana])


def iana_zone(name: str, otherwise: str) -> str:
    """The IANA zone that Graph's name means (Windows or IANA), or ``otherwise`` for an unknown or custom one."""
    candidate = win_tz.get(name, name)
    try:
        ZoneInfo(candidate)
    except (ZoneInfoNotFoundError, ValueError):
        return otherwise
    return str(candidate)


def in_utc(stamp: dict[str, str]) -> datetime:
    """An aware moment from Graph's ``dateTimeTimeZone`` (seven digits of fraction are cut to six)."""
    text = stamp["dateTime"].rstrip("Z")
    whole, _, fraction = text.partition(".")
    local = datetime.fromisoformat(f"{whole}.{fraction[:6].ljust(6, '0')}" if fraction else whole)
    zone = ZoneInfo(iana_zone(stamp.get("timeZone", "UTC"), "UTC"))
    return local.replace(tzinfo=zone).astimezone(UTC)
