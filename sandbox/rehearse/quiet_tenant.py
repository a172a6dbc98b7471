"""Waiting until nothing happens any more: in the tenant, on people's screens, in the product.

Seconds are wall clock.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from sandbox.journal import Exchange
from sandbox.rehearse.waiting import Patience, Stuck
from sandbox.state import TenantState

LOOK_SECONDS = 0.1
AFTER_A_REQUEST_SECONDS = 0.6
"""Who has just read something is about to do something."""
LABOURING_TIMES = 10
"""So much longer nothing has to happen while the product computes: on a busy machine it may be a
while between two acts.
"""


class QuietTenant:
    """Watches a tenant from now on.

    `busy` says whether somebody is at work who has not done anything yet, `labouring` whether the
    product computes.
    """

    def __init__(
        self,
        state: TenantState,
        busy: Callable[[], bool],
        patience: Patience,
        labouring: Callable[[], bool] = lambda: False,
    ) -> None:
        self._busy = busy
        self._labouring = labouring
        self._patience = patience
        self._last_change = self._last_request = time.monotonic()
        state.journal.observers.append(self._on_exchange)
        state.conversations.observers.append(self._on_change)
        state.calendar_listeners.append(lambda _: self._on_change())

    async def settled(self, begin: float, pause: float) -> None:
        """Wait for `begin` seconds at least, and until nothing has happened for `pause` seconds.

        Raises:
            Stuck: it does not become quiet within what a phase may take.
        """
        since = time.monotonic()
        while time.monotonic() < since + self._patience.seconds:
            self._patience.check()
            if time.monotonic() >= since + begin and self.is_idle(pause):
                return
            # Quiet is the absence of events, which no event can announce: so look again and again.
            await asyncio.sleep(LOOK_SECONDS)
        raise Stuck(f"Waited {self._patience.seconds:.0f} s in vain: nothing happens any more.")

    def is_idle(self, pause: float) -> bool:
        """Whether nothing has happened for so many seconds, and nobody is at work."""
        now = time.monotonic()
        calm = now - self._last_change
        if calm < pause or now - self._last_request < AFTER_A_REQUEST_SECONDS or self._busy():
            return False
        return calm >= pause * LABOURING_TIMES or not self._labouring()

    def is_resting(self, pause: float) -> bool:
        """The same, and the product computes nothing, however long it has been computing: days
        must not pass while it matches thousands.
        """
        return self.is_idle(pause) and not self._labouring()

    def _on_exchange(self, exchange: Exchange) -> None:
        self._last_request = exchange.at_monotonic
        if exchange.effect:
            self._on_change()

    def _on_change(self) -> None:
        self._last_change = time.monotonic()
