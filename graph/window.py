"""When the calls of a lane were probably counted by the service that limits them."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

LATE_SECONDS = 0.1
"""So much later than usual is late: where 83 % of a limit are used, they leave 0.2 seconds for what
comes late, half of it here, half on the way.
"""
SECOND = 1.05
"""For so long the calls of a second are reckoned: its answer tells to some hundredths of a second
only when a call was counted, and the next one may be quicker on its way.
"""
STEP = 1.05
"""By so much at most the usual time of an answer shrinks with each that is faster."""


@dataclass
class Gone:
    """A call that went, and after how many seconds it was answered (None: not yet)."""

    went: float
    took: float | None = None


class Window:
    """The last calls of a lane, as many as its limit allows in a second.

    Whoever spaces only what they send meets the limit all the same where the service, or the way
    there, was stuck for a moment: what came late there stands close to what follows. So a call
    whose answer takes longer than usual was probably counted as much later. Usual is what
    ``in_time`` (a share) of the answers do not exceed.

    ``replicas`` is how many processes call: of others' calls nothing is known here.
    """

    def __init__(self, per_second: float, in_time: float = 0.5) -> None:
        self._most = max(1, int(per_second))
        self._growth = STEP ** (in_time / (1 - in_time))
        self._last: deque[Gone] = deque(maxlen=self._most)
        self._usual: float | None = None
        self.replicas = 1

    def note(self) -> Gone:
        """A call goes."""
        gone = Gone(time.monotonic())
        self._last.append(gone)
        return gone

    def answered(self, gone: Gone, *, served: bool) -> None:
        """It was answered; what was refused says nothing about how long it takes to be served."""
        took = gone.took = time.monotonic() - gone.went
        if served and self._usual is None:
            self._usual = took
        elif served and self._usual is not None:
            faster, slower = self._usual / STEP, self._usual * self._growth
            self._usual = min(max(took, faster), slower)

    @property
    def closed_for(self) -> float:
        """For how many seconds no other call may go."""
        now = time.monotonic()
        counted = [self._counted(each, now) for each in self._last]
        whole = min(counted) + SECOND - now if len(counted) == self._most else 0.0
        return max(whole, self._closed_beside_others(counted, now))

    def _closed_beside_others(self, counted: Sequence[float], now: float) -> float:
        """The same where one of the last calls came late: what others sent meanwhile did so, too,
        so only this process's share may be counted within a second.
        """
        share = max(1, self._most // self.replicas)
        late = [at - gone.went > LATE_SECONDS for gone, at in zip(self._last, counted, strict=True)]
        if self.replicas == 1 or len(counted) < share or not any(late[-share:]):
            return float("-inf")
        return min(counted[-share:]) + SECOND - now

    def _counted(self, gone: Gone, now: float) -> float:
        """When the call was probably counted (monotonic)."""
        took = now - gone.went if gone.took is None else gone.took
        return gone.went + (0.0 if self._usual is None else max(0.0, took - self._usual))
