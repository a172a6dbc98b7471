"""What waits for owners is counted by the rooms whose it is, and shown by them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mentoring.domain.errors import Refusal
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.own_tandem import Readers
from mentoring.usecases.programme.needs import (
    NEEDS,
    Asking,
    Need,
    look_at,
    needs_owners,
    waiting,
)
from tests.usecases.company import Company
from tests.usecases.ports import chat_of

ASKING = Asking("otto", chat_of("otto"), frozenset({"otto"}))


@pytest.fixture(autouse=True)
def only_these() -> Iterator[list[Asking]]:
    """Two things may wait: one of which there is none, and owners who read along."""
    before, shown = dict(NEEDS), list[Asking]()
    NEEDS.clear()

    @needs_owners(lambda _uow, _moment, asking: shown.append(asking))
    def readers(_uow: UnitOfWork, _moment: Moment, who: Readers) -> int:
        return len(who)

    @needs_owners(lambda _uow, _moment, asking: shown.append(asking))
    def nothing(_uow: UnitOfWork, _moment: Moment, _who: Readers) -> int:
        return 0

    yield shown
    NEEDS.clear()
    NEEDS.update(before)


async def test_only_what_there_is_waits(programmes: Company) -> None:
    found = await programmes.first.read(waiting, frozenset({"otto", "eva"}))
    assert found == (Need("readers", 2),)


async def test_whoever_asks_is_shown_it(programmes: Company, only_these: list[Asking]) -> None:
    await programmes.first.run(look_at, "readers", ASKING)
    assert only_these == [ASKING]


async def test_what_nobody_knows_any_more_is_stale(programmes: Company) -> None:
    with pytest.raises(Refusal, match="stale"):
        await programmes.first.run(look_at, "gone", ASKING)


def test_two_cannot_have_one_name() -> None:
    with pytest.raises(ValueError, match="two needs are called 'readers'"):
        needs_owners(NEEDS["readers"].show)(NEEDS["readers"].count)
