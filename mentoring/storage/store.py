"""The database behind two methods: ``run(unit)`` is one short synchronous transaction in a worker
thread, ``read(unit)`` one that only reads.

Units on PostgreSQL may conflict: they wait for rows that another one has locked, and a unit that
wrote back something that has changed since it was read runs again (``mentoring/storage/rows.py``).
SQLite has one writer, so units never conflict there.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from cryptography.fernet import InvalidToken
from sqlalchemy import Connection, Engine, Text, cast, or_, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, SQLAlchemyError

from mentoring.storage import tables
from mentoring.storage.away import told_as_outside
from mentoring.storage.engines import (
    READERS,
    STATERS,
    WRITERS,
    engine_for,
    impatient,
    reading,
    stating,
)
from mentoring.storage.rows import Overtaken
from mentoring.storage.shape import SEALED, Shape
from mentoring.storage.unit import ENTITIES, SqlUnitOfWork, unit_of_work

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

T = TypeVar("T")
SEALED_AT_ONCE = 100
PATIENCE_SECONDS = 8.0
"""For this long a unit in conflict is run again: Teams gives up waiting for the answer to a click a
little later.
"""
MET = {"40001", "40P01", "23505"}
"""PostgreSQL's codes for a serialization failure, a deadlock, and an id that somebody else has just
taken.
"""


class SqlStore:
    """The database; see ``mentoring.ports.rows.Store``.

    Each method raises ``Unavailable`` while the database is away or its disk full; a unit that met
    this has changed nothing, or everything.

    ``cipher`` encrypts what belongs to its author alone.

    ``conflicts`` counts how often a unit had to run again.
    """

    def __init__(self, url: str, cipher: MultiFernet) -> None:
        self.engine = engine_for(url)
        self._reading = reading(self.engine)
        self._impatient = impatient(self.engine)
        self._stating = stating(self.engine)
        self._shapes: dict[str, Shape[Any]] = {
            name: Shape(tables.metadata.tables[name], entity, cipher, self.engine.dialect.name)
            for name, entity in ENTITIES.items()
        }
        self._shared = self.engine.dialect.name != "sqlite"
        self._writers = ThreadPoolExecutor(
            WRITERS if self._shared else 1, thread_name_prefix="store"
        )
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="store-read")
        self._staters = (
            ThreadPoolExecutor(STATERS, thread_name_prefix="store-state")
            if self._shared
            else self._writers
        )
        self.conflicts = 0

    def telling(self) -> AbstractContextManager[None]:
        """What the database refuses in the block because it is away is told as ``Unavailable``."""
        return told_as_outside()

    async def run(self, unit: Callable[[SqlUnitOfWork], T]) -> T:
        """Run ``unit`` in one transaction; after a conflict with another one it runs again."""
        return await asyncio.get_running_loop().run_in_executor(self._writers, self.run_now, unit)

    async def read(self, unit: Callable[[SqlUnitOfWork], T]) -> T:
        """Run a ``unit`` that only reads, on everything as it stands at one moment."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self.read_now, unit)

    async def skim(self, unit: Callable[[SqlUnitOfWork], T]) -> T:
        """``read`` for a few rows; SQLite is read in the calling thread, which is quicker than
        waking another one.
        """
        return await self.read(unit) if self._shared else self.read_now(unit)

    async def glance(self, unit: Callable[[SqlUnitOfWork], T]) -> T:
        """``skim`` for a unit that asks one question: on PostgreSQL it needs no transaction, which
        would be two more round trips.
        """
        if not self._shared:
            return self.read_now(unit)
        return await asyncio.get_running_loop().run_in_executor(
            self._readers,
            self._direct,
            lambda connection: unit(unit_of_work(connection, self._shapes, locks=False)),
        )

    async def brief(self, unit: Callable[[SqlUnitOfWork], T]) -> T:
        """``run`` for a unit of a few rows; on SQLite in the calling thread, unless somebody else
        is writing, because handing it to another thread costs more.
        """
        if self._impatient is None:
            return await self.run(unit)
        try:
            with told_as_outside(), self._impatient.begin() as connection:
                return unit(unit_of_work(connection, self._shapes, locks=False))
        except DBAPIError as error:
            if not _conflict(error):
                raise
        return await self.run(unit)

    async def at_once(self, job: Callable[[Connection], T]) -> T:
        """Run a few statements of which each stands for itself; on SQLite as ``brief`` does."""
        if self._impatient is not None:
            try:
                with told_as_outside(), self._impatient.begin() as connection:
                    return job(connection)
            except DBAPIError as error:
                if not _conflict(error):
                    raise
        return await asyncio.get_running_loop().run_in_executor(self._staters, self._direct, job)

    async def in_one(self, job: Callable[[Connection], T]) -> T:
        """Run a few statements in one transaction, like a unit; on SQLite as ``brief`` does."""
        if self._impatient is not None:
            return await self.at_once(job)
        return await asyncio.get_running_loop().run_in_executor(self._staters, self._whole, job)

    def _direct(self, job: Callable[[Connection], T]) -> T:
        with told_as_outside(), self._stating.begin() as connection:
            return job(connection)

    def run_now(self, unit: Callable[[SqlUnitOfWork], T]) -> T:
        """``run`` in the calling thread."""
        return self._whole(
            lambda connection: unit(unit_of_work(connection, self._shapes, locks=self._shared))
        )

    def _whole(self, job: Callable[[Connection], T]) -> T:
        """Run it in one transaction, and after a conflict with another one again."""
        until = time.monotonic() + PATIENCE_SECONDS
        for attempt in itertools.count():
            try:
                with told_as_outside(), self.engine.begin() as connection:
                    return job(connection)
            except (DBAPIError, Overtaken) as error:
                if not _conflict(error) or time.monotonic() > until:
                    raise
                self.conflicts += 1
                _pause(attempt)
        raise AssertionError("unreachable: the last attempt returns or raises")

    def read_now(self, unit: Callable[[SqlUnitOfWork], T]) -> T:
        """``read`` in the calling thread."""
        with told_as_outside(), self._reading.begin() as connection:
            return unit(unit_of_work(connection, self._shapes, locks=False))

    def seal(self) -> int:
        """Encrypt what earlier versions stored unencrypted; returns how many rows there were."""
        found = 0
        for name, shape in self._shapes.items():
            keys = self._open(shape)
            found += len(keys)
            for first in range(0, len(keys), SEALED_AT_ONCE):
                self.run_now(partial(_put_again, name, keys[first : first + SEALED_AT_ONCE]))
        return found

    def opens(self) -> bool:
        """Whether the keys open what is stored encrypted: one row of each table is read."""
        try:
            self.read_now(lambda uow: [getattr(uow, name).first() for name in self._encrypted])
        except InvalidToken:
            return False
        return True

    @property
    def _encrypted(self) -> list[str]:
        return [name for name, shape in self._shapes.items() if shape.secret or shape.sealed]

    def _open(self, shape: Shape[Any]) -> list[str]:
        """The ids of the rows in which something lies open that is to be sealed."""
        table = shape.table
        unsealed = [~cast(table.c[name], Text).contains(SEALED) for name in shape.sealed]
        if not unsealed:
            return []
        with told_as_outside(), self._reading.begin() as connection:
            return [key for (key,) in connection.execute(select(table.c.id).where(or_(*unsealed)))]

    @property
    def writing(self) -> list[Engine]:
        """The engines through which units write."""
        return [self.engine] if self._impatient is None else [self.engine, self._impatient]

    @property
    def engines(self) -> list[Engine]:
        """All engines for the database, each with connections of its own."""
        return [*dict.fromkeys([*self.writing, self._reading, self._stating])]

    async def answers(self) -> bool:
        """Whether the database answers at this moment."""
        return await asyncio.to_thread(self._answers)

    def _answers(self) -> bool:
        try:
            with self.engine.connect() as connection:
                return connection.execute(text("SELECT 1")).scalar() == 1
        except SQLAlchemyError:
            return False

    def close(self) -> None:
        """Let go of threads and connections."""
        self._writers.shutdown(wait=True)
        self._readers.shutdown(wait=True)
        self._staters.shutdown(wait=True)
        for engine in self.engines:
            engine.dispose()


def _put_again(name: str, keys: list[str], uow: SqlUnitOfWork) -> None:
    """Write the rows as they are."""
    rows = getattr(uow, name)
    rows.put_all(rows.hold(keys))


def _conflict(error: Exception) -> bool:
    """Whether two transactions conflicted, so that the unit can run again."""
    if isinstance(error, Overtaken):
        return True
    if not isinstance(error, DBAPIError):
        return False
    said = str(error.orig)
    locked = isinstance(error, OperationalError) and "locked" in said
    taken = isinstance(error, IntegrityError) and "UNIQUE" in said
    return locked or taken or getattr(error.orig, "sqlstate", "") in MET


def _pause(attempt: int) -> None:
    time.sleep(random.uniform(0, 0.01 * 2 ** min(attempt, 6)))  # noqa: S311 - jitter, nothing secret
