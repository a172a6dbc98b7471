"""Copies of one card that arrive together, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
from collections import Counter

import bot.app  # noqa: F401 - everything registers itself
from mentoring.domain.people import Person
from mentoring.domain.posting import OLDER, Posting
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.sending import sent
from tests.people import berliner

CARDS = 20
EVA = Person("eva", berliner("eva", "Eva", "eva@firma.example", country="DE"), "de")


async def test_of_two_copies_that_arrive_together_one_stays(store: SqlStore) -> None:
    """Each saw that the other was not sent yet, and closed none."""
    cards = [
        Posting(f"{copy}{number:02}", "tandem", f"t{number:02}", "eva", "19:eva")
        for number in range(CARDS)
        for copy in "ab"
    ]
    await store.run(lambda uow: uow.people.put(EVA))
    await store.run(lambda uow: uow.postings.add_all(cards))

    async def arrives(card: Posting) -> None:
        await store.run(lambda uow: sent(uow, card, f"activity {card.id}"))

    await asyncio.gather(*map(arrives, cards))
    found = await store.read(lambda uow: uow.postings.all())
    closed = Counter(each.subject_id for each in found if each.view == OLDER)
    assert closed == Counter({f"t{number:02}": 1 for number in range(CARDS)})
