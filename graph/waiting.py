"""Those who wait in this process: for a place in a lane, or to be one of the few under way."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Queue:
    """The calls that wait for a place in a lane."""

    waiting: deque[asyncio.Future[None]] = field(default_factory=deque)
    pump: asyncio.Task[None] | None = None
    last: float = float("-inf")

    @property
    def size(self) -> int:
        """How many of them still wait."""
        while self.waiting and self.waiting[0].done():
            self.waiting.popleft()
        return sum(not each.done() for each in self.waiting)

    def let_one_through(self) -> None:
        """Whoever has waited longest goes."""
        while self.waiting:
            first = self.waiting.popleft()
            if not first.done():
                first.set_result(None)
                return

    def fail(self, error: BaseException) -> None:
        """Nobody can say when they may go."""
        while self.waiting:
            each = self.waiting.popleft()
            if not each.done():
                each.set_exception(error)


@dataclass
class Gate:
    """Behind which only so many calls are at a time."""

    inside: int = 0
    wanting: int = 0
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def enter(self, most: Callable[[], int]) -> None:
        """Wait until fewer than ``most()`` are inside."""
        self.wanting += 1
        try:
            async with self.changed:
                await self.changed.wait_for(lambda: self.inside < most())
                self.inside += 1
        finally:
            self.wanting -= 1

    async def leave(self) -> None:
        """Make room for one."""
        async with self.changed:
            self.inside -= 1
            self.changed.notify()

    @property
    def is_empty(self) -> bool:
        """Whether nobody is inside or wants to be."""
        return not self.inside and not self.wanting
