"""The matching in a process of its own, kept warm: the server's memory stays small, and no button
waits for a start.

What computes is imported in that process alone, hence the late imports: SciPy would double the
server's memory.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import TypeVar

import structlog

from mentoring.domain.matching.compare import WhatIf
from mentoring.domain.matching.decisions import Decision
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.measurement.change import Change, Estimate, Sums, apart, pooled
from mentoring.domain.programme import Programme
from mentoring.ports.matcher import Inputs, Shown, Solved

T = TypeVar("T")
log = structlog.get_logger()


class ProcessMatcher:
    """See :class:`mentoring.ports.matcher.Matcher`.

    The process starts with the first matching, or when somebody looks at proposals, and stays until
    ``close``; one that has died is replaced once.
    """

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    async def solve(self, found: Inputs, programme: Programme) -> Solved:
        """The best tandems."""
        return await self._elsewhere(partial(_solve, found, programme))

    async def what_if(
        self, found: Inputs, shown: Shown, programme: Programme, change: Decision | MatchingSettings
    ) -> WhatIf:
        """What a decision, or other settings, would change."""
        return await self._elsewhere(partial(_what_if, found, shown, programme, change))

    async def changes(self, found: Sequence[Sums]) -> list[Change]:
        """The change that follows from each of the sums."""
        return await self._elsewhere(partial(_changes, found))

    async def differences(self, found: Sequence[tuple[Sums, Sums]]) -> list[Estimate]:
        """By how much more the first of each two groups has changed."""
        return await self._elsewhere(partial(_differences, found))

    def warm(self) -> None:
        """Start the process, if it is not there, without waiting for it."""
        if self._pool is None:
            self._pool = _started()

    def close(self) -> None:
        """End the process; what it computes is lost."""
        if self._pool:
            for process in (self._pool._processes or {}).values():  # noqa: SLF001 - it has no other way to stop a task
                process.terminate()
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    async def _elsewhere(self, call: Callable[[], T]) -> T:
        """Run the pure, picklable call in the process."""
        loop = asyncio.get_running_loop()
        self.warm()
        pool = self._pool
        try:
            return await loop.run_in_executor(pool, call)
        except BrokenProcessPool:
            log.warning("matching.process_died")
            if self._pool is pool:
                self._pool = _started()
            return await loop.run_in_executor(self._pool, call)


def _started() -> ProcessPoolExecutor:
    spawned = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(1, mp_context=spawned, initializer=_ready)
    pool.submit(os.getpid)
    return pool


def _ready() -> None:
    """Import what computes, and end with the server, even where that is killed."""
    server = multiprocessing.parent_process()
    if server:
        threading.Thread(target=_end_with, args=(server.join,), daemon=True).start()
    from mentoring.usecases.matching import solving  # noqa: F401 - to have it at hand


def _end_with(joined: Callable[[], None]) -> None:
    joined()
    os._exit(0)


def _solve(found: Inputs, programme: Programme) -> Solved:
    from mentoring.usecases.matching.solving import solve

    return solve(found, programme)


def _what_if(
    found: Inputs, shown: Shown, programme: Programme, change: Decision | MatchingSettings
) -> WhatIf:
    from mentoring.usecases.matching.solving import what_if

    return what_if(found, shown, programme, change)


def _changes(found: Sequence[Sums]) -> list[Change]:
    return [pooled(each) for each in found]


def _differences(found: Sequence[tuple[Sums, Sums]]) -> list[Estimate]:
    return [apart(*each) for each in found]
