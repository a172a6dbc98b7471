"""The lanes of a process that is alone: in its memory."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping

from mentoring.ports.lanes import Taken, Turn, Wish, together


class OwnLanes:
    """The lanes of a single process, in its memory; see ``mentoring.ports.lanes.Lanes``."""

    def __init__(self) -> None:
        self._free_at: dict[str, float] = {}

    async def claim(self, wishes: Mapping[str, Wish]) -> Mapping[str, Turn]:
        """Claim places."""
        return {name: self._claimed(name, wish) for name, wish in wishes.items()}

    async def claim_together(self, wishes: Mapping[str, Wish]) -> Turn:
        """Claim a place that is the same moment in all of them."""
        now = time.monotonic()
        turn, taken = together(wishes, {name: await self.full_for(name) for name in wishes})
        self._keep({name: now + seconds for name, seconds in taken.items()})
        return turn

    def _claimed(self, name: str, wish: Wish) -> Turn:
        now = time.monotonic()
        taken = max(0.0, self._free_at.get(name, 0.0) - now)
        turn = wish.turn(taken)
        if turn.after:
            self._keep({name: now + taken + wish.takes})
        return turn

    def _keep(self, free_at: Mapping[str, float]) -> None:
        self._free_at.update(free_at)

    async def forget(self) -> None:
        """Let go of lanes that are free."""
        now = time.monotonic()
        self._free_at = {name: at for name, at in self._free_at.items() if at > now}

    async def hold(self, name: str, seconds: float) -> None:
        """Let nothing through for so long."""
        self._keep({name: max(self._free_at.get(name, 0.0), time.monotonic() + seconds)})

    async def full_for(self, name: str) -> float:
        """For how many seconds the lane is full."""
        return max(0.0, self._free_at.get(name, 0.0) - time.monotonic())

    async def take(self, names: Collection[str], seconds: float) -> Taken:
        """Take those that nobody has."""
        now = time.monotonic()
        free = [name for name in names if self._free_at.get(name, 0.0) <= now]
        taken = dict.fromkeys(free, now + seconds)
        self._keep(taken)
        return taken

    async def let_go(self, taken: Taken, seconds: float) -> None:
        """Somebody else may take these after ``seconds``, if they are not another's by now."""
        ours = [name for name, until in taken.items() if self._free_at.get(name) == until]
        self._keep(dict.fromkeys(ours, time.monotonic() + seconds))
