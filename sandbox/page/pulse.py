"""A number that rises with everything that changes on anybody's screen, and a way to wait for
it.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress

from sandbox.state import TenantState


class Pulse:
    """Rises when something is written, booked or opened anywhere in the tenant, or when its clock
    is moved.
    """

    def __init__(self, state: TenantState) -> None:
        self.beats = 0
        self._moved = asyncio.Event()
        state.conversations.observers.append(self.beat)
        state.calendar_listeners.append(lambda _: self.beat())
        state.journal.observers.append(lambda exchange: self.beat() if exchange.effect else None)

    def beat(self) -> None:
        """Something has changed."""
        self.beats += 1
        self._moved.set()
        self._moved = asyncio.Event()

    async def after(self, since: int, seconds: float) -> int:
        """The present number, as soon as it is not ``since`` any more, at the latest after so many
        seconds.
        """
        if self.beats == since:
            try:
                async with asyncio.timeout(seconds):
                    await self._moved.wait()
            except TimeoutError:
                pass
        return self.beats

    async def still(self, seconds: float, at_most: float) -> None:
        """Wait until for so many seconds nothing has changed, or ``at_most`` so many."""
        with suppress(TimeoutError):
            async with asyncio.timeout(at_most):
                while await self.after(before := self.beats, seconds) != before:
                    pass
