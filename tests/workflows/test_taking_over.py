"""A replica that dies for good is taken over within a minute, also while the database blinks."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest

from graph.own_lanes import OwnLanes
from mentoring.domain.errors import Unavailable
from mentoring.domain.upkeep import Heartbeat
from mentoring.workflows.replicas import Replicas
from mentoring.workflows.upkeep import BEAT_SECONDS, Upkeep

pytestmark = pytest.mark.usefixtures("own_time")
NOTHING = cast("Any", None)
TAKES_SECONDS = 0.1
"""What each transaction takes."""
LONG_AWAKE_SECONDS = 60.0


@dataclass
class Database:
    """The signs of life; it is away until a moment (monotonic, seconds)."""

    beats: dict[str, Heartbeat] = field(default_factory=dict)
    away_until: float = 0.0

    async def run(self, unit: Callable[[Any], Any]) -> Any:
        for _ in range(2):
            if time.monotonic() < self.away_until:
                raise Unavailable("the database is away")
            await asyncio.sleep(TAKES_SECONDS / 2)
        return unit(self)

    def blinks(self, seconds: float) -> None:
        self.away_until = time.monotonic() + seconds

    def clock(self) -> datetime:
        return datetime(2027, 3, 1, tzinfo=UTC) + timedelta(seconds=time.monotonic())

    @property
    def heartbeats(self) -> Database:
        """It is its own table."""
        return self

    def all(self) -> list[Heartbeat]:
        return list(self.beats.values())

    def put(self, beat: Heartbeat) -> None:
        self.beats[beat.id] = beat

    def put_all(self, beats: Iterable[Heartbeat]) -> None:
        self.beats |= {beat.id: beat for beat in beats}

    def delete(self, key: str) -> None:
        del self.beats[key]


@dataclass
class House:
    """Replicas on one database; of each that was taken over, after how many seconds, by whom, and
    whether it had said that it stops.
    """

    database: Database = field(default_factory=Database)
    taken: list[tuple[str, str, bool, float]] = field(default_factory=list)
    loops: dict[str, Upkeep] = field(default_factory=dict)
    replicas: dict[str, Replicas] = field(default_factory=dict)
    refuses: int = 0
    dead_since: float = 0.0

    def starts(self, own: str) -> Replicas:
        made = self.replicas[own] = Replicas(cast("Any", self.database), own, shared=True)

        async def take_over(replica: str, *, left: bool) -> None:
            if self.refuses:
                self.refuses -= 1
                self.database.blinks(5)
            await self.database.run(lambda _: None)
            self.taken.append((replica, own, left, time.monotonic() - self.dead_since))

        async def look() -> None:
            await made.hand_over(await made.beat(), take_over)

        self.loops[own] = Upkeep(NOTHING, NOTHING, OwnLanes())
        self.loops[own]._begin("beat", look, BEAT_SECONDS)
        return made

    async def dies(self, own: str) -> None:
        await self.loops.pop(own).stop()
        self.dead_since = time.monotonic()

    async def stops(self) -> None:
        for each in self.loops.values():
            await each.stop()


async def at_work(*names: str) -> House:
    """These replicas, which beat one after another, for long enough to judge each other."""
    house = House()
    for name in names:
        house.starts(name)
        await asyncio.sleep(BEAT_SECONDS / len(names))
    await asyncio.sleep(LONG_AWAKE_SECONDS)
    return house


@pytest.mark.parametrize("after", [None, 0, 10, 25, 29, 31, 33])
@pytest.mark.parametrize("blink", [4, 12])
async def test_whenever_the_database_blinks(after: float | None, blink: float) -> None:
    house = await at_work("one", "two", "three")
    await house.dies("three")
    if after is not None:
        await asyncio.sleep(after)
        house.database.blinks(blink)
    await asyncio.sleep(90)
    [(replica, _, _, seconds)] = house.taken
    assert (replica, {*house.database.beats}) == ("three", {"one", "two"})
    assert seconds <= 60
    await house.stops()


async def test_whoever_meets_the_blink_while_handing_over_goes_on_with_it() -> None:
    """The dead one seemed to have beaten just then, and had to lapse once more."""
    house = await at_work("one", "two", "three")
    house.refuses = 1
    await house.dies("three")
    await asyncio.sleep(90)
    [(_, _, _, seconds)] = house.taken
    assert seconds <= 60
    await house.stops()


async def test_who_dies_while_handing_over_is_taken_over_with_what_was_left_to_it() -> None:
    house = await at_work("one", "two", "three")
    house.refuses = 10**6
    await house.dies("three")
    await asyncio.sleep(40)
    [handing_over] = [own for own, each in house.replicas.items() if each._in_place_of]
    await house.dies(handing_over)
    house.refuses, house.database.away_until = 0, 0.0
    await asyncio.sleep(60)
    assert {replica for replica, *_ in house.taken} == {"three", handing_over}
    await house.stops()


async def test_who_has_stopped_is_known_to_have_stopped_after_a_blink_too() -> None:
    house = await at_work("one", "two")
    stopping = house.starts("three")
    await asyncio.sleep(1)
    await house.dies("three")
    await stopping.leave()
    house.refuses = 1
    await asyncio.sleep(20)
    [(replica, _, left, seconds)] = house.taken
    assert (replica, left) == ("three", True)
    assert seconds <= 15
    await house.stops()


async def test_who_was_only_stuck_and_beats_again_is_left_alone() -> None:
    """Whoever had begun to hand its work over does not go on with that."""
    house = await at_work("one", "two")
    await house.database.run(
        lambda uow: uow.put(Heartbeat("stuck", uow.clock() - timedelta(minutes=1)))
    )
    house.refuses = 1
    await asyncio.sleep(BEAT_SECONDS)
    house.database.away_until = 0.0
    await house.database.run(lambda uow: uow.put(Heartbeat("stuck", uow.clock())))
    await asyncio.sleep(20)
    assert house.taken == []
    await house.stops()
