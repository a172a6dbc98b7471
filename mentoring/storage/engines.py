"""Connections to the database: SQLite or PostgreSQL, to write and to read.

SQLite: WAL; whoever writes takes the write lock at the start (`BEGIN IMMEDIATE`), whoever reads
takes none and sees everything as it stood at the beginning. PostgreSQL: units that write run at
READ COMMITTED and lock what they decide about, units that read see one moment (REPEATABLE READ,
read only). docs/why.md says what was measured.
"""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from mentoring.storage.quick import told

if TYPE_CHECKING:
    import psycopg

WRITERS, READERS, STATERS = 4, 2, 2
"""Threads of a process that write, that read, and that run single statements, for which nobody
should wait behind whole units; SQLite has one that writes.
"""
ISOLATION = "READ COMMITTED"
USED_AT, RESTED_SECONDS = "used_at", 1.0
"""Where a connection's last use is noted (monotonic), and after how long a rest it is tried."""


def engine_for(url: str) -> Engine:
    """An engine that writes, for ``sqlite:///…`` or ``postgresql://…``; SQLAlchemy refuses other
    databases itself.
    """
    if is_sqlite(url):
        return _sqlite(url, "BEGIN IMMEDIATE")
    return _postgresql(with_driver(url), ISOLATION, WRITERS)


def _postgresql(url: str | URL, isolation: str, connections: int) -> Engine:
    """An engine with connections of its own: set anew for each transaction, how it is isolated
    costs more than a question to the database.
    """
    engine = create_engine(
        url,
        isolation_level=isolation,
        pool_size=connections,
        pool_use_lifo=True,  # the one used last has its statements prepared and need not be tried
        hide_parameters=True,
    )
    try_rested(engine)
    return engine


def try_rested(engine: Engine) -> None:
    """Have a connection that has rested for a while tried before it is used: its server may have
    gone meanwhile. Trying each one each time (``pool_pre_ping``) would be one question more to the
    database for each transaction.
    """

    def returned(_connection: object, record: ConnectionPoolEntry) -> None:
        record.info[USED_AT] = time.monotonic()

    def taken(connection: DBAPIConnection, record: ConnectionPoolEntry, _proxy: object) -> None:
        if time.monotonic() - record.info.get(USED_AT, time.monotonic()) < RESTED_SECONDS:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as gone:
            raise DisconnectionError from gone

    event.listen(engine, "checkin", returned)
    event.listen(engine, "checkout", taken)


def reading(writing: Engine) -> Engine:
    """An engine for the same database that only reads."""
    if writing.dialect.name == "sqlite":
        return _sqlite(str(writing.url), "BEGIN", "query_only=ON")
    engine = _postgresql(writing.url, "REPEATABLE READ", READERS)

    def connected(connection: psycopg.Connection, _record: object) -> None:
        connection.read_only = True

    event.listen(engine, "connect", connected)
    return engine


def impatient(writing: Engine) -> Engine | None:
    """An engine for the same SQLite file that never waits: neither for another writer nor for the
    disk.

    What is written through it is put into the file itself by the other connections.
    """
    if writing.dialect.name != "sqlite":
        return None
    return _sqlite(str(writing.url), "BEGIN IMMEDIATE", "busy_timeout=0", "wal_autocheckpoint=0")


def stating(writing: Engine) -> Engine:
    """An engine for statements of which each stands for itself: on PostgreSQL they need no
    transaction around them.
    """
    if writing.dialect.name == "sqlite":
        return writing
    return _postgresql(writing.url, "AUTOCOMMIT", READERS + STATERS)


def is_sqlite(url: str) -> bool:
    """Whether the URL names a SQLite file."""
    return url.startswith("sqlite")


def with_driver(url: str) -> str:
    """A PostgreSQL URL that names psycopg 3, whichever way it was written."""
    return (
        "postgresql+psycopg://" + url.split("://", 1)[1]
        if url.startswith(("postgres://", "postgresql://"))
        else url
    )


def _sqlite(url: str, begin: str, *more: str) -> Engine:
    pragmas = (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "busy_timeout=30000",
        "foreign_keys=ON",
        *more,
    )

    def connected(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    def begun(connection: Connection) -> None:
        try:
            connection.connection.cursor().execute(begin)
        except sqlite3.Error as error:
            raise told(connection, begin, error) from error

    engine = create_engine(url, connect_args={"timeout": 30}, hide_parameters=True)
    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    return engine
