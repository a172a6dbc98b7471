"""The pace of calls: spaced as documented, in bursts only where the documentation allows them,
shared by replicas.
"""

from __future__ import annotations

import asyncio
import itertools
import time

import pytest

from graph.throttle import Limit, Throttle


async def moments(limit: Limit, calls: int, replicas: int = 1) -> list[float]:
    throttle = Throttle()
    throttle.replicas = replicas
    begun = time.monotonic()
    found: list[float] = []

    async def one() -> None:
        await throttle.turn(limit, "lane")
        found.append(time.monotonic() - begun)

    await asyncio.gather(*(one() for _ in range(calls)))
    return found


@pytest.mark.parametrize("replicas", [1, 2])
async def test_calls_are_spaced_by_83_percent_of_the_limit(replicas: int) -> None:
    gap = replicas / (20 * 0.83)
    went = await moments(Limit("l", per_second=20), 5, replicas)
    assert all(later - earlier >= gap * 0.98 for earlier, later in itertools.pairwise(went))


async def test_a_burst_goes_at_once_and_then_the_lasting_rate_holds() -> None:
    went = await moments(Limit("l", per_minute=600, burst=4), 6)
    assert went[3] < 0.05
    assert went[4] - went[3] >= 0.09
    assert went[5] - went[4] >= 0.09


async def test_lanes_do_not_wait_for_each_other() -> None:
    throttle, slow = Throttle(), Limit("l", per_minute=1)
    begun = time.monotonic()
    for lane in ("a", "b", "c"):
        await throttle.turn(slow, lane)
    assert time.monotonic() - begun < 0.5


async def test_at_most_four_are_under_way_in_a_mailbox() -> None:
    throttle, limit = Throttle(), Limit("mailbox", at_once=4)
    inside = most = 0

    async def one() -> None:
        nonlocal inside, most
        async with throttle.place(limit, "mailbox"):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0.01)
            inside -= 1

    await asyncio.gather(*(one() for _ in range(12)))
    assert most == 4
