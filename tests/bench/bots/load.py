"""So many senders at once, and what their turns cost a server, as the operating system says."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from sandbox.rehearse.usage import Meter

Turn = Callable[[], Awaitable[None]]
WARM_UP = 4
TEAMS_PACE = 41.5
"""Calls a second that Teams takes from one app over time: five sixths of fifty, which is the pace
of ours.
"""


@dataclass(frozen=True)
class Figures:
    """Some turns: wall clock and processor time of all of them, how long each sender waited (s)."""

    seconds: float
    cpu_seconds: float
    waited: tuple[float, ...]

    @property
    def cpu_ms(self) -> float:
        """Processor time of a turn in milliseconds."""
        return 1000 * self.cpu_seconds / len(self.waited)

    @property
    def rate(self) -> float:
        """Turns a second."""
        return len(self.waited) / self.seconds

    def wait_ms(self, share: float) -> float:
        """How long a sender waited at most in this share of the turns, in milliseconds."""
        return 1000 * sorted(self.waited)[min(int(share * len(self.waited)), len(self.waited) - 1)]


class Pace:
    """Lets so many turns a second through, evenly."""

    def __init__(self, a_second: float) -> None:
        self._gap = 1 / a_second
        self._free_at = 0.0

    def kept(self, turn: Turn) -> Turn:
        """The turn, when its time has come."""

        async def paced() -> None:
            now = time.monotonic()
            self._free_at = max(self._free_at + self._gap, now)
            await asyncio.sleep(self._free_at - now)
            await turn()

        return paced


async def measured(meter: Meter, senders: Sequence[Turn], rounds: int) -> Figures:
    """All senders at once, each so many turns one after another; the first few are not counted."""
    await _played(senders, WARM_UP)
    began, used = time.monotonic(), meter.sample()
    waited = await _played(senders, rounds)
    return Figures(time.monotonic() - began, meter.sample() - used, waited)


async def _played(senders: Sequence[Turn], rounds: int) -> tuple[float, ...]:
    return tuple(itertools.chain(*await asyncio.gather(*(_one(turn, rounds) for turn in senders))))


async def _one(turn: Turn, rounds: int) -> list[float]:
    found = []
    for _ in range(rounds):
        began = time.monotonic()
        await turn()
        found.append(time.monotonic() - began)
    return found
