"""The matching in a process of its own, which ends with it: the server's memory stays small and nobody waits."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class ProcessMatcher:
    """See ``mentoring.ports.Matcher``."""

    async def match(self, call: Callable[[], T]) -> T:
        """Run the pure, picklable call in a fresh process."""
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            return await asyncio.get_running_loop().run_in_executor(pool, call)
