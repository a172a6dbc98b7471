"""A unit of a few rows runs at once where that is quickest, and waits its turn where somebody else
is writing.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.fernet import Fernet, MultiFernet

from mentoring.domain.errors import Refusal
from mentoring.domain.upkeep import Fact
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.storage.telling import TellingStore
from tests.databases import migrated_sqlite


@pytest.fixture
def of_sqlite(tmp_path: Path) -> Iterator[SqlStore]:
    found = SqlStore(migrated_sqlite(tmp_path), MultiFernet([Fernet(Fernet.generate_key())]))
    yield found
    found.close()


def put(value: str) -> Fact:
    return Fact("f", value)


async def test_what_a_brief_unit_wrote_is_there_for_all(store: SqlStore) -> None:
    assert await store.brief(lambda uow: uow.facts.put(put("1"))) == put("1")
    assert await store.read(lambda uow: uow.facts.get("f")) == put("1")
    assert await store.run(lambda uow: uow.facts.get("f")) == put("1")


async def test_of_a_brief_unit_that_is_refused_nothing_stays(store: SqlStore) -> None:
    def unit(uow: UnitOfWork) -> None:
        uow.facts.put(put("1"))
        raise Refusal("stale")

    with pytest.raises(Refusal, match="stale"):
        await store.brief(unit)
    assert await store.read(lambda uow: uow.facts.get("f")) is None


async def test_on_sqlite_it_runs_at_once_in_the_thread_that_asks(of_sqlite: SqlStore) -> None:
    assert await of_sqlite.brief(lambda _: threading.get_ident()) == threading.get_ident()


async def test_while_another_unit_writes_the_loop_goes_on_and_the_brief_one_waits(
    of_sqlite: SqlStore,
) -> None:
    writes, may_end = threading.Event(), threading.Event()

    def slow(uow: UnitOfWork) -> None:
        uow.facts.put(put("slow"))
        writes.set()
        assert may_end.wait(30)

    first = asyncio.create_task(of_sqlite.run(slow))
    assert await asyncio.to_thread(writes.wait, 30)
    second = asyncio.create_task(of_sqlite.brief(lambda uow: uow.facts.put(put("brief"))))
    await asyncio.sleep(0)
    assert not second.done()
    may_end.set()
    await asyncio.gather(first, second)
    assert await of_sqlite.read(lambda uow: uow.facts.need("f")) == put("brief")


async def test_what_a_brief_unit_wrote_is_told_too(of_sqlite: SqlStore) -> None:
    heard: list[frozenset[str]] = []
    telling = TellingStore(of_sqlite)
    telling.heard = heard.append
    await telling.brief(lambda uow: uow.facts.put(put("1")))
    await telling.brief(lambda uow: uow.facts.get("f"))
    assert heard == [{"facts"}]
