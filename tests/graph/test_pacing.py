"""Who keeps the pace of the published limits is refused by none of them, although calls take now
longer, now less until they are counted.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Sequence

import pytest

from graph.channel_calls import CHANNELS, CHANNELS_OF_A_TEAM, MEMBERSHIPS
from graph.limits import Limit
from graph.own_lanes import OwnLanes
from graph.throttle import Throttle
from sandbox.limits import Charge, Limits, per_minute, per_second

Arrive = Callable[[], Awaitable[None]]
pytestmark = pytest.mark.usefixtures("own_time")


def service() -> Limits:
    """What counts."""
    return Limits(now=lambda: time.monotonic())  # noqa: PLW0108 - the test's own clock


def drawn(seed: int) -> random.Random:
    """How long calls take."""
    return random.Random(seed)  # noqa: S311 - chance of a test, not a secret


def count_channel(limits: Limits, team: str) -> None:
    """The service counts that a channel is opened in the team."""
    tenant = Charge("in the tenant", "tenant", per_second(10))
    limits.ask([tenant, Charge("in a team", team, per_second(4))])


def channel_lanes(team: str) -> Sequence[tuple[Limit, str]]:
    """What a channel in the team has to keep to."""
    return [(CHANNELS_OF_A_TEAM, team), (CHANNELS, "channels")]


async def called(throttle: Throttle, lanes: Sequence[tuple[Limit, str]], arrive: Arrive) -> None:
    """A call is counted some time after it went, and answered a little later."""
    answered = await throttle.turns(lanes)
    await arrive()
    await asyncio.sleep(0.05)
    for each in answered:
        each(True)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("teams", [1, 2, 3, 6])
async def test_channels_are_refused_by_no_limit(teams: int, seed: int) -> None:
    """By all of what a minute allows, one a minute and team was."""
    limits, throttle, chance = service(), Throttle(), drawn(seed)

    async def opens(team: str) -> None:
        async def arrive() -> None:
            await asyncio.sleep(chance.uniform(0.005, 0.1))
            count_channel(limits, team)

        await called(throttle, channel_lanes(team), arrive)

    await asyncio.gather(*(opens(f"team {number % teams}") for number in range(1000)))
    assert limits.throttled == {}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("servers", [1, 2])
async def test_channels_that_are_asked_for_in_no_order_are_refused_by_no_limit(
    servers: int, seed: int
) -> None:
    """Those of one team queued up, and came beside the next ones of the others: 14 to 22 of a
    thousand were refused with one server, 25 to 34 with two.
    """
    limits, lanes, chance = service(), OwnLanes(), drawn(seed)
    throttles = [Throttle(lanes) for _ in range(servers)]
    for each in throttles:
        each.share(servers)

    async def opens() -> None:
        team = f"team {chance.randrange(3)}"

        async def arrive() -> None:
            await asyncio.sleep(chance.uniform(0.005, 0.1))
            count_channel(limits, team)

        throttle = chance.choice(throttles)
        await called(throttle, channel_lanes(team), arrive)

    await asyncio.gather(*(opens() for _ in range(1000)))
    assert limits.throttled == {}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("stuck", [0.25, 0.4, 0.8])
async def test_a_service_that_is_stuck_now_and_then_refuses_no_channel(
    stuck: float, seed: int
) -> None:
    """What came meanwhile is counted at once when it goes on. Of 500 up to 3 were refused for a
    quarter of a second, up to 12 for 0.4 and 46 for 0.8: a second after that others came a
    hundredth too early, and those of several teams, who wait for the same moment, in it together.
    """
    limits, throttle, chance = service(), Throttle(), drawn(seed)
    stuck_at = [5 * number + chance.uniform(0, 4) for number in range(20)]
    begun = time.monotonic()

    def goes_on_in() -> float:
        now = time.monotonic() - begun
        return max((at + stuck - now for at in stuck_at if at <= now), default=0.0)

    async def opens(team: str) -> None:
        async def arrive() -> None:
            await asyncio.sleep(chance.uniform(0.005, 0.03))
            await asyncio.sleep(max(0.0, goes_on_in()))
            count_channel(limits, team)

        await called(throttle, channel_lanes(team), arrive)

    await asyncio.gather(*(opens(f"team {number % 3}") for number in range(500)))
    assert limits.throttled == {}


@pytest.mark.parametrize("seed", range(4))
async def test_memberships_are_refused_by_no_limit(seed: int) -> None:
    limits, throttle, chance = service(), Throttle(), drawn(seed)

    async def arrive() -> None:
        await asyncio.sleep(chance.uniform(0.005, 0.1))
        limits.ask([Charge("in a team", "team", per_minute(4))])

    await asyncio.gather(*(called(throttle, [(MEMBERSHIPS, "team")], arrive) for _ in range(20)))
    assert limits.throttled == {}
