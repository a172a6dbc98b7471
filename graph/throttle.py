"""The pace of calls, so that Graph's limits are kept rather than met.

A lane lets one call through every ``1 / rate`` seconds: evenly spaced, because Graph evaluates both
a short burst and 83 % of the listed value over a minute (learn.microsoft.com,
graph/throttling-limits, 2026). Living replicas share.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

SUSTAINED = 0.83


@dataclass(frozen=True)
class Limit:
    """A documented limit, per second or per minute.

    ``key`` names what it counts for (``{team_id}`` is filled from the call). ``at_once`` is how
    many calls may be under way at a time, 0 for any number. ``burst`` is how many calls may go at
    once after a pause, where the documented short window is wider than the sustained rate.
    """

    key: str
    per_second: float = 0
    per_minute: float = 0
    at_once: int = 0
    burst: int = 1

    @property
    def rate(self) -> float:
        """Calls per second that keep within it: 83 % of a limit per second, or a limit per minute
        in full.
        """
        return self.per_second * SUSTAINED if self.per_second else self.per_minute / 60


class Throttle:
    """All lanes of a process; ``replicas`` living ones share each limit."""

    def __init__(self) -> None:
        self.replicas = 1
        self._free_at: dict[str, float] = defaultdict(float)
        self._queues: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._places: dict[str, asyncio.Semaphore] = {}

    def share(self, replicas: int) -> None:
        """From now on this many living replicas share each limit."""
        self.replicas = max(1, replicas)

    async def turn(self, limit: Limit, key: str) -> None:
        """Wait until the lane ``key`` lets the next call through."""
        if not limit.rate:
            return
        async with self._queues[key]:
            gap = self.replicas / limit.rate
            await asyncio.sleep(self._free_at[key] - (limit.burst - 1) * gap - time.monotonic())
            # From the moment it really went, so that a busy process does not make up for lost time
            # with a burst.
            self._free_at[key] = max(time.monotonic(), self._free_at[key]) + gap

    def hold(self, key: str, seconds: float) -> None:
        """Let nothing through the lane ``key`` for so long: the service has said how long it wants
        to be left alone.
        """
        self._free_at[key] = max(self._free_at[key], time.monotonic() + seconds)

    @asynccontextmanager
    async def place(self, limit: Limit, key: str) -> AsyncIterator[None]:
        """Hold one of the lane's places while a call is under way; without ``at_once`` their number
        is unlimited.
        """
        if not limit.at_once:
            yield
            return
        gate = self._places.setdefault(key, asyncio.Semaphore(limit.at_once))
        async with gate:
            yield
