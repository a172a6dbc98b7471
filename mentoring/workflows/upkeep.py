"""What goes on by itself: effects are started, cards brought up to date, timers fired, signs of life given."""

from __future__ import annotations

import asyncio
import contextlib
import functools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog

from mentoring.domain.errors import OutsideError
from mentoring.ports.world import World
from mentoring.usecases.common.postings import behind, show_anew
from mentoring.usecases.common.timers import fire_due
from mentoring.workflows.engine import Engine

log = structlog.get_logger()
BEAT_SECONDS = 5.0
LOOK_SECONDS = 1.0


@dataclass
class Upkeep:
    """The loops of one replica. ``stir`` makes them look at once; otherwise they look every second."""

    world: World
    engine: Engine
    _stirred: dict[str, asyncio.Event] = field(default_factory=dict)
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)
    _showing: dict[str, asyncio.Task[None]] = field(default_factory=dict)

    def stir(self) -> None:
        """Something was written: look now."""
        for event in self._stirred.values():
            event.set()

    def start(self) -> None:
        """Begin all loops on the running event loop."""
        self._begin("effects", self._effects, LOOK_SECONDS)
        self._begin("cards", self._cards, LOOK_SECONDS)
        self._begin("timers", self._timers, LOOK_SECONDS)
        self._begin("beat", self.engine.beat, BEAT_SECONDS)

    async def stop(self) -> None:
        """End all loops."""
        ending = [*self._tasks, *self._showing.values()]
        for task in ending:
            task.cancel()
        await asyncio.gather(*ending, return_exceptions=True)

    def _begin(self, name: str, look: Callable[[], Awaitable[object]], pause: float) -> None:
        event = self._stirred.setdefault(name, asyncio.Event())
        self._tasks.append(asyncio.create_task(self._repeat(name, look, event, pause), name=name))

    async def _repeat(self, name: str, look: Callable[[], Awaitable[object]], event: asyncio.Event, pause: float) -> None:
        while True:
            event.clear()
            try:
                await look()
            except OutsideError as error:
                log.warning("upkeep.outside", loop=name, error=type(error).__name__, text=str(error))
                await asyncio.sleep(pause)
            except Exception:
                log.exception("upkeep.failed", loop=name)
                await asyncio.sleep(pause)
            # Not asyncio.wait_for: before Python 3.12 it swallows a cancellation that comes in the moment of the event.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await event.wait()

    async def _effects(self) -> None:
        while await self.engine.reconcile():
            pass

    async def _cards(self) -> None:
        """Each message on its own, so that a slow conversation holds up no other."""
        for posting in await self.world.run(behind):
            if posting.id not in self._showing:
                task = asyncio.create_task(show_anew(self.world, posting))
                self._showing[posting.id] = task
                task.add_done_callback(functools.partial(self._shown, posting.id))

    def _shown(self, posting_id: str, task: asyncio.Task[None]) -> None:
        del self._showing[posting_id]
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            self._stirred["cards"].set()
        elif isinstance(error, OutsideError):
            log.warning("card.behind", posting=posting_id, error=type(error).__name__)
        else:
            log.error("card.failed", posting=posting_id, exc_info=error)

    async def _timers(self) -> None:
        if await fire_due(self.world):
            self.stir()
