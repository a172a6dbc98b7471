"""When a queue's worker looks for something to do: at once when something was handed back, seldom
when nothing happens.
"""

from __future__ import annotations

import asyncio
import time
from threading import Thread
from threading import enumerate as enumerate_threads

import pytest
from cryptography.fernet import Fernet, MultiFernet
from dbos._utils import INTERNAL_QUEUE_NAME

from bot.clock import SystemClock
from mentoring.storage.engines import with_driver
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.effects import QUEUES
from mentoring.workflows import queues
from mentoring.workflows.engine import Engine
from mentoring.workflows.queues import BUSY_SECONDS, Pace
from tests.worlds import world_of

LONG = 30.0


def looks(pace: Pace, seconds: float) -> list[float]:
    """After how many seconds a worker with this pace looks, in a time; its own timeout is long."""
    began, found = time.monotonic(), list[float]()

    def work() -> None:
        while not pace.wait(LONG):
            found.append(time.monotonic() - began)

    worker = Thread(target=work)
    worker.start()
    time.sleep(seconds)
    pace.set()
    worker.join(1)
    assert not worker.is_alive()
    return found


def test_a_worker_looks_at_once_when_something_was_put_in_and_then_no_more() -> None:
    pace = Pace()
    pace.ring()
    found = looks(pace, BUSY_SECONDS / 2)
    assert len(found) == 1
    assert found[0] < BUSY_SECONDS / 2


def test_what_is_put_in_together_is_found_in_one_look() -> None:
    pace = Pace()

    async def burst() -> list[float]:
        waiting = asyncio.create_task(asyncio.to_thread(looks, pace, BUSY_SECONDS))
        await asyncio.sleep(BUSY_SECONDS / 2)
        for _ in range(50):
            pace.ring()
        return await waiting

    assert len(asyncio.run(burst())) == 1


def test_after_something_was_handed_back_the_worker_looks_often_for_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """More of it may wait for its place."""
    monkeypatch.setattr(queues, "BUSY_SECONDS", 0.1)
    monkeypatch.setattr(queues, "LINGER_SECONDS", 0.5)
    pace = Pace()
    pace.ring()
    assert 3 <= len(looks(pace, 1.5)) <= 7
    assert not pace.busy


def test_a_worker_that_waits_ends_when_it_is_told_to() -> None:
    pace = Pace()
    assert looks(pace, 0.05) == []
    assert pace.wait(LONG)


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
