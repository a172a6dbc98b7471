"""Time zone names that Graph takes in a `dateTimeTimeZone`: Windows names, and a fixed list of
other names.

Source: resource `dateTimeTimeZone` (the list; where it gives two spellings, both), CLDR's
windowsZones. Many IANA names are not on the list, Europe/Vienna and Europe/Zurich for instance, and
are refused.
"""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.core import get_global
from tzlocal.windows_tz import tz_win

from sandbox.graph.errors import GraphRefusal

LISTED_NAMES = (
    "Etc/GMT+12 Etc/GMT+11 Pacific/Honolulu America/Anchorage America/Santa_Isabel "
    "America/Los_Angeles "
    "America/Phoenix America/Chihuahua America/Denver America/Guatemala America/Chicago "
    "America/Mexico_City "
    "America/Regina America/Bogota America/New_York America/Indiana/Indianapolis America/Caracas "
    "America/Asuncion "
    "America/Halifax America/Cuiaba America/La_Paz America/Santiago America/St_Johns "
    "America/Sao_Paulo "
    "America/Argentina/Buenos_Aires America/Cayenne America/Godthab America/Montevideo "
    "America/Bahia Etc/GMT+2 "
    "Atlantic/Azores Atlantic/Cape_Verde Africa/Casablanca Etc/GMT Europe/London "
    "Atlantic/Reykjavik Europe/Berlin "
    "Europe/Budapest Europe/Paris Europe/Warsaw Africa/Lagos Africa/Windhoek Europe/Bucharest "
    "Asia/Beirut "
    "Africa/Cairo Asia/Damascus Africa/Johannesburg Europe/Kyiv Europe/Kiev Europe/Istanbul "
    "Asia/Jerusalem "
    "Asia/Amman Asia/Baghdad Europe/Kaliningrad Asia/Riyadh Africa/Nairobi Asia/Tehran Asia/Dubai "
    "Asia/Baku "
    "Europe/Moscow Indian/Mauritius Asia/Tbilisi Asia/Yerevan Asia/Kabul Asia/Karachi "
    "Asia/Tashkent Asia/Kolkata "
    "Asia/Colombo Asia/Kathmandu Asia/Almaty Asia/Dhaka Asia/Yekaterinburg Asia/Yangon "
    "Asia/Rangoon Asia/Bangkok "
    "Asia/Novosibirsk Asia/Shanghai Asia/Krasnoyarsk Asia/Singapore Australia/Perth Asia/Taipei "
    "Asia/Ulaanbaatar "
    "Asia/Irkutsk Asia/Tokyo Asia/Seoul Australia/Adelaide Australia/Darwin Australia/Brisbane "
    "Australia/Sydney "
    "Pacific/Port_Moresby Australia/Hobart Asia/Yakutsk Pacific/Guadalcanal Asia/Vladivostok "
    "Pacific/Auckland "
    "Etc/GMT-12 Pacific/Fiji Asia/Magadan Pacific/Tongatapu Pacific/Apia Pacific/Kiritimati "
)
LISTED = frozenset(LISTED_NAMES.split())
WINDOWS: dict[str, str] = dict(get_global("windows_zone_mapping"))


def windows_name(iana: str) -> str:
    """The Windows name of an IANA zone; `UTC` if it has none."""
    return str(tz_win.get(iana, "UTC"))


def iana_name(name: str) -> str | None:
    """The IANA zone for a name that Graph takes, or None if it does not take it."""
    if name.casefold() in {"utc", "tzone://microsoft/utc"}:
        return "UTC"
    if name in LISTED:
        return name
    return WINDOWS.get(name)


def unsupported(name: object) -> GraphRefusal:
    """400 for a zone name that is neither a Windows name nor on the list."""
    text = (
        "A valid TimeZone value must be specified. The following TimeZone value is not "
        f"supported: '{name}'."
    )
    return GraphRefusal(400, "TimeZoneNotSupportedException", text)


def zone_of(stamp: dict[str, Any]) -> tuple[str, str]:
    """The zone of a `dateTimeTimeZone`: the name as sent (default UTC), and its IANA name.

    Raises GraphRefusal.
    """
    sent = stamp.get("timeZone") or "UTC"
    iana = iana_name(str(sent))
    if iana is None:
        raise unsupported(sent)
    return str(sent), iana


def wall_time(stamp: dict[str, Any]) -> datetime:
    """The naive wall-clock time of a `dateTimeTimeZone`, to the second.

    Raises GraphRefusal for a bad date.
    """
    text = str(stamp.get("dateTime") or "")
    try:
        parsed = datetime.fromisoformat(text[:26].rstrip("Zz"))
    except ValueError:
        raise GraphRefusal(
            400, "ErrorInvalidRequest", f"The dateTime '{text}' is not valid."
        ) from None
    return parsed.replace(tzinfo=None, microsecond=0)


def stamp(moment: datetime, zone: str, name: str) -> dict[str, str]:
    """An aware moment as a `dateTimeTimeZone` in the IANA `zone`, called `name`."""
    local = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, microsecond=0)
    return {"dateTime": f"{local.isoformat()}.0000000", "timeZone": name}


def timestamp(moment: datetime) -> str:
    """An aware moment as Edm.DateTimeOffset in UTC."""
    return f"{moment.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat()}Z"
