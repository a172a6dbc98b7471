"""Power cuts: a replica of the product is killed every so often, and starts again."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from contextlib import suppress

from sandbox.rehearse.product import Product


class Killer:
    """Kills as long as its `async with` lasts; `every` in seconds, 0 for never."""

    def __init__(
        self, product: Product, every: float, seed: int, say: Callable[[str], None]
    ) -> None:
        self._product = product
        self._every = every
        self._say = say
        self._chance = random.Random(seed)  # noqa: S311 - which replica is hit, not a secret
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Killer:
        if self._every:
            self._task = asyncio.create_task(self._kill_now_and_then())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    def check(self) -> None:
        """Raise ProductFailed if a killed replica did not come up again."""
        if self._task is not None and self._task.done():
            self._task.result()

    async def _kill_now_and_then(self) -> None:
        while True:
            await asyncio.sleep(self._every)
            replica = self._chance.choice(self._product.replicas)
            self._say(f"{replica.name} is killed and starts again.")
            await self._product.kill_and_restart(replica)
