"""A cycle that is being closed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.closing import Closing
from mentoring.domain.tandem import TandemState
from mentoring.ports.messenger import Chat
from mentoring.ports.world import World
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.clearing_away import archive, end_series
from mentoring.usecases.launch.closing_card import closing_card
from mentoring.usecases.launch.ending import close
from tests.bench.support.programme import NOW, tandem_id
from tests.usecases.busy import BEING_LAUNCHED, RUNNING
from tests.usecases.company import (
    FIRST,
    TANDEM,
    Company,
    change,
    shown,
)

CHAT = Chat("19:owners", "https://service.example/")
ONE, ANOTHER = RUNNING
DORA = f"{FIRST}:mentor:dora"


@pytest.fixture
async def quiet(busy: World) -> World:
    """The busy programme, where nothing is being launched any more."""
    for number in BEING_LAUNCHED:
        over = {"state": TandemState.CLOSED, "ended_at": NOW}
        await change(busy, "tandems", tandem_id(number), **over)
    return busy


async def the_closing(world: World, key: str) -> Closing:
    return await world.read(lambda uow, _: uow.closings.need(key))


DAY, CLOSING = timedelta(days=1), f"{FIRST}.closing-1"


async def confirmed(company: Company) -> str:
    """The id of a closing of the first programme that has just been confirmed."""
    made = await company.first.run(closing.prepare, "otto", CHAT)
    await company.first.run(closing.confirm, made.id)
    return made.id


async def end(company: Company, *, clear: bool = True, times: int = 1) -> None:
    """The steps by which Jan's and Eva's tandem ends, each as often as it is tried."""
    for _ in range(times):
        await company.first.run(lambda uow, _: close(uow, TANDEM))
    for _ in range(times):
        await end_series(company.first, TANDEM, "closing")
    for _ in range(times):
        await archive(company.first, TANDEM)
    for _ in range(times):
        await company.first.run(closing.ended, CLOSING, TANDEM, clear=clear)


async def previewed(company: Company) -> tuple[Closing, str]:
    """A preview, and what a press on it would say."""
    made = await company.first.run(closing.prepare, "otto", CHAT)
    notice = await shown(company.first, closing_card.name, made.id, "otto")
    return made, notice.seen
