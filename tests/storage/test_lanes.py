"""A lane is one place for all replicas: two engines on one database share it, whoever asks."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError

from graph.limits import Limit
from graph.own_lanes import OwnLanes
from graph.throttle import Throttle
from mentoring.ports.lanes import SOON, Lanes, Wish
from mentoring.storage import lanes as module
from mentoring.storage.lanes import SqlLanes
from mentoring.storage.store import SqlStore
from mentoring.storage.tables import lanes as table

PRECISE = 0.01
"""SQLite tells the time in thousandths of a second (sqlite.org/lang_datefunc.html)."""
SLOW, FAST = Wish(gap=15.0), Wish(gap=0.1)


@pytest.fixture
def stores(migrated_url: str) -> Iterator[tuple[SqlStore, SqlStore]]:
    """Those of two replicas, on one database."""
    with ExitStack() as stack:
        cipher = MultiFernet([Fernet(Fernet.generate_key())])
        both = SqlStore(migrated_url, cipher), SqlStore(migrated_url, cipher)
        for each in both:
            stack.callback(each.close)
        yield both


@pytest.fixture
def two(stores: tuple[SqlStore, SqlStore]) -> tuple[Lanes, Lanes]:
    return SqlLanes(stores[0]), SqlLanes(stores[1])


async def first(lanes: Lanes, wish: Wish, name: str = "lane") -> float:
    """After how many seconds the first place comes; -1 if there is none yet."""
    turn = (await lanes.claim({name: wish}))[name]
    return turn.after[0] if turn.after else -1.0


async def test_the_places_of_a_lane_follow_each_other_over_two_replicas(
    two: tuple[Lanes, Lanes],
) -> None:
    """However long each claim takes: a place comes a gap at least after the one before it."""
    one, other = two
    soonest = 0.0
    for each in (one, other, other, one):
        asked = time.monotonic()
        after = await first(each, FAST)
        assert time.monotonic() + after >= soonest - PRECISE
        soonest = asked + after + FAST.gap


async def test_who_uses_a_lane_alone_has_all_of_it(two: tuple[Lanes, Lanes]) -> None:
    """L4: each replica had half of it, also where the other one had nothing to do."""
    alone, _ = two
    turn = (await alone.claim({"lane": Wish(gap=0.1, places=8)}))["lane"]
    assert turn.after[-1] - turn.after[0] == pytest.approx(0.7)


async def test_what_is_far_away_is_not_claimed(two: tuple[Lanes, Lanes]) -> None:
    """So that nobody goes ahead who was asked to wait meanwhile."""
    one, other = two
    asked = time.monotonic()
    assert await first(one, SLOW) == 0.0
    turn = (await other.claim({"lane": SLOW}))["lane"]
    assert turn.after == ()
    assert asked + 15 - SOON < time.monotonic() + turn.again
    assert turn.again < 15
    assert await first(one, SLOW) == -1.0


async def test_who_is_asked_to_wait_keeps_all_replicas_waiting(two: tuple[Lanes, Lanes]) -> None:
    one, other = two
    await one.hold("lane", 30)
    assert [await first(each, FAST) for each in two] == [-1.0, -1.0]
    assert await first(other, FAST, "another lane") == 0.0


async def test_a_shorter_wait_ends_no_longer_one(two: tuple[Lanes, Lanes]) -> None:
    one, other = two
    await one.hold("lane", 30)
    await other.hold("lane", 1)
    assert await first(one, FAST) == -1.0


async def test_a_burst_goes_at_once_and_then_the_lasting_pace_holds(
    two: tuple[Lanes, Lanes],
) -> None:
    one, other = two
    burst = Wish(gap=0.5, burst=4, places=4)
    asked = time.monotonic()
    assert (await one.claim({"lane": burst}))["lane"].after == (0.0, 0.0, 0.0, 0.0)
    after = await first(other, Wish(gap=0.5, burst=4))
    assert time.monotonic() + after >= asked + 0.5 - PRECISE


async def test_what_one_replica_has_taken_no_other_one_gets(two: tuple[Lanes, Lanes]) -> None:
    one, other = two
    ours = await one.take(["a", "b"], 30)
    assert set(ours) == {"a", "b"}
    assert set(await other.take(["b", "c"], 30)) == {"c"}
    await one.let_go({"b": ours["b"]}, 0)
    assert set(await other.take(["a", "b"], 30)) == {"b"}
    assert await other.take([], 30) == {}


async def test_what_is_taken_is_free_again_after_its_time(two: tuple[Lanes, Lanes]) -> None:
    """Whoever has died with it holds it no longer."""
    one, other = two
    await one.take(["a"], 0.2)
    await asyncio.sleep(0.4)
    assert set(await other.take(["a"], 30)) == {"a"}


async def test_what_another_one_has_by_now_is_not_let_go(two: tuple[Lanes, Lanes]) -> None:
    """Whoever was slow gave the other one's place to a third."""
    one, other = two
    ours = await one.take(["a"], 0.2)
    await asyncio.sleep(0.4)
    theirs = await other.take(["a"], 30)
    await one.let_go(ours, 0)
    assert await one.take(["a"], 30) == {}
    await other.let_go(theirs, 0)
    assert set(await one.take(["a"], 30)) == {"a"}


async def test_four_calls_are_under_way_in_a_mailbox_over_two_replicas(
    two: tuple[Lanes, Lanes],
) -> None:
    """No more than four, and no fewer while more wait, whoever of the two wants them."""
    limit, inside, seen = Limit("mailbox", at_once=4), 0, list[int]()
    replicas = [Throttle(lanes) for lanes in two]

    async def call(throttle: Throttle) -> None:
        nonlocal inside
        async with throttle.place(limit, "mailbox eva"):
            inside += 1
            seen.append(inside)
            await asyncio.sleep(0.05)
            inside -= 1

    for each in replicas:
        each.share(1)  # they do not wait until others know of them
        each.share(2)
    await asyncio.gather(*(call(replicas[number % 2]) for number in range(16)))
    assert (len(seen), max(seen)) == (16, 4)


async def test_for_how_long_a_lane_is_held_all_replicas_know(two: tuple[Lanes, Lanes]) -> None:
    one, other = two
    assert await other.full_for("lane") == 0.0
    await one.hold("lane", 30)
    assert 0.0 < await other.full_for("lane") <= 30.01
    await one.hold("another lane", 0.05)
    await asyncio.sleep(0.1)
    assert await other.full_for("another lane") == 0.0


async def test_many_who_claim_at_the_same_time_do_not_get_the_same_place(
    two: tuple[Lanes, Lanes],
) -> None:
    lanes = [two[number % 2] for number in range(24)]
    wishes = {name: Wish(gap=0.01) for name in ("a", "b", "c")}
    turns = await asyncio.gather(*(each.claim(wishes) for each in lanes))
    ends = sorted(turn["b"].after[0] for turn in turns)
    assert ends[-1] <= 0.01 * 24
    assert {name for turn in turns for name in turn} == {"a", "b", "c"}
    assert not (await two[0].claim({"b": Wish(gap=0.01)}))["b"].again


def left_of(seconds: float, begun: float) -> float:
    """What is left of them at least, however slow the machine is."""
    return max(0.0, seconds - (time.monotonic() - begun) - PRECISE)


class TestOneMomentInSeveralLanes:
    """A channel counts for its team and for the tenant in the moment in which it is asked for."""

    TEAM, ALL = Wish(gap=0.3), Wish(gap=0.1)

    async def test_it_is_a_place_in_each(self, two: tuple[Lanes, Lanes]) -> None:
        one, other = two
        begun = time.monotonic()
        turn = await one.claim_together({"team": self.TEAM, "all": self.ALL})
        assert (turn.after, turn.by) == ((0.0,), "")
        full = await other.full_for("team"), await other.full_for("all")
        assert left_of(0.3, begun) <= full[0] <= 0.3 + PRECISE
        assert left_of(0.1, begun) <= full[1] <= 0.1 + PRECISE

    async def test_who_waits_for_the_wide_lane_has_the_same_moment_in_the_narrow_one(
        self, two: tuple[Lanes, Lanes]
    ) -> None:
        one, other = two
        begun = time.monotonic()
        await one.hold("all", 0.6)
        [after] = (await other.claim_together({"team": self.TEAM, "all": self.ALL})).after
        assert left_of(0.6, begun) <= after <= 0.6
        full = await one.full_for("team")
        assert left_of(0.9, begun) <= full <= after + 0.3 + PRECISE

    async def test_the_wide_lane_is_not_kept_for_somebody_who_waits_for_a_narrow_one(
        self, two: tuple[Lanes, Lanes]
    ) -> None:
        one, other = two
        await one.hold("team", 30)
        turn = await other.claim_together({"team": self.TEAM, "all": self.ALL})
        assert (turn.after, turn.by) == ((), "team")
        assert 20 < turn.again <= 30
        assert await one.full_for("all") == 0.0

    async def test_what_is_far_away_is_not_claimed(self, two: tuple[Lanes, Lanes]) -> None:
        one, other = two
        await one.hold("all", 30)
        turn = await other.claim_together({"team": self.TEAM, "all": self.ALL})
        assert (turn.after, turn.by) == ((), "all")
        assert 29 < turn.again < 30
        assert await one.full_for("team") == 0.0

    async def test_many_who_claim_at_the_same_time_do_not_get_the_same_moment(
        self, two: tuple[Lanes, Lanes]
    ) -> None:
        """Also in lanes that nobody has known before."""
        begun = time.monotonic()

        async def call(number: int) -> float:
            wishes = {f"team {number % 3}": Wish(gap=0.03), "all": Wish(gap=0.01)}
            turn = await two[number % 2].claim_together(wishes)
            if turn.after:
                return turn.after[0]
            await asyncio.sleep(turn.again)
            return await call(number)

        await asyncio.gather(*map(call, range(24)))
        assert begun + 24 * 0.01 <= time.monotonic() + await two[0].full_for("all") + PRECISE


class Deadlock(Exception):
    """As PostgreSQL tells it."""

    sqlstate = "40P01"


async def test_a_claim_that_met_another_transaction_is_made_once_more(
    stores: tuple[SqlStore, SqlStore],
) -> None:
    """Nobody's call fails because lanes that were long free are removed just then."""
    tries = list[int]()

    def job(_connection: object) -> str:
        tries.append(len(tries))
        if len(tries) == 1:
            raise DBAPIError("", None, Deadlock())
        return "claimed"

    assert await stores[0].in_one(job) == "claimed"
    assert tries == [0, 1]


async def test_lanes_that_have_long_been_free_go_and_name_nobody(
    stores: tuple[SqlStore, SqlStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, lanes = stores[0], SqlLanes(stores[0])
    await lanes.hold("conversation anna", 0.01)
    await lanes.hold("conversation bert", 600)

    def rows() -> list[str]:
        with store.engine.connect() as connection:
            return list(connection.execute(select(table.c.id)).scalars())

    assert not [key for key in rows() if "a:" in key or "anna" in key]
    monkeypatch.setattr(module, "FORGOTTEN_SECONDS", 0.0)
    await asyncio.sleep(0.1)
    await SqlLanes(store).forget()
    assert len(rows()) == 1


class TestAClockThatGoesBack:
    """Under the database: what was noted an hour from now held up everything for an hour, and no
    restart helped.
    """

    HOUR = 3600.0

    @pytest.fixture
    def goes_back(self, stores: tuple[SqlStore, SqlStore]) -> Callable[[], None]:
        """As if all that is noted had been noted by a clock that was an hour ahead."""
        noted = {"free_at": table.c.free_at + self.HOUR, "noted_at": table.c.noted_at + self.HOUR}

        def moved() -> None:
            with stores[0].engine.begin() as connection:
                connection.execute(update(table).values(noted))

        return moved

    async def test_what_was_claimed_before_holds_up_nobody(
        self, two: tuple[Lanes, Lanes], goes_back: Callable[[], None]
    ) -> None:
        one, other = two
        await one.claim({"lane": FAST})
        await one.claim_together({"team": FAST, "all": FAST})
        goes_back()
        assert await other.full_for("lane") == 0.0
        assert [await first(each, FAST) <= FAST.gap for each in two] == [True, True]
        assert (await other.claim_together({"team": FAST, "all": FAST})).after == (0.0,)
        assert await one.full_for("all") <= 0.1 + PRECISE

    async def test_what_was_taken_before_is_free(
        self, two: tuple[Lanes, Lanes], goes_back: Callable[[], None]
    ) -> None:
        """And is not let go by whoever had it."""
        one, other = two
        ours = await one.take(["card a"], 60)
        goes_back()
        assert set(await other.take(["card a"], 60)) == {"card a"}
        await one.let_go(ours, 0)
        assert await one.take(["card a"], 60) == {}

    async def test_who_is_asked_to_wait_since_then_waits(
        self, two: tuple[Lanes, Lanes], goes_back: Callable[[], None]
    ) -> None:
        """Also for the hour for which a service may ask."""
        one, other = two
        await one.hold("lane", 60)
        goes_back()
        await one.hold("lane", self.HOUR)
        assert self.HOUR - 10 < await other.full_for("lane") <= self.HOUR + PRECISE
        assert await first(other, FAST) == -1.0

    async def test_what_was_noted_before_is_forgotten(
        self, stores: tuple[SqlStore, SqlStore], goes_back: Callable[[], None]
    ) -> None:
        lanes = SqlLanes(stores[0])
        await lanes.hold("lane", self.HOUR)
        goes_back()
        await lanes.hold("another lane", self.HOUR)
        await lanes.forget()
        with stores[0].engine.connect() as connection:
            assert len(connection.execute(select(table.c.id)).all()) == 1


@pytest.mark.usefixtures("own_time")
async def test_a_process_alone_keeps_its_lanes_likewise() -> None:
    lanes = OwnLanes()
    assert [await first(lanes, FAST) for _ in range(3)] == pytest.approx([0.0, 0.1, 0.2])
    await lanes.hold("lane", 30)
    assert await first(lanes, FAST) == -1.0
    assert await lanes.full_for("lane") == pytest.approx(30)
    ours = await lanes.take(["a"], 30)
    assert (set(ours), await lanes.take(["a"], 30)) == ({"a"}, {})
    await lanes.let_go({"a": ours["a"] - 1}, 0)
    assert await lanes.take(["a"], 30) == {}
