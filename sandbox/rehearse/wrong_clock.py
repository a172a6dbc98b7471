"""One replica's clock is wrong: it is off all the time, or jumps to and fro."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass

from sandbox.clock import Clock


@dataclass
class WrongClock:
    """The clock called `name` is off by `seconds` (0: never), as long as the `async with` lasts; it
    is right and wrong in turns if it `jumps` every so many seconds (0: it does not).
    """

    clock: Clock
    name: str
    seconds: float
    jumps: float
    _task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> WrongClock:
        self.clock.lead(self.name, self.seconds)
        if self.seconds and self.jumps:
            self._task = asyncio.create_task(self._jump())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        self.clock.lead(self.name, 0.0)

    async def _jump(self) -> None:
        ahead = self.seconds
        while True:
            await asyncio.sleep(self.jumps)
            ahead = self.seconds - ahead
            self.clock.lead(self.name, ahead)
