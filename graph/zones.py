"""Time zones between Graph's Windows names and IANA.

Graph takes any Windows name, but only about a hundred IANA names (not Vienna, Zurich, Madrid, Rome
…), so every zone is sent by its Windows name (learn.microsoft.com, resource dateTimeTimeZone,
2024-08-08).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.core import get_global
from tzlocal.windows_tz import tz_win, win_tz

from mentoring.domain.errors import OutsideError

YEARS = (2026, 2027)
UTC_NAMES = {"UTC", "Etc/UTC", "Etc/GMT", "GMT"}


def windows_zone(iana: str) -> str:
    """The Windows name of an IANA zone.

    A zone without one, or whose offsets have changed since the list was made, takes that of a zone
    with the same offsets; empty if no clock that Windows knows shows the same (a station in
    Antarctica).
    """
    if iana in UTC_NAMES:
        return "UTC"
    listed = str(tz_win.get(iana, ""))
    if listed and _offsets(str(win_tz[listed])) == _offsets(iana):
        return listed
    return _same_clock(iana)


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


def iana_zone(name: str) -> str:
    """The IANA zone that Graph's name means (Windows or IANA); empty for an unknown or custom
    one.
    """
    candidate = str(win_tz.get(name, name))
    return candidate if _offsets(candidate) else ""


def only_zone_of(country: str) -> str:
    """The zone of a country (ISO 3166) in which all clocks show the same; empty for any other."""
    zones = list(get_global("territory_zones").get(country, ()))
    return zones[0] if len({_offsets(zone) for zone in zones}) == 1 else ""


class UnknownZone(OutsideError):
    """A time in a zone that nobody knows: it cannot be told when that is."""


def in_utc(stamp: Mapping[str, str]) -> datetime:
    """An aware moment in UTC from Graph's ``dateTimeTimeZone`` (its seven fractional digits are cut
    to six); without a zone it is in UTC (learn.microsoft.com, resource dateTimeTimeZone).

    Raises:
        UnknownZone: the zone has no meaning here.
    """
    local = datetime.fromisoformat(stamp["dateTime"].rstrip("Z"))
    named = stamp.get("timeZone") or "UTC"
    if named == "UTC":  # as we ask for it, some hundred times a person
        return local.replace(tzinfo=UTC)
    zone = iana_zone(named)
    if not zone:
        raise UnknownZone(f"{stamp.get('timeZone')!r} is no time zone: ask for the answer in UTC")
    return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
