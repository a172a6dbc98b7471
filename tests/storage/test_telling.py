"""A store says what each unit has written, and nothing of what it only read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.fernet import Fernet, MultiFernet

from mentoring.domain.upkeep import Effect, Fact
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.storage.telling import TellingStore
from tests.databases import migrated_sqlite


@pytest.fixture
def store(tmp_path: Path) -> Iterator[TellingStore]:
    beneath = SqlStore(migrated_sqlite(tmp_path), MultiFernet([Fernet(Fernet.generate_key())]))
    yield TellingStore(beneath)
    beneath.close()


async def test_what_a_unit_wrote_is_told_once_it_is_committed(store: TellingStore) -> None:
    heard: list[frozenset[str]] = []
    store.heard = heard.append

    def unit(uow: UnitOfWork) -> str:
        uow.facts.put(Fact("f", "1"))
        uow.effects.add(Effect("post:p", "post", "p"))
        uow.effects.delete("none")
        uow.people.get("p")
        assert not heard
        return "done"

    assert await store.run(unit) == "done"
    assert heard == [{"facts", "effects"}]


async def test_of_what_was_only_read_nothing_is_told(store: TellingStore) -> None:
    heard: list[frozenset[str]] = []
    store.heard = heard.append
    await store.run(lambda uow: (uow.effects.all(), uow.postings.get("p")))
    await store.read(lambda uow: uow.effects.all())
    assert heard == []


async def test_of_a_unit_that_failed_nothing_is_told(store: TellingStore) -> None:
    heard: list[frozenset[str]] = []
    store.heard = heard.append

    def unit(uow: UnitOfWork) -> None:
        uow.facts.put(Fact("f", "1"))
        raise RuntimeError("no")

    with pytest.raises(RuntimeError, match="no"):
        await store.run(unit)
    assert heard == []
    assert await store.run(lambda uow: uow.facts.get("f")) is None
    assert heard == []
