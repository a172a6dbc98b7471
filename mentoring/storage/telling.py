"""A store that tells what was written, so that nobody has to poll for it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import event

from mentoring.storage import written

if TYPE_CHECKING:
    from mentoring.ports.rows import UnitOfWork
    from mentoring.storage.store import SqlStore

T = TypeVar("T")
Heard = Callable[[frozenset[str]], None]


class TellingStore:
    """See ``mentoring.ports.rows.Store``.

    ``heard`` is called after each unit with the names of the tables that it wrote: on the event
    loop, in the task that ran the unit, once the unit is committed.
    """

    def __init__(self, store: SqlStore) -> None:
        self.heard: Heard = _nobody
        self._store = store
        for engine in store.writing:
            event.listen(engine, "after_cursor_execute", _note)

    def telling(self) -> AbstractContextManager[None]:
        """What the database refuses in the block because it is away is told as ``Unavailable``."""
        return self._store.telling()

    async def run(self, unit: Callable[[UnitOfWork], T]) -> T:
        """Run ``unit`` in one transaction, and say what it wrote."""
        return self._tell(*await self._store.run(self._noting(unit)))

    async def brief(self, unit: Callable[[UnitOfWork], T]) -> T:
        """The same for a ``unit`` of a few rows."""
        return self._tell(*await self._store.brief(self._noting(unit)))

    def _noting(
        self, unit: Callable[[UnitOfWork], T]
    ) -> Callable[[UnitOfWork], tuple[T, frozenset[str]]]:
        """The unit, made to return the names of the tables that it wrote, too."""

        def noted(uow: UnitOfWork) -> tuple[T, frozenset[str]]:
            written.begin()
            return unit(uow), written.so_far()

        return noted

    def _tell(self, result: T, tables: frozenset[str]) -> T:
        if tables:
            self.heard(tables)
        return result

    async def read(self, unit: Callable[[UnitOfWork], T]) -> T:
        """Run a ``unit`` that only reads."""
        return await self._store.read(unit)

    async def skim(self, unit: Callable[[UnitOfWork], T]) -> T:
        """Run a ``unit`` that reads only a few rows."""
        return await self._store.skim(unit)

    async def glance(self, unit: Callable[[UnitOfWork], T]) -> T:
        """Run a ``unit`` that asks one question."""
        return await self._store.glance(unit)


def _note(
    _connection: object,
    _cursor: object,
    _text: str,
    _values: object,
    context: Any,  # noqa: ANN401 - SQLAlchemy's signature
    _many: bool,
) -> None:
    if context.isinsert or context.isupdate or context.isdelete:
        written.note(context.compiled.statement.table.name)


def _nobody(_tables: frozenset[str]) -> None:
    """Nobody listens yet."""
