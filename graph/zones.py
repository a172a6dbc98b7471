"""Time zones between Graph's Windows names and IANA.

Graph takes any Windows name, but only about a hundred IANA names (not Vienna, Zurich, Madrid, Rome
…), so every zone is sent by its Windows name (learn.microsoft.com, resource dateTimeTimeZone,
2024-08-08).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

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


def zone_of(time_zone: Mapping[str, Any]) -> str:
    """The IANA zone of a ``timeZoneBase``; of a custom one the zone that has its offsets. Empty if
    there is none.
    """
    named = iana_zone(str(time_zone.get("name") or ""))
    if named or time_zone.get("bias") is None:
        return named
    return _zone_with(_custom_offsets(time_zone))


@cache
def _zone_with(offsets: tuple[timedelta, ...]) -> str:
    """A zone with these offsets in the middle of each month, one that has a Windows name first."""
    known = (*(str(win_tz[name]) for name in sorted(win_tz)), *sorted(available_timezones()))
    return next((zone for zone in known if _offsets(zone) == offsets), "")


def _custom_offsets(custom: Mapping[str, Any]) -> tuple[timedelta, ...]:
    """The offsets of a ``customTimeZone`` in the middle of each month of two years.

    ``bias`` is what has to be added to the local time to get UTC, so that UTC+8 is -480, and
    ``daylightBias`` what has to be added besides in summer: so the service answers, whatever the
    sign on its page (microsoft-graph-docs issue 15217; Exchange, ``Bias`` of a ``TimeZone``).
    """
    bias, summer = int(custom["bias"]), custom.get("daylightOffset") or {}
    extra = int(summer.get("daylightBias") or 0)
    months = [(year, month) for year in YEARS for month in range(1, 13)]
    return tuple(
        -timedelta(minutes=bias + (extra if extra and _in_summer(custom, month) else 0))
        for _, month in months
    )


def _in_summer(custom: Mapping[str, Any], month: int) -> bool:
    """Whether clocks show summer time on the 15th of the month."""
    begins, ends = (_turn(custom.get(name) or {}) for name in ("daylightOffset", "standardOffset"))
    now = (month, 15)
    return begins <= now < ends if begins < ends else not ends <= now < begins


def _turn(change: Mapping[str, Any]) -> tuple[int, int]:
    """The month, and about the day, of a change of the clocks (its fifth Sunday is the last)."""
    months = "january february march april may june july august september october november december"
    named = str(change.get("month") or 1)
    month = int(named) if named.isdecimal() else months.split().index(named.casefold()) + 1
    return month, 7 * int(change.get("dayOccurrence") or 1) - 3


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
