"""A launch is confirmed once: all accepted tandems start."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.launch import Launch, LaunchState
from mentoring.domain.tandem import TandemState
from mentoring.ports.world import World
from mentoring.usecases.launch import card, confirming
from mentoring.usecases.matching import offers
from tests.bench.support.programme import LAUNCH, NOW, tandem_id
from tests.usecases.busy import MENTEE_ASKED, at_once
from tests.usecases.company import (
    FIRST,
    Company,
    asked_for,
    change,
    hidden,
    one,
    refused,
    shown,
)
from tests.usecases.company import NOW as COMPANY_NOW
from tests.usecases.launch.ready import (
    CHAT,
    START,
    confirmed,
    key,
    ready,
    the_tandem,
    told_of,
)


async def the_launch(world: World, key: str = LAUNCH) -> Launch:
    return await world.read(lambda uow, _: uow.launches.need(key))


async def test_of_two_launches_confirmed_at_the_same_moment_one_runs(busy: World) -> None:
    await busy.run(
        lambda uow, _: uow.launches.put(Launch(LAUNCH, "owner", NOW.date(), LaunchState.DONE))
    )
    await busy.run(
        offers.answer, tandem_id(MENTEE_ASKED[0]), f"mentee{MENTEE_ASKED[0]:05d}", yes=True
    )
    start = (NOW + timedelta(days=7)).date()
    both = [await busy.run(confirming.prepare, "owner", start, CHAT) for _ in range(2)]
    outcome = await at_once(busy, confirming.confirm, *[(each.id,) for each in both])
    assert (outcome.done, outcome.refused) == (1, ["launch-running"])
    running = await busy.read(lambda uow, _: uow.launches.all(state=LaunchState.RUNNING))
    seated = await busy.read(
        lambda uow, _: uow.tandems.all(
            launch_id=[each.id for each in both], state=TandemState.LAUNCHING
        )
    )
    assert [(t.launch_id, t.state) for t in seated] == [(running[0].id, TandemState.LAUNCHING)]
    assert running[0].tandems == 1


async def test_a_launch_confirmed_twice_at_the_same_moment_begins_once(busy: World) -> None:
    await busy.run(
        lambda uow, _: uow.launches.put(Launch(LAUNCH, "owner", NOW.date(), LaunchState.DONE))
    )
    await busy.run(
        offers.answer, tandem_id(MENTEE_ASKED[0]), f"mentee{MENTEE_ASKED[0]:05d}", yes=True
    )
    wanted = await busy.run(confirming.prepare, "owner", (NOW + timedelta(days=7)).date(), CHAT)
    await at_once(busy, confirming.confirm, *[(wanted.id,)] * 4)
    assert (await the_launch(busy, wanted.id)).tandems == 1
    assert (
        await busy.read(lambda uow, _: uow.effects.count(kind="launch", subject_id=wanted.id)) == 1
    )


class TestConfirming:
    """All accepted tandems start, and the round ends for everybody else."""

    async def test_it_begins_once(self, programmes: Company) -> None:
        await ready(programmes.first, 1, 2)
        made = await confirmed(programmes.first)
        await programmes.first.run(confirming.confirm, made)
        found = await one(programmes.first, "launches", made)
        assert (found.state, found.tandems, found.started_at) == (
            LaunchState.RUNNING,
            2,
            COMPANY_NOW,
        )
        assert await asked_for(programmes.first, "launch") == [made]

    async def test_the_cycle_runs_from_then_on(self, programmes: Company) -> None:
        await ready(programmes.first, 1)
        await confirmed(programmes.first)
        assert (await one(programmes.unbound, "cycles", FIRST)).state is CycleState.RUNNING

    async def test_open_offers_go_on_and_nobody_is_told_anything(self, programmes: Company) -> None:
        """issue 12, P6: "please answer by 1 December", and a launch ended the offer before."""
        await ready(programmes.first, 1)
        await ready(programmes.first, 2, state=TandemState.ASKED_MENTEE, mentor_agreed=True)
        made = await confirmed(programmes.first)
        assert (await the_tandem(programmes.first, 2)).state is TandemState.ASKED_MENTEE
        assert await told_of(programmes) == []
        found = await shown(programmes.first, card.launch_card.name, made, "otto")
        assert (found.waiting, found.open_until) == (1, COMPANY_NOW + timedelta(days=2))

    async def test_open_offers_are_released_and_whoever_is_left_over_is_told(
        self, programmes: Company
    ) -> None:
        """Only if the owner has chosen so in as many words."""
        await ready(programmes.first, 1)
        await ready(programmes.first, 2, state=TandemState.ASKED_MENTEE, mentor_agreed=True)
        made = await programmes.first.run(confirming.prepare, "otto", START, CHAT)
        await programmes.first.run(confirming.confirm, made.id, ending=True)
        assert (await the_tandem(programmes.first, 2)).state is TandemState.RELEASED
        assert await told_of(programmes) == ["mentee2", "mentor2"]

    @pytest.mark.parametrize(("days", "code"), [(7, "launch-day-passed"), (0, "launch-nobody")])
    async def test_what_has_become_impossible_since_is_said(
        self, programmes: Company, days: int, code: str
    ) -> None:
        await ready(programmes.first, 1)
        made = await programmes.first.run(confirming.prepare, "otto", START, CHAT)
        programmes.clock.moment = COMPANY_NOW + timedelta(days=days)
        if not days:
            await change(
                programmes.first, "tandems", key(programmes.first, 1), state=TandemState.CLOSED
            )
        with refused(code):
            await programmes.first.run(confirming.confirm, made.id)
        assert (await one(programmes.first, "launches", made.id)).state is LaunchState.PREVIEW

    async def test_two_programmes_launch_side_by_side(self, programmes: Company) -> None:
        await ready(programmes.first, 1)
        await ready(programmes.second, 1)
        for world in (programmes.first, programmes.second):
            await confirmed(world)
        assert len(await asked_for(programmes.unbound, "launch")) == 2

    async def test_another_programme_does_not_know_it(self, programmes: Company) -> None:
        await ready(programmes.first, 1)
        made = await programmes.first.run(confirming.prepare, "otto", START, CHAT)
        with refused("gone"):
            await programmes.second.run(confirming.confirm, made.id)
        assert await hidden(programmes.second, card.launch_card.name, made.id, "olga") == "erased"
