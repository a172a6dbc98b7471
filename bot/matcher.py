"""The matching in a process of its own, which ends with it: the server's memory stays small and
nobody has to wait.

What computes is imported in that process alone, hence the late imports: SciPy would double the
server's memory.
"""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TypeVar

from mentoring.domain.matching.compare import WhatIf
from mentoring.domain.matching.decisions import Decision
from mentoring.domain.matching.settings import MatchingSettings
from mentoring.domain.programme import Programme
from mentoring.ports.matcher import Inputs, Shown, Solved

T = TypeVar("T")


class ProcessMatcher:
    """See :class:`mentoring.ports.matcher.Matcher`."""

    async def solve(self, found: Inputs, programme: Programme) -> Solved:
        """The best tandems."""
        return await _elsewhere(partial(_solve, found, programme))

    async def what_if(
        self, found: Inputs, shown: Shown, programme: Programme, change: Decision | MatchingSettings
    ) -> WhatIf:
        """What a decision, or other settings, would change."""
        return await _elsewhere(partial(_what_if, found, shown, programme, change))


async def _elsewhere(call: Callable[[], T]) -> T:
    """Run the pure, picklable call in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return await asyncio.get_running_loop().run_in_executor(pool, call)


def _solve(found: Inputs, programme: Programme) -> Solved:
    from mentoring.usecases.matching.solving import solve

    return solve(found, programme)


def _what_if(
    found: Inputs, shown: Shown, programme: Programme, change: Decision | MatchingSettings
) -> WhatIf:
    from mentoring.usecases.matching.solving import what_if

    return what_if(found, shown, programme, change)
