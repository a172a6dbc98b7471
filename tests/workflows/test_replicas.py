"""A replica is dead when it has given no sign of life by the database's clock; its work is handed
over before its row goes.
"""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta

import pytest
from dbos import DBOS
from structlog.testing import capture_logs

from mentoring.domain.upkeep import Heartbeat
from mentoring.storage.store import SqlStore
from mentoring.workflows import recovery
from mentoring.workflows.replicas import AWAKE, LAPSED, Beat, Replicas


def just_started(store: SqlStore, own: str, *, shared: bool = True) -> Replicas:
    return Replicas(store, own, shared)


def replica(store: SqlStore, own: str) -> Replicas:
    """One that has beaten regularly for long enough to judge others."""
    now = clock(store)
    return Replicas(
        store, own, shared=True, beaten_at=now, awake_since=now - AWAKE - timedelta(seconds=1)
    )


def clock(store: SqlStore) -> datetime:
    return store.run_now(lambda uow: uow.clock())


async def silent(store: SqlStore, own: str, *, since: timedelta) -> None:
    await store.run(lambda uow: uow.heartbeats.put(Heartbeat(own, uow.clock() - since)))


async def taken_over(replica: str, *, left: bool) -> None:
    """Nothing was left of what it had begun."""
    assert (replica, left) == ("dead", False)


async def test_replicas_that_beat_live(store: SqlStore) -> None:
    await replica(store, "one").beat()
    assert await replica(store, "two").beat() == Beat(frozenset({"one"}), ())


async def test_a_beat_tells_what_time_it_is_by_the_databases_clock(store: SqlStore) -> None:
    """So a replica whose own clock is hours off keeps the same time as the others."""
    before = clock(store)
    beat = await replica(store, "one").beat()
    assert before <= beat.at <= clock(store)


async def test_a_silent_replicas_work_is_handed_over_by_one_of_the_others(store: SqlStore) -> None:
    await silent(store, "dead", since=LAPSED + timedelta(seconds=1))
    beats = await asyncio.gather(*(replica(store, own).beat() for own in ("one", "two", "three")))
    assert [each for beat in beats for each in beat.lapsed] == ["dead"]


async def test_a_row_stays_until_the_work_is_handed_over(store: SqlStore) -> None:
    """Whoever hands over may die over it: then the row lapses once more."""
    await silent(store, "dead", since=LAPSED + timedelta(seconds=1))
    one, two = replica(store, "one"), replica(store, "two")
    assert (await one.beat()).lapsed == ("dead",)
    assert (await two.beat()).lapsed == ()
    await silent(store, "dead", since=LAPSED + timedelta(seconds=1))
    assert (await two.beat()).lapsed == ("dead",)
    await two.hand_over(await two.beat(), taken_over)
    assert await one.beat() == Beat(frozenset({"two"}), ())


async def test_who_stops_is_handed_over_at_once(store: SqlStore) -> None:
    await replica(store, "one").beat()
    await replica(store, "one").leave()
    assert await replica(store, "two").beat() == Beat(frozenset(), ("one",), frozenset({"one"}))


@pytest.mark.parametrize(
    ("left", "told"),
    [(True, ("info", "replica.left")), (False, ("warning", "replica.lapsed"))],
)
def test_who_has_stopped_is_told_from_who_has_died(
    monkeypatch: pytest.MonkeyPatch, left: bool, told: tuple[str, str]
) -> None:
    """Each start after an orderly stop warned of a replica that had lapsed."""
    monkeypatch.setattr(DBOS, "list_workflows", lambda **_: [])
    with capture_logs() as logs:
        assert recovery.hand_back("one", left=left) == set()
    assert [(each["log_level"], each["event"]) for each in logs] == [told]


async def test_where_only_one_can_be_at_work_all_others_are_dead(store: SqlStore) -> None:
    await just_started(store, "before the restart", shared=False).beat()
    after = just_started(store, "after it", shared=False)
    assert await after.beat() == Beat(frozenset(), ("before the restart",))


async def test_when_the_database_was_away_nobody_is_declared_dead_before_they_could_beat(
    store: SqlStore,
) -> None:
    """Nobody could beat meanwhile, the one who is first to beat again no more than the others."""
    await silent(store, "two", since=LAPSED + timedelta(seconds=40))
    one = replica(store, "one")
    one.beaten_at -= LAPSED + timedelta(seconds=40)
    assert await one.beat() == Beat(frozenset({"two"}), ())
    await silent(store, "two", since=LAPSED + timedelta(seconds=1))
    one.awake_since -= AWAKE + timedelta(seconds=1)
    assert (await one.beat()).lapsed == ("two",)


async def test_who_died_before_the_databases_clock_went_back_is_not_taken_for_alive(
    store: SqlStore,
) -> None:
    """Its last sign of life lay an hour ahead, so its work lay still for an hour."""
    hour = timedelta(hours=1)
    await silent(store, "dead", since=-hour)
    await silent(store, "living", since=-hour)
    one = replica(store, "one")
    one.beaten_at, one.awake_since = one.beaten_at + hour, one.awake_since + hour
    assert (await one.beat()).lapsed == (), "others may not have beaten since"
    await just_started(store, "living").beat()
    one.awake_since -= AWAKE + timedelta(seconds=1)
    assert (await one.beat()).lapsed == ("dead",)


async def test_who_has_just_started_judges_nobody_yet(store: SqlStore) -> None:
    await silent(store, "two", since=LAPSED + timedelta(seconds=1))
    assert await just_started(store, "one").beat() == Beat(frozenset({"two"}), ())


def test_a_beat_that_took_long_still_tells_the_time() -> None:
    """A commit that is slow made a right clock go back by as much."""
    at = datetime(2027, 3, 1, 12, tzinfo=UTC)
    told = Beat(frozenset(), (), at=at, read_at=time.monotonic() - 9)
    assert timedelta(seconds=9) <= told.now - at < timedelta(minutes=1)
