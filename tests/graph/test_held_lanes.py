"""Lanes that are held because the service has asked for it, and places in a mailbox: for all
replicas, and nobody waits long without being told.
"""

from __future__ import annotations

import asyncio
import itertools
import time

import pytest

from graph import holding
from graph import places as module
from graph.limits import Limit
from graph.own_lanes import OwnLanes
from graph.throttle import Throttle
from mentoring.domain.errors import Throttled
from mentoring.workflows.upkeep import BEAT_SECONDS

pytestmark = pytest.mark.usefixtures("own_time")


async def test_who_is_asked_to_wait_keeps_the_other_replicas_waiting() -> None:
    """L6: Retry-After was read by nobody above the SDK."""
    lanes, limit = OwnLanes(), Limit("l", per_second=20)
    one, other = Throttle(lanes), Throttle(lanes)
    await one.hold(limit, "lane", 0.4)
    begun = time.monotonic()
    await other.turn(limit, "lane")
    assert time.monotonic() - begun >= 0.39


@pytest.mark.parametrize("limit", [Limit("l"), Limit("l", at_once=4)])
async def test_a_lane_without_a_rate_is_held_for_all_replicas_too(limit: Limit) -> None:
    """A mailbox, say, or what is only held when the service asks for it."""
    lanes = OwnLanes()
    one, other = Throttle(lanes), Throttle(lanes)
    for each in (one, other):
        each.share(2)
    await one.hold(limit, "lane", 0.4)
    begun = time.monotonic()
    async with other.place(limit, "lane"):
        await other.turn(limit, "lane")
    assert time.monotonic() - begun >= 0.39


@pytest.mark.parametrize("replicas", [1, 2])
async def test_who_waits_because_a_lane_is_held_keeps_nobody_elses_place(replicas: int) -> None:
    """With a place in hand that ran out meanwhile, twice as many went then."""
    lanes, limit = OwnLanes(), Limit("mailbox", at_once=1)
    throttle = Throttle(lanes)
    throttle.share(replicas)
    async with throttle.place(limit, "lane"):
        waiting = asyncio.create_task(_through(throttle, limit))
        await asyncio.sleep(0.05)
        await throttle.hold(limit, "lane", 20)
    await asyncio.sleep(0.3)
    assert set(await lanes.take(["lane place 0"], 60)) == {"lane place 0"}
    assert not waiting.done()
    waiting.cancel()


@pytest.mark.parametrize("elsewhere", [False, True])
@pytest.mark.parametrize(
    "limit",
    [Limit("l"), Limit("l", at_once=4), Limit("l", per_second=20), Limit("l", per_minute=4)],
)
async def test_whoever_would_have_to_wait_long_is_told_instead(
    limit: Limit, elsewhere: bool
) -> None:
    """An effect that waited for an hour where it was kept its place from people's cards: 32 of
    them, and nobody was answered any more.
    """
    lanes = OwnLanes()
    one, other = Throttle(lanes), Throttle(lanes)
    for each in (one, other):
        each.share(2)
    waiting = [asyncio.create_task(_through(one, limit)) for _ in range(9)]
    await one.hold(limit, "lane", 3600)
    async with asyncio.timeout(5):
        with pytest.raises(Throttled) as told:
            await _through(other if elsewhere else one, limit)
        ends = await asyncio.gather(*waiting, return_exceptions=True)
    assert 3590 < told.value.retry_after < 3601
    assert {type(each) for each in ends} <= {Throttled, type(None)}


async def test_whoever_waits_because_many_go_before_them_is_not_sent_away() -> None:
    """One call every fifteen seconds is what a team takes: that is no reason to come again."""
    throttle, limit = Throttle(), Limit("l", per_minute=4)
    waiting = [asyncio.create_task(throttle.turn(limit, "lane")) for _ in range(9)]
    await asyncio.sleep(0.3)
    assert [each.done() for each in waiting] == [True] + [False] * 8
    for each in waiting:
        each.cancel()


async def _through(throttle: Throttle, limit: Limit) -> None:
    async with throttle.place(limit, "lane"):
        await throttle.turn(limit, "lane")


async def under_way(*throttles: Throttle, calls: int, takes: float) -> int:
    """How many calls were under way in a mailbox at once at most, if each of these makes so many,
    which take so many seconds.
    """
    limit, inside, most = Limit("mailbox", at_once=4), 0, 0

    async def call(throttle: Throttle) -> None:
        nonlocal inside, most
        async with throttle.place(limit, "lane"):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(takes)
            inside -= 1

    await asyncio.gather(*(call(each) for each in throttles for _ in range(calls)))
    return most


async def test_a_newcomer_has_nothing_under_way_before_the_others_know_of_it() -> None:
    """Who was alone takes no places, and learns of it with its next sign of life: until then there
    were twice as many.
    """
    lanes = OwnLanes()
    alone, newcomer = Throttle(lanes), Throttle(lanes)
    alone.share(1)
    newcomer.share(2)
    asyncio.get_running_loop().call_later(BEAT_SECONDS, alone.share, 2)
    assert await under_way(alone, newcomer, calls=100, takes=0.5) == 4
    assert holding.KNOWN_SECONDS > BEAT_SECONDS


async def test_who_is_alone_again_waits_for_no_place_of_one_that_has_died() -> None:
    """They come free by themselves only after two minutes."""
    lanes = OwnLanes()
    throttle, begun = Throttle(lanes), time.monotonic()
    for replicas in (1, 2):
        throttle.share(replicas)
    await lanes.take([f"lane place {number}" for number in range(4)], module.PLACE_SECONDS)
    asyncio.get_running_loop().call_later(35, throttle.share, 1)
    assert await under_way(throttle, calls=8, takes=0.5) == 4
    assert time.monotonic() - begun < 40


async def test_a_place_that_another_one_has_by_now_is_not_let_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "PLACE_SECONDS", 0.05)
    lanes, limit = OwnLanes(), Limit("mailbox", at_once=1)
    slow = Throttle(lanes)
    slow.share(2)
    async with slow.place(limit, "lane"):
        await asyncio.sleep(0.1)
        assert await lanes.take(["lane place 0"], 60)
    assert await lanes.take(["lane place 0"], 60) == {}


async def test_what_was_claimed_before_a_lane_was_held_counts_no_more() -> None:
    """All replicas had claimed ahead, and would have gone in the moment in which it came free."""
    lanes, limit, went = OwnLanes(), Limit("l", per_second=40), list[float]()
    throttles = [Throttle(lanes) for _ in range(4)]

    async def one(throttle: Throttle) -> None:
        await throttle.turn(limit, "lane")
        went.append(time.monotonic())

    asked = [asyncio.create_task(one(each)) for each in throttles for _ in range(4)]
    await asyncio.sleep(0.05)
    before = len(went)
    for throttle in throttles:
        await throttle.hold(limit, "lane", 0.4)
    await asyncio.gather(*asked)
    gaps = [later - earlier for earlier, later in itertools.pairwise(went[before:])]
    assert len(gaps) >= 10
    assert sum(gaps) >= 0.9 * len(gaps) / (40 * 0.83)
