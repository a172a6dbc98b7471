"""How many calls are under way at once: where several replicas live, each call holds one of so many
places in the database.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from graph.holding import Holding
from graph.limits import Limit
from graph.waiting import Gate
from mentoring.domain.errors import Unavailable
from mentoring.ports.lanes import Lanes, Taken

PLACE_SECONDS = 120.0
"""No call takes longer; so long a place stays taken at most, if nobody takes its replica over."""
LOOK_SECONDS = 0.1
"""How often it is looked whether a place has become free."""


class Places:
    """The places of all lanes of a process that has them; whoever waits for a lane that is held has
    none.
    """

    def __init__(self, lanes: Lanes, holding: Holding) -> None:
        self._lanes = lanes
        self._holding = holding
        self._gates: dict[str, Gate] = {}

    @asynccontextmanager
    async def place(self, limit: Limit, key: str) -> AsyncIterator[None]:
        """Hold one of the lane's places while a call is under way; without ``at_once`` their number
        is unlimited.

        Raises:
            Throttled: the lane is held for so long that it is not worth waiting for.
            Unavailable: the database that keeps the places is away.
        """
        if not limit.at_once:
            yield
            return
        async with await self._entered(limit, key):
            yield

    async def _entered(self, limit: Limit, key: str) -> AsyncExitStack:
        """A place, as soon as the lane is not held: who waits for that has none."""
        while True:
            await self._holding.over(limit, key)
            async with AsyncExitStack() as stack:
                await stack.enter_async_context(self._inside(limit, key))
                await stack.enter_async_context(self._shared(limit, key))
                if not self._holding.here(key):
                    return stack.pop_all()

    @asynccontextmanager
    async def _inside(self, limit: Limit, key: str) -> AsyncIterator[None]:
        """Be one of the few whom this process lets be under way at once."""
        gate = self._gates.setdefault(key, Gate())
        await gate.enter(lambda: limit.at_once)
        try:
            yield
        finally:
            await gate.leave()
            if gate.is_empty:
                self._gates.pop(key, None)

    @asynccontextmanager
    async def _shared(self, limit: Limit, key: str) -> AsyncIterator[None]:
        """Hold one of the places that all replicas have together; a single one needs none."""
        taken = await self._place(limit, key)
        try:
            yield
        finally:
            # Where the database is away, the place comes free by itself.
            with contextlib.suppress(Unavailable):
                await self._lanes.let_go(taken, 0)

    async def _place(self, limit: Limit, key: str) -> Taken:
        """Take a place for oneself, as soon as there is one; none once no other replica lives."""
        if self._holding.replicas == 1:
            return {}
        names = [f"{key} place {number}" for number in range(limit.at_once)]
        await self._holding.is_known()
        while self._holding.replicas > 1:
            for name in random.sample(names, len(names)):
                if taken := await self._lanes.take([name], PLACE_SECONDS):
                    return taken
            await asyncio.sleep(LOOK_SECONDS)
            await self._holding.over(limit, key)
        return {}
