"""What concerns all tandems of a cycle happens one at a time."""

from __future__ import annotations

from datetime import timedelta

from mentoring.domain.cycle import CycleState
from mentoring.domain.launch import LaunchState
from mentoring.domain.tandem import TandemState
from mentoring.ports.world import World
from mentoring.usecases.launch import closing, confirming
from mentoring.usecases.launch.one_at_a_time import while_the_cycle_runs
from tests.bench.support.programme import LAUNCH, NOW, tandem_id
from tests.usecases.busy import BEING_LAUNCHED, at_once
from tests.usecases.company import change, one, refused
from tests.usecases.launch.ready import CHAT


async def ready_to_launch_or_close(world: World) -> tuple[str, str]:
    """The ids of a launch and of a closing, both shown and not confirmed."""
    for number, state in zip(BEING_LAUNCHED, ("accepted", "closed"), strict=True):
        await change(world, "tandems", tandem_id(number), state=TandemState(state))
    await change(world, "launches", LAUNCH, state=LaunchState.DONE)
    end = await world.run(closing.prepare, "owner", CHAT)
    start = NOW.date() + timedelta(days=9)
    return (await world.run(confirming.prepare, "owner", start, CHAT)).id, end.id


async def test_of_a_launch_and_a_closing_at_the_same_moment_one_happens(busy: World) -> None:
    """Each looked at what the other was about to change, and both came through."""
    start, end = await ready_to_launch_or_close(busy)
    both = [(closing.confirm, end), (confirming.confirm, start)]
    outcome = await at_once(busy, lambda uow, moment, act, key: act(uow, moment, key), *both)
    closes = (await one(busy, "cycles", busy.cycle_id)).state is CycleState.CLOSING
    assert outcome.refused == ["cycle-over" if closes else "close-launching"]
    assert outcome.done == 1


async def test_who_has_waited_looks_at_the_cycle_again(busy: World) -> None:
    before = await busy.moment()
    await busy.run(lambda uow, _: while_the_cycle_runs(uow, before))
    await change(busy, "cycles", busy.cycle_id, state=CycleState.CLOSING)
    with refused("cycle-over"):
        await busy.run(lambda uow, _: while_the_cycle_runs(uow, before))
