"""What a workflow has to do in this replica, and what it is given while it does it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from mentoring.domain.upkeep import Effect

T = TypeVar("T")
MOST = 100
"""So many effects one workflow is given altogether: then its log is to end."""


async def to_its_end(work: Awaitable[T]) -> T:
    """What a thread has begun, which nobody can call off: whoever is cancelled meanwhile ends only
    after it.
    """
    going_on = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(going_on)
    except asyncio.CancelledError:
        await asyncio.wait({going_on})
        raise


@dataclass
class Load:
    """What a workflow still has to do: so many ``effects`` of a ``queue``.

    One of several effects of a ``kind`` is given more while it is at work, because the engine's log
    of another workflow costs more than they do. ``is_unsure``: it may have been given some of which
    nobody here knows; it is given no more then.
    """

    queue: str
    kind: str = ""
    effects: int = 0
    is_unsure: bool = False
    _given: int = 0
    _kept_open: int = 0
    _waiting: list[Effect] = field(default_factory=list)
    _stirred: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def is_over(self) -> bool:
        """Whether nothing is left, and nothing more can come."""
        return not (self.effects or self.is_unsure or self._kept_open)

    @property
    def takes_more(self) -> bool:
        """Whether it may be given more."""
        return bool(self.kind) and self._given < MOST

    def give(self, effects: Iterable[Effect]) -> None:
        """Let it carry these out as well."""
        found = list(effects)
        self.effects += len(found)
        self._given += len(found)
        self._waiting += found
        self._stirred.set()

    @contextmanager
    def kept_open(self) -> Iterator[None]:
        """In the block it does not end, because it is being given more."""
        self._kept_open += 1
        try:
            yield
        except BaseException:
            self.is_unsure, self.kind = True, ""
            raise
        finally:
            self._kept_open -= 1
            self._stirred.set()

    async def work_off(self, carry_out: Callable[[Effect], Awaitable[None]]) -> None:
        """Carry out what it was given and is given meanwhile, all at the same time.

        Raises:
            Exception: one that ``carry_out`` has raised; the others have ended by then.
        """
        begun: list[asyncio.Task[None]] = []
        try:
            while self.effects or self._kept_open:
                self._stirred.clear()
                waiting, self._waiting = self._waiting, []
                begun += [asyncio.create_task(self._one(carry_out, each)) for each in waiting]
                await self._stirred.wait()
        finally:
            # Nothing goes on where the workflow is cancelled.
            for each in begun:
                each.cancel()
            await asyncio.gather(*begun, return_exceptions=True)
        for each in begun:
            each.result()

    async def _one(self, carry_out: Callable[[Effect], Awaitable[None]], effect: Effect) -> None:
        try:
            await carry_out(effect)
        finally:
            self.effects -= 1
            self._stirred.set()
