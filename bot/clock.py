"""What time it is for the programme: the machine's, or in the sandbox the tenant's, which can be moved."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import aiohttp
import structlog

POLL_SECONDS = 0.25
TIMEOUT = aiohttp.ClientTimeout(total=5)
log = structlog.get_logger()


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return datetime.now(UTC)

    async def follow(self) -> None:
        """Nothing to follow."""


class SandboxClock(SystemClock):
    """The simulated tenant's clock: this machine's plus an offset, which is asked for four times a second."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = url
        self._offset = timedelta()
        self._reached = True

    def now(self) -> datetime:
        """The tenant's present moment, in UTC."""
        return datetime.now(UTC) + self._offset

    async def read(self) -> None:
        """Take over the tenant's offset; while the tenant is away the last one stays."""
        try:
            async with self._session.get(self._url, timeout=TIMEOUT) as answer:
                body = await answer.json()
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            if self._reached:
                log.warning("clock.unavailable", error=type(error).__name__)
            self._reached = False
            return
        self._reached = True
        self._offset = timedelta(seconds=float(body["offset_seconds"]))

    async def follow(self) -> None:
        """Keep to the tenant's clock until cancelled."""
        while True:
            await self.read()
            await asyncio.sleep(POLL_SECONDS)
