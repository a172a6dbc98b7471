"""What time it is for the programme: the machine's, or in the sandbox the tenant's, which can be
moved.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import aiohttp
import structlog

WAIT_SECONDS = 25.0
POLL_SECONDS = 0.25
SAME = timedelta(seconds=5)
"""Clocks that differ by less are the same, as far as anything here depends on them."""
TIMEOUT = aiohttp.ClientTimeout(total=WAIT_SECONDS + 5)
log = structlog.get_logger()


class SystemClock:
    """What time it is by the database's clock, which is the same for all replicas, or at first by
    the machine's. It goes on steadily, wherever somebody moves the machine's: what a day ahead
    would be due would be done, and not be taken back.
    """

    def __init__(self) -> None:
        self._goes_on_from(datetime.now(UTC))

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return self._at + timedelta(seconds=time.monotonic() - self._read_at)

    def set_by(self, moment: datetime) -> None:
        """It is ``moment`` (aware) by the database's clock; what is about the time of a question is
        no difference.
        """
        found = moment - self.now()
        if abs(found) <= SAME:
            return
        self._goes_on_from(moment)
        log.warning("clock.set", seconds=round(found.total_seconds()))

    def _goes_on_from(self, moment: datetime) -> None:
        self._at, self._read_at = moment, time.monotonic()

    async def follow(self, moved: Callable[[], None]) -> None:
        """Nobody moves the machine's clock."""


class SandboxClock(SystemClock):
    """The simulated tenant's clock: this machine's plus an offset; a change of the offset can be
    waited for.
    """

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        super().__init__()
        self._session = session
        self._url = url
        self._offset = 0.0
        self._reached = True

    def now(self) -> datetime:
        """The tenant's present moment, in UTC."""
        return datetime.now(UTC) + timedelta(seconds=self._offset)

    def set_by(self, moment: datetime) -> None:
        """The tenant's clock counts, not the database's."""

    async def read(self, wait: float = 0.0) -> bool:
        """Take over the tenant's offset as soon as it differs from ours, or after ``wait`` seconds;
        return whether it differed.

        While the tenant cannot be reached, the last offset stays.
        """
        query = {"unless": repr(self._offset), "wait": str(wait)}
        try:
            async with self._session.get(self._url, params=query, timeout=TIMEOUT) as answer:
                offset = float((await answer.json())["offset_seconds"])
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            if self._reached:
                log.warning("clock.unavailable", error=type(error).__name__)
            self._reached = False
            return False
        before, self._offset, self._reached = self._offset, offset, True
        return offset != before

    async def follow(self, moved: Callable[[], None]) -> None:
        """Keep to the tenant's clock until cancelled; ``moved`` is called whenever somebody has
        moved it.
        """
        while True:
            began = time.monotonic()
            if await self.read(WAIT_SECONDS):
                moved()
            elif time.monotonic() - began < POLL_SECONDS:
                await asyncio.sleep(POLL_SECONDS)
