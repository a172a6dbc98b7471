"""Lanes that are held: a service has said how long it wants to be left alone."""

from __future__ import annotations

import asyncio
import time

from graph.limits import Limit
from mentoring.ports.lanes import Lanes
from mentoring.ports.repeating import WORTH_WAITING_SECONDS

KNOWN_SECONDS = 6.0
"""So long after its first sign of life all others know of a replica: each looks every five."""


class Holding:
    """Which lanes are held, as far as this process knows and, where several live, all replicas."""

    def __init__(self, lanes: Lanes) -> None:
        self.replicas = 1
        self._lanes = lanes
        self._known_at: float | None = None
        self._until: dict[str, float] = {}

    def share(self, replicas: int) -> None:
        """So many live, this one included."""
        self.replicas = max(1, replicas)
        if self._known_at is None:
            self._known_at = time.monotonic() + (KNOWN_SECONDS if self.replicas > 1 else 0.0)

    async def is_known(self) -> None:
        """Wait until all others know of this replica: one that was alone until then keeps what it
        has under way to itself.
        """
        await asyncio.sleep((self._known_at or 0.0) - time.monotonic())

    async def hold(self, limit: Limit, key: str, seconds: float) -> None:
        """Let nothing through the lane ``key`` for so long, in any replica."""
        until = time.monotonic() + seconds
        self._until[key] = max(self._until.get(key, 0.0), until)
        slack = limit.wish(1).slack if limit.rate else 0.0
        await self._lanes.hold(key, seconds + slack)

    async def over(self, limit: Limit, key: str) -> None:
        """Wait as long as the lane is held, by whichever replica.

        Raises:
            Throttled: it is not worth waiting for.
        """
        while wait := self.here(key) or await self._elsewhere(limit, key):
            worth_waiting(limit, wait)
            await asyncio.sleep(wait)

    def here(self, key: str) -> float:
        """For how many seconds it is held as far as this process knows; 0 if it is not."""
        wait = max(0.0, self._until.get(key, 0.0) - time.monotonic())
        if not wait:
            self._until.pop(key, None)
        return wait

    async def _elsewhere(self, limit: Limit, key: str) -> float:
        """The same as far as the other replicas know; one with a rate is claimed from them."""
        return 0.0 if limit.rate or self.replicas == 1 else await self._lanes.full_for(key)


def worth_waiting(limit: Limit, seconds: float) -> None:
    """Wait rather than come again later.

    Raises:
        Throttled: that is too long.
    """
    if seconds > WORTH_WAITING_SECONDS:
        raise limit.held(seconds)
