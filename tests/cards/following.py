"""Which rows each card depends on, and a company whose cards show all of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import bot.app  # noqa: F401 - every view registers itself
from mentoring.domain.posting import Posting
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.showing import DEPENDENCIES
from tests.cards.desk import desk_over
from tests.cards.furnished import furnished

FOLLOWED = sorted(
    ((each.view.name, row) for row, found in DEPENDENCIES.items() for each in found), key=str
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    found = furnished(tmp_path)
    yield found
    found.close()


@pytest.fixture
def world(store: SqlStore) -> World:
    return desk_over(store).world


async def cards(world: World, kind: str) -> list[Posting]:
    if kind in WITHOUT_BUTTONS:
        return [await world.read(without_buttons, kind)]
    found = await world.read(lambda uow, _: uow.everywhere.postings.all(kind=kind))
    assert found, f"furnish a card of kind {kind} in tests/cards/furnished/"
    return list(found)


WITHOUT_BUTTONS = {
    "needs_help": "tandems",
    "kickoff_missed": "kickoffs",
    "receipt": "people",
}
"""The kinds of cards on which nothing can be pressed, so that none is furnished, and what they are
about.
"""


def without_buttons(uow: UnitOfWork, _moment: Moment, kind: str) -> Posting:
    """Such a card about the first of its subjects, for one of the two."""
    subject = getattr(uow.everywhere, WITHOUT_BUTTONS[kind]).first().id
    tandem = uow.everywhere.tandems.first()
    assert tandem
    return Posting("a card", kind, subject, tandem.mentor_id, cycle_id="p1c1")
