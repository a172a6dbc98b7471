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
    """The machine's clock, set by the database's, which is the same for all replicas."""

    def __init__(self) -> None:
        self._wrong_by = timedelta()

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return datetime.now(UTC) + self._wrong_by

    def set_by(self, moment: datetime) -> None:
        """It is ``moment`` (aware) by the database's clock; what is about the time of a question is
        no difference.
        """
        found = moment - datetime.now(UTC)
        if abs(found - self._wrong_by) <= SAME:
            return
        self._wrong_by = found if abs(found) > SAME else timedelta()
        log.warning("clock.set", seconds=round(self._wrong_by.total_seconds()))

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
