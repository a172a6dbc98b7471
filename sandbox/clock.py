"""The tenant's clock: real time plus an offset that anybody may move.

Everything that has a date in the tenant (what is past, when something was created) reads this
clock. Limits and delays do not: they run on the wall clock, so that moving the date never buys
anybody a faster launch.
"""

import asyncio
from datetime import UTC, datetime, timedelta


class NaiveTime(ValueError):
    """A time came without its zone; add `Z` or an offset."""


class Clock:
    """A clock in UTC that can be moved forwards and backwards while it keeps ticking."""

    def __init__(self, start: datetime | None = None) -> None:
        self._offset = timedelta()
        self._moved = asyncio.Event()
        self._stopped = False
        self._leads: dict[str, float] = {}
        self.known_seconds = 0.0
        """The offset that whoever waits for another one knows already."""
        if start is not None:
            self.set(start)

    @property
    def offset_seconds(self) -> float:
        """How far this clock is ahead of the real one."""
        return self._offset.total_seconds()

    def now(self) -> datetime:
        """The tenant's time, aware, UTC."""
        return datetime.now(UTC) + self._offset

    def set(self, moment: datetime) -> None:
        """Make `moment` (aware) the present. Raises NaiveTime."""
        if moment.tzinfo is None:
            raise NaiveTime(f"{moment.isoformat()} has no zone; write it with Z or an offset.")
        self._move(moment - datetime.now(UTC))

    def advance(self, seconds: float) -> None:
        """Move the present by `seconds` (negative: back)."""
        self._move(self._offset + timedelta(seconds=seconds))

    def lead(self, name: str, seconds: float) -> None:
        """From now on the clock called `name` is so many seconds ahead of this one."""
        self._leads[name] = seconds
        self._move(self._offset)

    def offset_of(self, name: str) -> float:
        """How far the clock called `name` is ahead of the real one; usually as far as this one."""
        return self.offset_seconds + self._leads.get(name, 0.0)

    async def moved(self, offset_seconds: float, name: str = "") -> None:
        """Wait until the offset of the clock called `name` is no longer this one, or it stops."""
        self.known_seconds = offset_seconds - self._leads.get(name, 0.0)
        while self.offset_of(name) == offset_seconds and not self._stopped:
            await self._moved.wait()

    async def stop(self) -> None:
        """Keep nobody waiting any more."""
        self._stopped = True
        self._move(self._offset)

    def _move(self, offset: timedelta) -> None:
        self._offset = offset
        self._moved.set()
        self._moved = asyncio.Event()
