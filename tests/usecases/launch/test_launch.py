"""A launch is confirmed once, counted by whoever looks, and its receipt stays."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.errors import Refusal
from mentoring.domain.tandem import Launch, LaunchState, TandemState, Totals
from mentoring.ports.messenger import Chat
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import launch
from mentoring.usecases.matching import offers
from tests.bench.support.programme import LAUNCH, NOW, tandem_id
from tests.usecases.busy import BEING_LAUNCHED, MENTEE_ASKED, at_once

CHAT = Chat("19:owners", "https://service.example/")
FIRST, SECOND = BEING_LAUNCHED


async def the_launch(world: World, key: str = LAUNCH) -> Launch:
    return await world.read(lambda uow, _: uow.launches.need(key))


async def test_the_last_tandem_makes_the_receipt(busy: World) -> None:
    await busy.run(launch.launched, tandem_id(FIRST))
    await catch_up(busy)
    running = await the_launch(busy)
    assert (running.state, running.totals.launched, running.done_at) == (LaunchState.RUNNING, 3, None)
    await busy.run(lambda uow, _: launch.trouble(uow, tandem_id(SECOND), "member"))
    await catch_up(busy)
    done = await the_launch(busy)
    assert (done.state, done.done_at) == (LaunchState.DONE, NOW)
    assert done.totals == Totals(3, 4, 18, 0, 0, ((SECOND, "member"),))


async def test_a_receipt_stays_what_it_was(busy: World) -> None:
    for number in BEING_LAUNCHED:
        await busy.run(launch.launched, tandem_id(number))
    await catch_up(busy)
    receipt = await the_launch(busy)
    await busy.run(lambda uow, _: uow.sessions.delete(f"{tandem_id(FIRST)}:001"))
    await busy.run(lambda uow, _: launch.touch(uow, "launch", LAUNCH))
    await catch_up(busy)
    assert await the_launch(busy) == receipt
    assert receipt.totals.sessions == 24


async def test_a_tandem_is_launched_once_however_often_it_is_said(busy: World) -> None:
    await at_once(busy, launch.launched, *[(tandem_id(FIRST),)] * 6)
    posted = await busy.read(lambda uow, _: uow.postings.count(kind="tandem", subject_id=tandem_id(FIRST)))
    assert posted == 2


async def test_of_two_launches_confirmed_at_the_same_moment_one_runs(busy: World) -> None:
    await busy.run(lambda uow, _: uow.launches.put(Launch(LAUNCH, "owner", NOW.date(), LaunchState.DONE)))
    await busy.run(offers.answer, tandem_id(MENTEE_ASKED[0]), f"mentee{MENTEE_ASKED[0]:05d}", yes=True)
    start = (NOW + timedelta(days=7)).date()
    both = [await busy.run(launch.prepare, "owner", start, CHAT) for _ in range(2)]
    outcome = await at_once(busy, launch.confirm, *[(each.id,) for each in both])
    assert (outcome.done, outcome.refused) == (1, ["launch-running"])
    running = await busy.read(lambda uow, _: uow.launches.all(state=LaunchState.RUNNING))
    seated = await busy.read(lambda uow, _: uow.tandems.all(launch_id=[each.id for each in both]))
    assert [(t.launch_id, t.state) for t in seated] == [(running[0].id, TandemState.LAUNCHING)]
    assert running[0].tandems == 1


async def test_a_launch_confirmed_twice_at_the_same_moment_begins_once(busy: World) -> None:
    await busy.run(lambda uow, _: uow.launches.put(Launch(LAUNCH, "owner", NOW.date(), LaunchState.DONE)))
    await busy.run(offers.answer, tandem_id(MENTEE_ASKED[0]), f"mentee{MENTEE_ASKED[0]:05d}", yes=True)
    wanted = await busy.run(launch.prepare, "owner", (NOW + timedelta(days=7)).date(), CHAT)
    await at_once(busy, launch.confirm, *[(wanted.id,)] * 4)
    assert (await the_launch(busy, wanted.id)).tandems == 1
    assert await busy.read(lambda uow, _: uow.effects.count(kind="launch", subject_id=wanted.id)) == 1


async def test_places_in_teams_are_counted_before_people_are_seated(busy: World) -> None:
    with pytest.raises(Refusal, match="launch-running"):
        await busy.run(launch.prepare, "owner", (NOW + timedelta(days=7)).date(), CHAT)
