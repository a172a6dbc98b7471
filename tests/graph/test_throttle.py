"""The pace of calls: spaced as documented, in bursts only where the documentation allows them,
shared by replicas.
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Mapping

import pytest

from graph.limits import SUSTAINED, USED, Limit
from graph.own_lanes import OwnLanes
from graph.throttle import Throttle
from graph.window import Window
from mentoring.domain.errors import Unavailable
from mentoring.ports.lanes import Turn, Wish

pytestmark = pytest.mark.usefixtures("own_time")
PACE = SUSTAINED * USED


async def moments(limit: Limit, calls: int, replicas: int = 1) -> list[float]:
    """When so many calls went that are spread over the replicas, which share their lanes."""
    lanes = OwnLanes()
    throttles = [Throttle(lanes) for _ in range(replicas)]
    begun = time.monotonic()
    found: list[float] = []

    async def one(number: int) -> None:
        await throttles[number % replicas].turn(limit, "lane")
        found.append(time.monotonic() - begun)

    await asyncio.gather(*map(one, range(calls)))
    return sorted(found)


async def test_calls_are_spaced_by_nearly_83_percent_of_the_limit() -> None:
    gap = 1 / (20 * PACE)
    went = await moments(Limit("l", per_second=20), 5)
    assert all(later - earlier >= gap * 0.98 for earlier, later in itertools.pairwise(went))


async def test_two_replicas_together_are_no_faster_than_one() -> None:
    went = await moments(Limit("l", per_second=20), 8, 2)
    assert went[-1] >= 7 / (20 * PACE) * 0.98


async def test_who_is_alone_at_work_has_the_whole_lane() -> None:
    """L4: with a second replica, each had half of it, whether the other one used it or not."""
    lanes = OwnLanes()
    busy, _idle = Throttle(lanes), Throttle(lanes)
    for each in (busy, _idle):
        each.share(2)
    begun = time.monotonic()
    await asyncio.gather(*(busy.turn(Limit("l", per_second=20), "lane") for _ in range(6)))
    assert time.monotonic() - begun == pytest.approx(5 / (20 * PACE), abs=0.001)


async def test_a_busy_process_does_not_make_up_for_lost_time_with_a_burst() -> None:
    throttle, limit, went = Throttle(), Limit("l", per_second=20), list[float]()

    async def one(number: int) -> None:
        await throttle.turn(limit, "lane")
        went.append(time.monotonic())
        if number == 0:
            time.sleep(0.3)  # noqa: ASYNC251 - the process is busy with something else

    await asyncio.gather(*map(one, range(5)))
    gaps = [later - earlier for earlier, later in itertools.pairwise(went[1:])]
    assert min(gaps) >= 0.98 / (20 * PACE)


async def test_a_replica_that_is_late_does_not_go_beside_the_other_ones_calls() -> None:
    """Its place had passed, and those of the other one came in time: 5 refusals in a launch of 100
    tandems by two servers, none by one.
    """
    lanes, limit, went = OwnLanes(), Limit("l", per_second=4), list[float]()
    late, other = Throttle(lanes), Throttle(lanes)
    for each in (late, other):
        each.share(2)
    for _ in range(4):
        late.goes(limit, "lane")(True)

    async def one(throttle: Throttle) -> None:
        await throttle.turn(limit, "lane")
        went.append(time.monotonic())

    await asyncio.gather(one(late), *(one(other) for _ in range(5)))
    assert all(fifth - first > 1.0 for first, fifth in zip(went, went[4:], strict=False))


async def test_whoever_waits_for_a_wider_lane_that_is_held_does_not_go_on_an_old_place() -> None:
    """Refused once, two servers were refused every other second until the end of the launch: one of
    them had its place in the team's lane from before, and went beside the next ones.
    """
    lanes, went = OwnLanes(), list[float]()
    team, all_ = (Limit("team", per_second=4), "team"), (Limit("all", per_second=40), "all")
    one, other = Throttle(lanes), Throttle(lanes)
    for each in (one, other):
        each.share(2)

    async def call(throttle: Throttle) -> None:
        await throttle.turns([team, all_])
        went.append(time.monotonic())

    await one.hold(*all_, 0.6)
    waiting = asyncio.create_task(call(other))
    await asyncio.sleep(0.1)
    await one.hold(*team, 0.5)
    await asyncio.gather(waiting, *(call(each) for each in (one, other, one, other)))
    assert went[4] - went[0] > 1.0


async def test_what_a_service_that_was_stuck_has_counted_late_keeps_the_next_ones_waiting() -> None:
    """Four a second: the four that were all answered after a second were counted only then."""
    throttle, limit, went = Throttle(), Limit("l", per_second=4), list[float]()

    async def one(takes: float) -> None:
        await throttle.turn(limit, "lane")
        went.append(time.monotonic())
        answered = throttle.goes(limit, "lane")
        await asyncio.sleep(takes)
        answered(True)

    await one(0.0)
    stuck = asyncio.gather(*(one(1.3 - number * 0.3) for number in range(4)))
    await asyncio.sleep(1.25)
    await asyncio.gather(stuck, one(0.0))
    assert went[5] - went[1] >= 1.3 + 0.9


async def test_those_who_come_out_of_a_narrow_lane_do_not_go_beside_the_next_of_the_wide_one() -> (
    None
):
    """Teams' channels had their turn in the lane of all long before they go, and the next turns
    there come meanwhile: the service counts all of them when they go.
    """
    throttle, went = Throttle(), list[float]()
    all_ = (Limit("all", per_second=8), "all")
    teams = [(Limit(name, per_second=4), name) for name in ("one team", "another one")]

    async def call(*lanes: tuple[Limit, str]) -> None:
        answered = await throttle.turns([all_, *lanes])
        went.append(time.monotonic())
        for each in answered:
            each(True)

    in_teams = [call(team) for team in teams for _ in range(8)]
    await asyncio.gather(*in_teams, *(call() for _ in range(30)))
    assert all(ninth - first >= 1.0 for first, ninth in zip(went, went[8:], strict=False))


@pytest.mark.parametrize("replicas", [1, 2])
async def test_a_wide_lane_behind_many_narrow_ones_is_used_whole(replicas: int) -> None:
    """Each person's lane lets one through a second, that of all thirty: nobody's turn there passes
    unused, and nobody asks again and again when it comes.
    """
    lanes = Counted()
    throttles = [Throttle(lanes) for _ in range(replicas)]
    own, all_ = Limit("own", per_second=1), Limit("all", per_second=30)

    async def call(number: int) -> None:
        throttle = throttles[number % replicas]
        await throttle.turns([(own, f"own {number}"), (all_, "all")])

    begun = time.monotonic()
    await asyncio.gather(*map(call, range(300)))
    assert time.monotonic() - begun == pytest.approx(299 / (30 * PACE), abs=0.05)
    assert lanes.asked < 400


class Counted(OwnLanes):
    """Counts how often one moment in several lanes is asked for."""

    asked = 0

    async def claim_together(self, wishes: Mapping[str, Wish]) -> Turn:
        self.asked += 1
        return await super().claim_together(wishes)


async def test_a_service_that_always_takes_its_time_has_all_of_its_limit() -> None:
    throttle, limit, went = Throttle(), Limit("l", per_second=4), list[float]()

    async def one() -> None:
        await throttle.turn(limit, "lane")
        went.append(time.monotonic())
        answered = throttle.goes(limit, "lane")
        await asyncio.sleep(0.9)
        answered(True)

    await asyncio.gather(*(one() for _ in range(7)))
    assert went[-1] - went[0] == pytest.approx(6 / (4 * PACE), abs=0.001)


async def test_while_nobody_knows_the_lanes_nobody_goes() -> None:
    class Away(OwnLanes):
        async def claim(self, _wishes: object) -> Mapping[str, Turn]:
            raise Unavailable("the database is away")

    throttle = Throttle(Away())
    with pytest.raises(Unavailable, match="the database is away"):
        await throttle.turn(Limit("l", per_second=20), "lane")


async def test_a_call_that_is_answered_late_is_waited_for_however_often(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It was waited for by calling itself: after a thousand looks nobody in the lane went on."""
    throttle, limit = Throttle(), Limit("l", per_second=1000)
    looks = iter([*[0.000001] * 1500, 0.0])
    throttle.goes(limit, "lane")
    monkeypatch.setattr(Window, "closed_for", property(lambda _: next(looks)))
    async with asyncio.timeout(30):
        await throttle.turn(limit, "lane")


async def test_whoever_waits_for_a_lane_whose_pump_dies_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """They waited for ever; and the next ones find a lane that works."""
    throttle, limit = Throttle(), Limit("l", per_second=1000)
    throttle.goes(limit, "lane")
    looks: list[float] = []
    monkeypatch.setattr(Window, "closed_for", property(lambda _: looks.pop()))
    async with asyncio.timeout(30):
        with pytest.raises(IndexError, match="pop"):
            await throttle.turn(limit, "lane")
        looks.append(0.0)
        await throttle.turn(limit, "lane")


async def test_a_burst_goes_at_once_and_then_the_lasting_rate_holds() -> None:
    went = await moments(Limit("l", per_minute=600 / USED, burst=4), 6)
    assert went == pytest.approx([0.0, 0.0, 0.0, 0.0, 0.1, 0.2], abs=0.001)


async def test_lanes_do_not_wait_for_each_other() -> None:
    throttle, slow = Throttle(), Limit("l", per_minute=1)
    begun = time.monotonic()
    for lane in ("a", "b", "c"):
        await throttle.turn(slow, lane)
    assert time.monotonic() == begun


@pytest.mark.parametrize("replicas", [1, 2, 9])
async def test_at_most_four_are_under_way_in_a_mailbox(replicas: int) -> None:
    """Over all replicas, however the work is spread; all four where only one has any."""
    lanes, limit = OwnLanes(), Limit("mailbox", at_once=4)
    throttles = [Throttle(lanes) for _ in range(replicas)]
    inside = most = 0

    async def one(throttle: Throttle) -> None:
        nonlocal inside, most
        async with throttle.place(limit, "mailbox"):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0.01)
            inside -= 1

    for throttle in throttles:
        throttle.share(replicas)
    await asyncio.gather(*(one(throttles[n % replicas]) for n in range(18)))
    assert most == 4
    most = 0
    await asyncio.gather(*(one(throttles[0]) for _ in range(12)))
    assert most == 4


async def test_the_place_of_a_replica_that_has_died_comes_free_by_itself() -> None:
    lanes, limit = OwnLanes(), Limit("mailbox", at_once=1)
    await lanes.take(["mailbox place 0"], 0.2)
    throttle, begun = Throttle(lanes), time.monotonic()
    throttle.share(2)
    async with throttle.place(limit, "mailbox"):
        assert time.monotonic() - begun >= 0.2


async def test_a_setting_takes_the_place_of_the_published_limit() -> None:
    published, set_ = Limit("l", per_minute=1), Limit("l", per_second=1000)
    throttle, begun = Throttle(limits={"l": set_}), time.monotonic()
    for _ in range(5):
        await throttle.turn(published, "lane")
    assert time.monotonic() - begun < 0.01
