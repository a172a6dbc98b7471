"""What people write is obeyed once, also if the replica that has heard it dies before that."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from mentoring.domain.errors import Unavailable
from mentoring.domain.upkeep import Heard
from mentoring.ports.world import World
from mentoring.usecases.common.effects import EFFECTS
from mentoring.usecases.common.hearing import (
    HEARD_FOR,
    STALE,
    forget_heard,
    heard,
    left_by,
    obey_after_all,
    obeyed,
    unheard,
)
from tests.usecases.company import NOW, Company, all_of, asked_for, put

MESSAGE = Heard("m", "eva", "pause", "replica-1", NOW)


@dataclass
class Ear:
    """Notes what it is to obey; the first times fail."""

    said: list[str] = field(default_factory=list)
    failing: bool = False

    async def obey(self, said: str) -> None:
        self.said.append(said)
        if self.failing:
            raise Unavailable("Teams")


def listening(company: Company, ear: Ear) -> World:
    return replace(company.unbound, listener=ear)


async def hears(company: Company, message: Heard = MESSAGE) -> Heard | None:
    return await company.unbound.run(lambda uow, _: heard(uow, message))


async def heard_ago(company: Company, ago: timedelta, message: Heard = MESSAGE) -> None:
    await put(company.unbound, "heard", replace(message, at=datetime.now(UTC) - ago))


async def obeyed_now(company: Company, message: Heard | None) -> None:
    assert message is not None
    await company.unbound.store.run(lambda uow: obeyed(uow, message))


async def gone(company: Company, replica: str = "replica-1") -> list[str]:
    """The messages that others are asked to obey once the replica is gone."""
    await company.unbound.run(left_by, replica)
    return await asked_for(company.unbound, obey_after_all.name)


async def kept(company: Company) -> list[tuple[str, str, str]]:
    return [(each.id, each.said, each.by) for each in await all_of(company.unbound, "heard")]


async def test_what_was_said_is_kept_until_it_is_obeyed(company: Company) -> None:
    message = await hears(company)
    assert await kept(company) == [("m", "pause", "replica-1")]
    await obeyed_now(company, message)
    assert await kept(company) == [("m", "", "")]


async def test_it_is_news_once_whether_or_not_it_was_obeyed(company: Company) -> None:
    message = await hears(company)
    assert await hears(company) is None
    await obeyed_now(company, message)
    assert await hears(company) is None


async def test_what_came_to_nothing_is_news_again(company: Company) -> None:
    await hears(company)
    await company.unbound.run(unheard, "m")
    assert await hears(company)


@pytest.mark.parametrize(
    ("ago", "left"), [(HEARD_FOR, []), (HEARD_FOR - timedelta(minutes=1), [("m", "", "")])]
)
async def test_that_it_was_heard_is_forgotten_after_ten_minutes(
    company: Company, ago: timedelta, left: list[tuple[str, str, str]]
) -> None:
    await heard_ago(company, ago, replace(MESSAGE, said="", by=""))
    await company.unbound.store.run(forget_heard)
    assert await kept(company) == left


@pytest.mark.parametrize(("ago", "left"), [(STALE, 0), (HEARD_FOR, 1)])
async def test_what_nobody_has_obeyed_goes_as_well(
    company: Company, ago: timedelta, left: int
) -> None:
    await heard_ago(company, ago)
    await company.unbound.store.run(forget_heard)
    assert len(await kept(company)) == left


async def test_what_a_replica_leaves_is_obeyed_elsewhere(company: Company) -> None:
    await hears(company)
    assert await gone(company, "replica-2") == []
    assert await gone(company) == ["m"]


async def test_what_it_has_obeyed_is_not(company: Company) -> None:
    message = await hears(company)
    await obeyed_now(company, message)
    assert await gone(company) == []


@pytest.mark.parametrize("times", [1, 2])
async def test_after_all_it_is_obeyed_once(company: Company, times: int) -> None:
    ear = Ear()
    await hears(company)
    for order in await gone(company) * times:
        await obey_after_all(listening(company, ear), order)
    assert ear.said == ["pause"]
    assert await kept(company) == [("m", "", "")]


async def test_it_is_tried_once(company: Company) -> None:
    """What goes wrong again and again must not happen again and again."""
    ear = Ear(failing=True)
    await hears(company)
    [order] = await gone(company)
    with pytest.raises(Unavailable, match="Teams"):
        await obey_after_all(listening(company, ear), order)
    await obey_after_all(listening(company, ear), order)
    assert ear.said == ["pause"]


async def test_a_database_that_is_away_for_a_moment_loses_it_not(company: Company) -> None:
    """Until it is claimed nothing was tried: a replica is often gone because the database was."""
    assert EFFECTS[obey_after_all.name].attempts > 1


async def test_what_was_erased_meanwhile_does_not_come_back(company: Company) -> None:
    message = await hears(company)
    await company.unbound.run(unheard, "m")
    await obeyed_now(company, message)
    assert await kept(company) == []


async def test_who_has_written_since_is_not_answered_twice(company: Company) -> None:
    ear = Ear()
    await heard_ago(company, timedelta(minutes=1))
    await heard_ago(company, timedelta(0), Heard("n", "eva", "pause", "replica-2", NOW))
    for order in await gone(company):
        await obey_after_all(listening(company, ear), order)
    assert ear.said == []


@pytest.mark.parametrize(("ago", "said"), [(STALE, []), (STALE / 2, ["pause"])])
async def test_nobody_waits_longer_than_an_hour(
    company: Company, ago: timedelta, said: list[str]
) -> None:
    ear = Ear()
    await heard_ago(company, ago)
    for order in await gone(company):
        await obey_after_all(listening(company, ear), order)
    assert ear.said == said
