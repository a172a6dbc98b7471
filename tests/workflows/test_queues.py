"""When a queue's worker looks for something to do: at once when something was handed back, seldom
when nothing happens.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from threading import enumerate as enumerate_threads
from types import SimpleNamespace

import pytest
from cryptography.fernet import Fernet, MultiFernet
from dbos._utils import INTERNAL_QUEUE_NAME

from bot.clock import SystemClock
from mentoring.domain.upkeep import Heartbeat
from mentoring.storage.engines import with_driver
from mentoring.storage.lanes import SqlLanes
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.effects import QUEUES
from mentoring.workflows import queues
from mentoring.workflows.engine import Engine
from mentoring.workflows.queues import BUSY_SECONDS, Pace
from mentoring.workflows.replicas import LONG_AGO
from tests.worlds import world_of

LONG = 30.0
Looks = Callable[..., list[float]]


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Looks:
    """After how many seconds a worker looks, in a time; its own timeout is long, and time passes as
    soon as it waits. Each of ``rings`` is a moment at which something is put in.
    """

    def looked(pace: Pace, seconds: float, *rings: float) -> list[float]:
        clock, coming, found = SimpleNamespace(now=0.0), list(rings), list[float]()
        monkeypatch.setattr(queues, "time", SimpleNamespace(monotonic=lambda: clock.now))

        def wait(timeout: float) -> bool:
            then = min(clock.now + timeout, seconds, *coming)
            clock.now = max(clock.now, then) if not pace._rung.is_set() else clock.now
            while coming and coming[0] <= clock.now:
                del coming[0]
                pace.ring()
            if clock.now == seconds:
                pace.set()
            return pace._rung.is_set()

        monkeypatch.setattr(pace._rung, "wait", wait)
        while not pace.wait(LONG):
            found.append(clock.now)
        return found

    return looked


def test_a_worker_looks_at_once_when_something_was_put_in_and_then_no_more(looks: Looks) -> None:
    assert looks(Pace(), BUSY_SECONDS / 2, 0.0) == [0.0]


def test_what_is_put_in_together_is_found_in_one_look(looks: Looks) -> None:
    rings = [BUSY_SECONDS / 2] * 50
    assert looks(Pace(), BUSY_SECONDS, *rings) == [BUSY_SECONDS / 2]


def test_after_something_was_handed_back_the_worker_looks_often_for_a_while(
    looks: Looks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More of it may wait for its place."""
    monkeypatch.setattr(queues, "BUSY_SECONDS", 1.0)
    monkeypatch.setattr(queues, "LINGER_SECONDS", 4.0)
    pace = Pace()
    assert looks(pace, LONG, 0.0) == [0.0, 1.0, 2.0, 3.0, 4.0]
    assert not pace.busy


def test_a_worker_that_waits_ends_when_it_is_told_to() -> None:
    pace = Pace()
    worker = Thread(target=pace.wait, args=(LONG,))
    worker.start()
    pace.set()
    worker.join(LONG)
    assert not worker.is_alive()
    assert pace.wait(LONG)


async def test_who_starts_knows_who_else_lives_before_anything_is_begun(migrated_url: str) -> None:
    """Until its first sign of life it took itself for alone, and kept to no place of a mailbox."""
    store, living = (
        SqlStore(migrated_url, MultiFernet([Fernet(Fernet.generate_key())])),
        list[int](),
    )
    await store.run(lambda uow: uow.heartbeats.put(Heartbeat("other", uow.clock())))
    engine = Engine(world_of(store, SystemClock()), with_driver(migrated_url), "one", living.append)
    await engine.launch()
    await engine.close()
    assert living == [1 if migrated_url.startswith("sqlite") else 2]
    store.close()


async def test_what_a_dead_replica_had_taken_is_free_as_soon_as_it_is_taken_over(
    migrated_url: str,
) -> None:
    """Its calls went on counting in their mailboxes for two minutes."""
    store = SqlStore(migrated_url, MultiFernet([Fernet(Fernet.generate_key())]))
    await store.run(lambda uow: uow.heartbeats.put(Heartbeat("dead", LONG_AGO)))
    for replica in ("dead", "one", "alive"):
        assert await SqlLanes(store, replica).take([f"place of {replica}"], 60)
    engine = Engine(
        world_of(store, SystemClock()), with_driver(migrated_url), "one", lambda _: None
    )
    await engine.launch()
    await engine.close()
    names = [f"place of {replica}" for replica in ("dead", "one", "alive")]
    assert set(await SqlLanes(store, "another").take(names, 60)) == set(names[:2])
    store.close()


async def test_no_thread_of_the_engine_looks_for_what_is_not_there(
    migrated_url: str,
) -> None:
    """Each of them would wake up or ask the database once a second or oftener, for ever."""
    store = SqlStore(migrated_url, MultiFernet([Fernet(Fernet.generate_key())]))
    world = world_of(store, SystemClock())
    before = set(enumerate_threads())
    engine = Engine(world, with_driver(migrated_url), "here", lambda _: None)
    await engine.launch()
    try:
        running = {thread.name for thread in set(enumerate_threads()) - before}
        assert {name for name in running if name.startswith("queue-")} == {
            f"queue-{name}" for name in (*QUEUES, INTERNAL_QUEUE_NAME)
        }
        looking = ("queue_", "jobs", "scheduler", "notif")
        assert not [name for name in running if any(word in name for word in looking)]
    finally:
        await engine.close()
        store.close()
