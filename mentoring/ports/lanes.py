"""How fast one may go, whoever else goes: a lane is one place in the database, so its limit holds
over all replicas, however the work is spread.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

SOON = 1.0
"""Places are claimed at most so many seconds ahead, so that whoever is asked to wait keeps
everybody waiting.
"""


WASTED = 0.02
"""So many seconds of the widest lane may pass unused because a call still waits for another one."""
Taken = Mapping[str, float]
"""Lanes that were taken, each with the moment until which: by that the taking is known again."""


@dataclass(frozen=True)
class Turn:
    """When one's places in a lane come: after so many seconds each.

    There are none if the lane is taken for long; then ask once more after ``again`` seconds. ``by``
    is the lane that is waited for, where there are several.
    """

    after: tuple[float, ...] = ()
    again: float = 0.0
    by: str = ""


@dataclass(frozen=True)
class Wish:
    """Places wanted in a lane.

    ``gap`` is the time between two of them in the long run (seconds), ``burst`` how many may go at
    once after a pause.
    """

    gap: float
    burst: int = 1
    places: int = 1

    @property
    def slack(self) -> float:
        """By how many seconds a burst is ahead of the long run."""
        return (self.burst - 1) * self.gap

    @property
    def takes(self) -> float:
        """For how many seconds these places fill the lane."""
        return self.places * self.gap

    def turn(self, taken: float) -> Turn:
        """What is got in a lane that is taken for ``taken`` seconds."""
        first = taken - self.slack
        if first > SOON:
            return Turn(again=first - SOON / 2)
        return Turn(tuple(max(0.0, first + place * self.gap) for place in range(self.places)))


def together(wishes: Mapping[str, Wish], taken: Mapping[str, float]) -> tuple[Turn, Taken]:
    """The moment at which one call may go in all these lanes, of which each is taken for so many
    seconds, and for how long each is taken then; no moment as long as the widest would pass unused
    because of another one.
    """
    waits = {name: max(0.0, taken[name] - wish.slack) for name, wish in wishes.items()}
    last = max(waits, key=lambda name: waits[name])
    widest = min(wishes, key=lambda name: wishes[name].gap)
    at = waits[last]
    if at > SOON:
        return Turn(again=at - SOON / 2, by=last), {}
    if at - waits[widest] > WASTED:
        return Turn(again=at, by=last), {}
    return Turn((at,)), {name: max(taken[name], at) + wish.gap for name, wish in wishes.items()}


class Lanes(Protocol):
    """The lanes of all replicas, by name; each method is one short transaction, by the database's
    clock.

    Raises:
        Unavailable: the database is away.
    """

    async def claim(self, wishes: Mapping[str, Wish]) -> Mapping[str, Turn]:
        """Claim places in these lanes."""
        ...

    async def claim_together(self, wishes: Mapping[str, Wish]) -> Turn:
        """Claim one place that is the same moment in all these lanes."""
        ...

    async def hold(self, name: str, seconds: float) -> None:
        """Let nothing through the lane for so long."""
        ...

    async def full_for(self, name: str) -> float:
        """For how many seconds the lane is full; 0 if it is free."""
        ...

    async def take(self, names: Collection[str], seconds: float) -> Taken:
        """Take for oneself those that nobody has, for ``seconds`` unless they are let go before."""
        ...

    async def forget(self) -> None:
        """Let go of what is kept about lanes that have long been free."""
        ...

    async def let_go(self, taken: Taken, seconds: float) -> None:
        """Somebody else may take these after ``seconds``; what was taken for too long may be
        another's by now, and stays so.
        """
        ...
