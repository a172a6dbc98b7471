"""Reading JSON that people wrote: every mistake is collected with its place, and reading goes on
with a default.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from sandbox.graph.zones import WINDOWS

Json = Mapping[str, Any]
NEVER = datetime(1, 1, 1, tzinfo=UTC)


def zone_named(name: str) -> str | None:
    """The IANA zone for an IANA or Windows name, or None."""
    return name if name in _zones() else WINDOWS.get(name)


@cache
def _zones() -> set[str]:
    # Each call of available_timezones() reads the whole database of zones anew.
    return available_timezones()


class Reader:
    """The pieces of which a document is read; `at` is the place that a mistake names."""

    def __init__(self) -> None:
        self.mistakes: list[str] = []

    def stamp(self, stamp: object, at: str) -> datetime:
        """A `dateTimeTimeZone` as Graph writes it, in any IANA or Windows zone; aware."""
        if not isinstance(stamp, dict):
            self.mistakes.append(
                f'{at}: an object such as {{"dateTime": "2027-01-12T09:00:00", "timeZone": "UTC"}}'
            )
            return NEVER
        zone = zone_named(str(stamp.get("timeZone", "UTC")))
        if zone is None:
            self.mistakes.append(
                f"{at}.timeZone: {stamp.get('timeZone')} is neither an IANA nor a Windows zone"
            )
        try:
            wall = datetime.fromisoformat(str(stamp.get("dateTime"))[:19])
        except ValueError:
            self.mistakes.append(f"{at}.dateTime: {stamp.get('dateTime')} is not a time")
            return NEVER
        return wall.replace(tzinfo=ZoneInfo(zone or "UTC"))

    def moment(self, value: object, at: str) -> datetime:
        """An aware time, ISO 8601."""
        try:
            moment: datetime | None = datetime.fromisoformat(str(value))
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            self.mistakes.append(
                f"{at}: {value} is no time with a zone, such as 2026-10-12T07:00:00Z"
            )
            return NEVER
        return moment

    def day(self, value: object, at: str) -> date | None:
        """A date, ISO 8601."""
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.mistakes.append(f"{at}: {value} is no day, such as 2026-11-02")
            return None

    def time_of_day(self, row: Json, key: str, at: str, default: str) -> time:
        """A time of day, ISO 8601."""
        try:
            return time.fromisoformat(str(row.get(key, default)))
        except ValueError:
            self.mistakes.append(f"{at}.{key}: {row[key]} is no time of day, such as 09:00")
            return time()

    def text(self, row: Json, key: str, at: str) -> str:
        """A text that must be there."""
        value = row.get(key)
        if not isinstance(value, str) or not value:
            self.mistakes.append(f"{at}.{key} is missing")
            return "?"
        return value

    def rows(self, row: Json, key: str, at: str = "") -> list[Json]:
        """A list of objects, empty if it is left out."""
        value = row.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.mistakes.append(f"{at}{'.' if at else ''}{key}: a list of objects")
            return []
        return value

    def part(self, row: Json, key: str, at: str = "") -> Json:
        """An object, empty if it is left out."""
        value = row.get(key, {})
        if not isinstance(value, dict):
            self.mistakes.append(f"{at}{'.' if at else ''}{key}: an object")
            return {}
        return value

    def only(self, at: str, row: Json, keys: frozenset[str]) -> None:
        """Refuse keys that mean nothing here."""
        unknown = sorted(set(row) - keys)
        if unknown:
            self.mistakes.append(
                f"{at}: unknown {', '.join(unknown)}; known are {', '.join(sorted(keys))}"
            )
