"""A card that arrives while its person is erased, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from functools import partial
from typing import Any, cast

import bot.app  # noqa: F401 - everything registers itself
from mentoring.domain.people import Person
from mentoring.domain.posting import Posting
from mentoring.domain.upkeep import Fact
from mentoring.ports.rows import UnitOfWork
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.sending import sent
from mentoring.usecases.privacy.delete_me import _left_or_gone
from tests.people import berliner

PEOPLE = [f"p{number:02}" for number in range(20)]
NOW = datetime(2027, 2, 1, 8, tzinfo=UTC)


class Now:
    now = NOW


async def test_a_card_that_was_called_off_and_arrives_meanwhile_stays_of_nobody(
    store: SqlStore,
) -> None:
    """Its row was written once more after everything of its person had been looked for."""
    known = [Person(key, berliner(key, key, f"{key}@x", country="DE"), "de") for key in PEOPLE]
    await store.run(lambda uow: uow.people.put_all(known))

    def arrives(uow: UnitOfWork, key: str) -> None:
        sent(uow, Posting(f"card {key}", "tandem", "t", key, "19:x"), "activity")

    def erased(uow: UnitOfWork, key: str) -> None:
        uow.facts.put(Fact(f"erasing:{key}", key))
        _left_or_gone(uow, cast("Any", Now), frozenset(), key=f"erasing:{key}", person_id=key)

    await asyncio.gather(
        *(store.run(partial(do, key=key)) for key in PEOPLE for do in (arrives, erased))
    )
    cards = {each.person_id for each in await store.read(lambda uow: uow.postings.all())}
    known_still = {each.id for each in await store.read(lambda uow: uow.people.all())}
    assert cards == known_still
