"""A database that is away or full for a while is told like everything outside that is away, and
what waits for it can go on (issue 13, L1).
"""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from mentoring.domain.errors import Unavailable
from mentoring.domain.upkeep import Fact
from mentoring.storage import engines
from mentoring.storage.store import SqlStore
from mentoring.storage.unit import SqlUnitOfWork

BIG = "x" * 1_000_000


def kept(store: SqlStore) -> list[str]:
    return store.run_now(lambda uow: [fact.id for fact in uow.facts.all(id=["a", "b"])])


@pytest.mark.parametrize("migrated_url", ["postgresql"], indirect=True)
async def test_while_the_server_is_gone_a_unit_meets_something_unavailable_and_afterwards_none_does(
    store: SqlStore,
) -> None:
    def unit(uow: SqlUnitOfWork) -> None:
        uow.facts.put(Fact("a", "1"))
        shut_down(store)
        uow.facts.put(Fact("b", "1"))

    with pytest.raises(Unavailable, match="the database is away"):
        await store.run(unit)
    assert kept(store) == [], "nothing of a unit that met it was kept"
    await store.run(lambda uow: uow.facts.put(Fact("a", "1")))
    assert kept(store) == ["a"]


@pytest.mark.parametrize("migrated_url", ["postgresql"], indirect=True)
async def test_so_does_a_unit_that_only_reads_a_row(store: SqlStore) -> None:
    """A single row is asked for past SQLAlchemy, which would have told the loss itself."""

    def unit(uow: SqlUnitOfWork) -> Fact | None:
        shut_down(store)
        return uow.facts.get("a")

    with pytest.raises(Unavailable, match="the database is away"):
        await store.read(unit)
    assert await store.read(lambda uow: uow.facts.get("a")) is None


@pytest.mark.parametrize("migrated_url", ["sqlite"], indirect=True)
def test_so_does_the_look_for_what_is_to_be_sealed(store: SqlStore, tmp_path: Path) -> None:
    """It is the first thing that a start looks for."""
    store.close()
    (tmp_path / "tandem.sqlite").rename(tmp_path / "elsewhere.sqlite")
    (tmp_path / "tandem.sqlite").mkdir()
    with pytest.raises(Unavailable, match="the database is away"):
        store.seal()


@pytest.mark.parametrize("migrated_url", ["postgresql"], indirect=True)
async def test_a_connection_that_has_rested_is_tried_before_a_unit_gets_it(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its server may have gone meanwhile, which is no unit's concern."""
    await store.run(lambda uow: uow.facts.put(Fact("a", "1")))
    monkeypatch.setattr(engines, "RESTED_SECONDS", 0.0)
    stop_from_elsewhere(store)
    assert kept(store) == ["a"]


@pytest.mark.parametrize("migrated_url", ["postgresql"], indirect=True)
def test_a_connection_that_is_at_work_is_not_tried_each_time(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That would be one question more to the database for each unit."""
    kept(store)
    tried: list[object] = []
    monkeypatch.setattr(store.engine.dialect, "do_ping", tried.append)
    kept(store)
    assert tried == []


def stop_from_elsewhere(store: SqlStore) -> None:
    """The server has ended all sessions, which nobody here has noticed yet."""
    other = create_engine(store.engine.url)
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    with other.connect() as connection:
        connection.execute(text(f"{others} AND datname = current_database()"))
    other.dispose()


def shut_down(store: SqlStore) -> None:
    """End all sessions of the database but one's own, as a server that stops does."""
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    with store.engine.connect() as connection:
        connection.execute(text(f"{others} AND datname = current_database()"))


@pytest.mark.parametrize("migrated_url", ["sqlite"], indirect=True)
async def test_while_the_disk_is_full_a_unit_meets_something_unavailable(store: SqlStore) -> None:
    limited(store, 1)
    with pytest.raises(Unavailable, match="the database is away"):
        await store.run(lambda uow: uow.facts.put(Fact("a", BIG)))
    limited(store, 1_000_000)
    await store.run(lambda uow: uow.facts.put(Fact("b", BIG)))
    assert kept(store) == ["b"]


def limited(store: SqlStore, pages: int) -> None:
    """Let the file have no more pages than these, or than it has [sqlite.org/pragma.html]."""
    with store.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
