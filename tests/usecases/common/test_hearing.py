"""What people write is obeyed once, also if the replica that has heard it dies before that."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from mentoring.domain.upkeep import Heard, Heartbeat
from mentoring.ports.world import World
from mentoring.usecases.common.effects import EFFECTS
from mentoring.usecases.common.hearing import (
    LONGEST,
    LOOKED_AFTER,
    SILENT,
    heard,
    obey_after_all,
    obeyed,
    unheard,
)
from tests.usecases.company import NOW, Company, all_of, asked_for, put

MESSAGE = Heard("m", "eva", "pause", "replica-1", NOW)


@dataclass
class Ear:
    """Notes what it is to obey."""

    said: list[str] = field(default_factory=list)

    async def obey(self, said: str) -> None:
        self.said.append(said)


def listening(company: Company, ear: Ear) -> World:
    return replace(company.unbound, listener=ear)


async def beats(company: Company, ago: timedelta) -> None:
    """The replica that has heard it has given its last sign of life so long ago."""
    beat = Heartbeat("replica-1", datetime.now(UTC) - ago)
    await company.unbound.store.run(lambda uow: uow.heartbeats.put(beat))


async def orders(company: Company) -> list[str]:
    """The messages that are obeyed after all, after the next look."""
    await company.at(company.clock.moment + LOOKED_AFTER)
    return await asked_for(company.unbound, obey_after_all.name)


async def test_it_is_kept_until_it_is_obeyed_and_no_longer(company: Company) -> None:
    assert [await company.unbound.run(heard, MESSAGE) for _ in range(2)] == [True, False]
    assert [each.said for each in await all_of(company.unbound, "heard")] == ["pause"]
    await company.unbound.run(obeyed, "m")
    assert await all_of(company.unbound, "heard") == []
    assert await orders(company) == []
    assert not await company.unbound.run(heard, MESSAGE)


async def test_what_came_to_nothing_is_news_again(company: Company) -> None:
    await company.unbound.run(heard, MESSAGE)
    await company.unbound.run(unheard, "m")
    assert await company.unbound.run(heard, MESSAGE)


async def test_while_its_replica_lives_it_is_waited_for(company: Company) -> None:
    await beats(company, timedelta(0))
    await company.unbound.run(heard, MESSAGE)
    assert await orders(company) == []
    await beats(company, 2 * SILENT)
    assert await orders(company) == ["m"]


async def test_but_not_for_ever(company: Company) -> None:
    await beats(company, timedelta(0))
    await company.unbound.run(heard, MESSAGE)
    await put(company.unbound, "heard", replace(MESSAGE, at=datetime.now(UTC) - LONGEST))
    assert await orders(company) == ["m"]


@pytest.mark.parametrize("times", [1, 2])
async def test_after_all_it_is_obeyed_once(company: Company, times: int) -> None:
    ear = Ear()
    await company.unbound.run(heard, MESSAGE)
    for order in await orders(company) * times:
        await obey_after_all(listening(company, ear), order)
    assert ear.said == ["pause"]
    assert await all_of(company.unbound, "heard") == []


async def test_what_cannot_be_obeyed_is_not_kept_for_ever(company: Company) -> None:
    await company.unbound.run(heard, MESSAGE)
    await company.unbound.run(EFFECTS[obey_after_all.name].given_up, "m")
    assert await all_of(company.unbound, "heard") == []
