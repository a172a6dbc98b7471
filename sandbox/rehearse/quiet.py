"""Waiting until nothing happens any more: in the tenant, on people's screens, in the product. Seconds are wall clock."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from sandbox.journal import Exchange
from sandbox.state import TenantState

LOOK_SECONDS = 0.1
AFTER_A_REQUEST_SECONDS = 0.6
"""Who has just read something is about to do something."""
LONGEST_SECONDS = 60.0


class Quiet:
    """Watches a tenant from now on. `busy` says whether somebody is at work who has not done anything yet."""

    def __init__(self, state: TenantState, busy: Callable[[], bool]) -> None:
        self._busy = busy
        self._last_change = self._last_request = time.monotonic()
        state.journal.observers.append(self._on_exchange)
        state.conversations.observers.append(self._on_change)
        state.calendar_listeners.append(lambda _: self._on_change())

    async def settled(self, begin: float, pause: float, check: Callable[[], None]) -> bool:
        """Wait for `begin` seconds at least, and until nothing has happened for `pause` seconds; False if that took too long.

        `check` raises if waiting has become pointless.
        """
        since = time.monotonic()
        while time.monotonic() < since + LONGEST_SECONDS:
            check()
            if time.monotonic() >= since + begin and self._is_quiet(pause):
                return True
            # Quiet is the absence of events, of which nothing could tell.
            await asyncio.sleep(LOOK_SECONDS)
        return False

    def _is_quiet(self, pause: float) -> bool:
        now = time.monotonic()
        at_work = self._busy() or now - self._last_request < AFTER_A_REQUEST_SECONDS
        return not at_work and now - self._last_change >= pause

    def _on_exchange(self, exchange: Exchange) -> None:
        self._last_request = exchange.at_monotonic
        if exchange.effect:
            self._on_change()

    def _on_change(self) -> None:
        self._last_change = time.monotonic()
