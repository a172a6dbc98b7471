"""The services' limits, and how fast calls go that keep them."""

from __future__ import annotations

from dataclasses import dataclass

from mentoring.domain.errors import Throttled
from mentoring.ports.lanes import Turn, Wish

SUSTAINED = 0.83
USED = 0.99
"""So much of what a minute allows is used: of calls that take now longer, now less until they are
counted, one too many came into some minutes (``tests/graph/test_pacing.py``).
"""
AHEAD_SECONDS = 0.25
"""So much of a lane is claimed at once while more calls wait than fit into it."""


@dataclass(frozen=True)
class Limit:
    """A documented limit, per second or per minute.

    ``key`` names what it counts for (``{team_id}`` is filled from the call). ``at_once`` is how
    many calls may be under way at a time, 0 for any number. ``burst`` is how many calls may go at
    once after a pause, where the documented short window is wider than the sustained rate.
    ``in_time`` is the share of answers that count as no later than usual: whoever calls fewer of
    them usual keeps the limit more surely, and is slower where answers take now this long, now that
    (``graph/window.py``).
    """

    key: str
    per_second: float = 0
    per_minute: float = 0
    at_once: int = 0
    burst: int = 1
    in_time: float = 0.5

    @property
    def is_of_all(self) -> bool:
        """Whether it counts for the whole tenant rather than for one person, channel or team."""
        return "{" not in self.key

    @property
    def rate(self) -> float:
        """Calls per second that keep within it: nearly 83 % of a limit per second, or nearly all of
        one per minute.
        """
        return USED * (self.per_second * SUSTAINED if self.per_second else self.per_minute / 60)

    def wish(self, waiting: int) -> Wish:
        """What is claimed at once while so many calls wait."""
        return Wish(1 / self.rate, self.burst, min(waiting, self._most))

    @property
    def _most(self) -> int:
        """So many places are claimed at once at most."""
        return max(self.burst, int(self.rate * AHEAD_SECONDS))

    def held_for(self, turn: Turn) -> float:
        """For how many seconds the lane is held for sure, where a turn was refused: by claims
        alone it is never full for longer than the most that is claimed at once.
        """
        return turn.again - self.wish(self._most).takes

    def held(self, seconds: float) -> Throttled:
        """What whoever has to wait for so long is told."""
        return Throttled(f"{self.key} is held for {seconds:.0f} more seconds", seconds)
