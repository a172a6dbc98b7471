"""Databases with the newest schema: made by the migrations once a process, then copied (SQLite) or
emptied (PostgreSQL).

That the migrations lead there is tested in ``tests/storage``, by ``differences``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import Connection, Engine, event, text

from mentoring.storage.migrate import upgrade
from mentoring.storage.tables import metadata

CIPHER = MultiFernet([Fernet(Fernet.generate_key())])
"""What tests encrypt with that are not about keys; stores of one cipher share what they compile."""


def migrated_sqlite(folder: Path) -> str:
    """The URL of a new database in the folder, with all tables and no rows."""
    path = folder / "tandem.sqlite"
    path.write_bytes(_schema())
    return f"sqlite:///{path}"


@cache
def _schema() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "schema.sqlite"
        upgrade(f"sqlite:///{path}")
        return path.read_bytes()


OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
"""Whoever is still connected, such as what a test has left to itself."""


def empty(connection: Connection) -> None:
    """Take away all that a test has left in a PostgreSQL database: rows, and the engine's log."""
    connection.execute(text(OTHERS))
    connection.execute(text("DROP SCHEMA IF EXISTS dbos CASCADE"))
    there = " UNION ALL ".join(
        f"SELECT '{name}' WHERE EXISTS (SELECT FROM {name})" for name in metadata.tables
    )
    filled = connection.execute(text(there)).scalars().all()
    if filled:
        connection.execute(text(f"TRUNCATE {', '.join(filled)} RESTART IDENTITY"))


@contextmanager
def heard(engine: Engine) -> Iterator[list[str]]:
    """What SQLite is asked meanwhile through the engine, with the values filled in, however it is
    asked [docs.python.org, sqlite3, set_trace_callback].
    """
    said: list[str] = []

    def taken(connection: sqlite3.Connection, *_: object) -> None:
        connection.set_trace_callback(said.append)

    def returned(connection: sqlite3.Connection, *_: object) -> None:
        connection.set_trace_callback(None)

    event.listen(engine, "checkout", taken)
    event.listen(engine, "checkin", returned)
    yield said
    event.remove(engine, "checkout", taken)
    event.remove(engine, "checkin", returned)


def plan(connection: Connection, statement: str) -> list[str]:
    """How SQLite finds it [sqlite.org, EXPLAIN QUERY PLAN]."""
    return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}")]


def differences(engine: Engine) -> list[Any]:
    """In what the database's schema differs from the tables of the code."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        return list(compare_metadata(context, metadata))
