"""Where everything is stored."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

from mentoring.ports.rows.unit import UnitOfWork

T = TypeVar("T")


class Store(Protocol):
    """Where everything is stored."""

    async def run(self, unit: Callable[[UnitOfWork], T]) -> T:
        """Run ``unit`` in one transaction and commit; it may run again after a conflict, so it only
        reads and writes rows.
        """
        ...

    async def brief(self, unit: Callable[[UnitOfWork], T]) -> T:
        """``run`` for a unit of a few rows; while it runs, it may hold up everything else."""
        ...

    async def read(self, unit: Callable[[UnitOfWork], T]) -> T:
        """Run a ``unit`` that only reads, on everything as it stands at one moment; it waits for
        nobody and holds up nobody.
        """
        ...

    async def skim(self, unit: Callable[[UnitOfWork], T]) -> T:
        """The same for a few rows by their ids; while it runs, it may hold up everything
        else.
        """
        ...

    async def glance(self, unit: Callable[[UnitOfWork], T]) -> T:
        """The same for a unit that asks one question: each is answered as things stand then."""
        ...

    def telling(self) -> AbstractContextManager[None]:
        """What the database refuses within the block to others than units (the engine's log stands
        in it as well) because it is away is told as ``Unavailable``.
        """
        ...
