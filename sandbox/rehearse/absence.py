"""The database is away once, in the launch: a server is stopped and started again, a file cannot
grow because its disk is full.
"""

from __future__ import annotations

import asyncio
import resource
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from sandbox.rehearse.databases import Server

FULL_AT_BYTES = 512 * 1024
"""Less than the product's file and its log of writes (WAL) have in a launch, more than its log has:
what it says does not lie on the disk that is full.
"""
BEFORE_SECONDS = 1.0


class Outage(Protocol):
    """How a database goes away and comes back."""

    async def begin(self) -> None:
        """From now on it does not answer, or takes nothing more."""
        ...

    async def end(self) -> None:
        """It is as it was before."""
        ...


@dataclass(frozen=True)
class Stopped:
    """A server that is stopped in the middle of everything."""

    server: Server

    async def begin(self) -> None:
        """Stop it; whoever is connected is thrown out."""
        await asyncio.to_thread(self.server.stop)

    async def end(self) -> None:
        """Start it again, on the same socket."""
        await asyncio.to_thread(self.server.start)


@dataclass(frozen=True)
class Full:
    """A disk that is full for these processes: no file of theirs grows over a limit (EFBIG instead
    of ENOSPC, which SQLite tells alike) [man7.org: setrlimit(2), RLIMIT_FSIZE].
    """

    processes: Callable[[], Iterable[int]]

    async def begin(self) -> None:
        """From now on no file of theirs grows."""
        self._limit(FULL_AT_BYTES)

    async def end(self) -> None:
        """There is room again."""
        self._limit(resource.RLIM_INFINITY)

    def _limit(self, most: int) -> None:
        for pid in self.processes():
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


class Absence:
    """Makes the database go away once; `seconds` is 0 for never."""

    def __init__(self, outage: Outage, seconds: float, say: Callable[[str], None]) -> None:
        self._outage = outage
        self._seconds = seconds
        self._say = say
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """It goes away in a moment, unless it was away already."""
        if self._seconds and self._task is None:
            self._task = asyncio.create_task(self._pass())

    @property
    def is_over(self) -> bool:
        """Whether the database is there, and need not go away any more. Raises what went wrong."""
        if self._task is not None and self._task.done():
            self._task.result()
        return self._task is None or self._task.done()

    async def _pass(self) -> None:
        await asyncio.sleep(BEFORE_SECONDS)
        self._say(f"The database is away for {self._seconds:g} s.")
        await self._outage.begin()
        try:
            await asyncio.sleep(self._seconds)
        finally:
            await self._outage.end()
        self._say("The database is there again.")
