"""The database behind one method: ``run(unit)`` is one short synchronous transaction in a worker thread.

SQLite: WAL, IMMEDIATE transactions, one writer thread. PostgreSQL: SERIALIZABLE, and a unit that meets a conflict runs again.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from mentoring.domain.closing import Closing
from mentoring.domain.enrolment import Enrolment
from mentoring.domain.invitation import Invite
from mentoring.domain.kickoff import Kickoff, Seat
from mentoring.domain.match_run import MatchRun, OwnerDecision
from mentoring.domain.people import Person
from mentoring.domain.poll import Poll
from mentoring.domain.posting import Posting
from mentoring.domain.session import Session
from mentoring.domain.tandem import Launch, Pair, Proposal, Tandem
from mentoring.domain.upkeep import Effect, Fact, Heartbeat, Timer
from mentoring.domain.watching import Absence, Watch
from mentoring.storage import tables
from mentoring.storage.rows import Shape, SqlRows

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

T = TypeVar("T")
ENTITIES: dict[str, type] = {
    "people": Person,
    "enrolments": Enrolment,
    "invites": Invite,
    "runs": MatchRun,
    "proposals": Proposal,
    "decisions": OwnerDecision,
    "tandems": Tandem,
    "sessions": Session,
    "pairs": Pair,
    "launches": Launch,
    "polls": Poll,
    "watches": Watch,
    "absences": Absence,
    "closings": Closing,
    "kickoffs": Kickoff,
    "seats": Seat,
    "postings": Posting,
    "effects": Effect,
    "timers": Timer,
    "facts": Fact,
    "heartbeats": Heartbeat,
}
ATTEMPTS = 12


def engine_for(url: str) -> Engine:
    """An engine for ``sqlite:///…`` or ``postgresql://…``; other databases are refused by SQLAlchemy itself."""
    if not url.startswith("sqlite"):
        return create_engine(with_driver(url), isolation_level="SERIALIZABLE", pool_size=8, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"timeout": 30})
    event.listen(engine, "connect", _careful_sqlite)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def with_driver(url: str) -> str:
    """A PostgreSQL URL that names psycopg 3, whichever way it was written."""
    return "postgresql+psycopg://" + url.split("://", 1)[1] if url.startswith(("postgres://", "postgresql://")) else url


def _careful_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=30000", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


class SqlUnitOfWork:
    """One transaction; see ``mentoring.ports.UnitOfWork``."""

    people: SqlRows[Person]
    enrolments: SqlRows[Enrolment]
    invites: SqlRows[Invite]
    runs: SqlRows[MatchRun]
    proposals: SqlRows[Proposal]
    decisions: SqlRows[OwnerDecision]
    tandems: SqlRows[Tandem]
    sessions: SqlRows[Session]
    pairs: SqlRows[Pair]
    launches: SqlRows[Launch]
    polls: SqlRows[Poll]
    watches: SqlRows[Watch]
    absences: SqlRows[Absence]
    closings: SqlRows[Closing]
    kickoffs: SqlRows[Kickoff]
    seats: SqlRows[Seat]
    postings: SqlRows[Posting]
    effects: SqlRows[Effect]
    timers: SqlRows[Timer]
    facts: SqlRows[Fact]
    heartbeats: SqlRows[Heartbeat]

    def __init__(self, connection: Connection, shapes: dict[str, Shape[Any]]) -> None:
        self._connection = connection
        self._shapes = shapes
        for name, shape in shapes.items():
            setattr(self, name, SqlRows(connection, shape))

    def due(self, now: datetime, limit: int) -> Sequence[Timer]:
        """The timers due at ``now``, the longest due first."""
        table = tables.timers
        found = select(table).where(table.c.due_at <= now).order_by(table.c.due_at, table.c.id).limit(limit)
        return [self._shapes["timers"].entity(row) for row in self._connection.execute(found).mappings()]

    def behind(self, limit: int) -> Sequence[Posting]:
        """The postings whose message is older than what it should show."""
        table = tables.postings
        stale = (table.c.wanted > table.c.shown) & (table.c.activity_id != "")
        found = select(table).where(stale).order_by(table.c.id).limit(limit)
        return [self._shapes["postings"].entity(row) for row in self._connection.execute(found).mappings()]


class SqlStore:
    """The database; see ``mentoring.ports.Store``. ``cipher`` encrypts what belongs to its author alone."""

    def __init__(self, url: str, cipher: MultiFernet) -> None:
        self.engine = engine_for(url)
        self._shapes: dict[str, Shape[Any]] = {
            name: Shape(tables.metadata.tables[name], entity, cipher) for name, entity in ENTITIES.items()
        }
        writers = 1 if self.engine.dialect.name == "sqlite" else 8
        self._threads = ThreadPoolExecutor(writers, thread_name_prefix="store")
        self.conflicts = 0

    async def run(self, unit: Callable[[SqlUnitOfWork], T]) -> T:
        """Run ``unit`` in one transaction; after a conflict with another one it runs again."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self.run_now, unit)

    def run_now(self, unit: Callable[[SqlUnitOfWork], T]) -> T:
        """The same, in the calling thread."""
        for attempt in range(ATTEMPTS):
            try:
                with self.engine.begin() as connection:
                    return unit(SqlUnitOfWork(connection, self._shapes))
            except DBAPIError as error:
                if attempt == ATTEMPTS - 1 or not _conflict(error):
                    raise
                self.conflicts += 1
                _pause(attempt)
        raise AssertionError("unreachable: the last attempt returns or raises")

    async def answers(self) -> bool:
        """Whether the database answers at this moment."""
        return await asyncio.to_thread(self._answers)

    def _answers(self) -> bool:
        with self.engine.connect() as connection:
            return connection.execute(text("SELECT 1")).scalar() == 1

    def close(self) -> None:
        """Let go of threads and connections."""
        self._threads.shutdown(wait=True)
        self.engine.dispose()


def _conflict(error: DBAPIError) -> bool:
    """Whether two transactions met (serialization failure, deadlock, the same new id, a locked SQLite file)."""
    state = getattr(error.orig, "sqlstate", "") or ""
    locked = isinstance(error, OperationalError) and "locked" in str(error.orig)
    return state in {"40001", "40P01"} or locked or isinstance(error, IntegrityError)


def _pause(attempt: int) -> None:
    time.sleep(random.uniform(0, 0.01 * 2 ** min(attempt, 6)))  # noqa: S311 - jitter, nothing secret
