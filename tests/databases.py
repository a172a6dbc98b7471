"""Databases with the newest schema: made by the migrations once a process, then copied (SQLite) or
emptied (PostgreSQL).

That the migrations lead there is tested in ``tests/storage``, by ``differences``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from sqlite3 import dbapi2
from tempfile import TemporaryDirectory
from typing import Any, Self
from unittest.mock import patch

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import Connection, Engine, text

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


Asked = tuple[str, Sequence[Any]]
"""A statement and the values that were bound to it."""


@contextmanager
def heard(engine: Engine) -> Iterator[list[Asked]]:
    """What SQLite is asked meanwhile through new connections of the engine, however it is asked."""
    said: list[Asked] = []

    class Heard(sqlite3.Cursor):
        def execute(self, statement: str, given: Any = (), /) -> Self:
            said.append((statement, given))
            return super().execute(statement, given)

    class Open(sqlite3.Connection):
        def cursor(self, *_: Any) -> Heard:  # type: ignore[override]  # whichever kind is wanted
            return Heard(self)

    engine.dispose()
    with patch.object(dbapi2, "connect", partial(sqlite3.connect, factory=Open)):
        yield said
    engine.dispose()


def plan(connection: Connection, asked: Asked) -> list[str]:
    """How SQLite finds it [sqlite.org, EXPLAIN QUERY PLAN]; the values are bound, because with
    them written out it may use an index that it does not use in truth.
    """
    statement, given = asked
    rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", tuple(given))
    return [row[3] for row in rows]


def differences(engine: Engine) -> list[Any]:
    """In what the database's schema differs from the tables of the code."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        return list(compare_metadata(context, metadata))
