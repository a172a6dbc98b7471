"""When a queue's worker looks for something to do: at once when something was put in, seldom when
nothing happens.
"""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from threading import Thread
from threading import enumerate as enumerate_threads

from cryptography.fernet import Fernet, MultiFernet

from bot.clock import SystemClock
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.effects import QUEUES
from mentoring.workflows.engine import Engine
from mentoring.workflows.lanes import BUSY_SECONDS, LINGER_SECONDS, Pace
from tests.databases import migrated_sqlite
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
    found = looks(pace, 2 * BUSY_SECONDS)
    assert len(found) == 1
    assert found[0] < BUSY_SECONDS


def test_what_is_put_in_together_is_found_in_one_look() -> None:
    pace = Pace()

    async def burst() -> list[float]:
        waiting = asyncio.create_task(asyncio.to_thread(looks, pace, 2 * BUSY_SECONDS))
        await asyncio.sleep(BUSY_SECONDS)
        for _ in range(50):
            pace.ring()
        return await waiting

    assert len(asyncio.run(burst())) == 1


def test_while_something_runs_and_shortly_after_the_worker_looks_often() -> None:
    pace = Pace()
    with pace.at_work():
        assert len(looks(pace, 3.5 * BUSY_SECONDS)) >= 2
    assert pace.busy


def test_when_nothing_has_run_for_a_while_the_worker_looks_seldom() -> None:
    pace = Pace()
    with pace.at_work():
        pass
    time.sleep(LINGER_SECONDS)
    assert looks(pace, 2 * BUSY_SECONDS) == []


def test_a_worker_that_waits_ends_when_it_is_told_to() -> None:
    pace = Pace()
    assert looks(pace, 0.05) == []
    assert pace.wait(LONG)


async def test_the_engine_runs_no_thread_that_looks_for_what_is_not_there(tmp_path: Path) -> None:
    """Each of them would ask the database once a second or oftener, for ever."""
    store = SqlStore(migrated_sqlite(tmp_path), MultiFernet([Fernet(Fernet.generate_key())]))
    url, world = str(store.engine.url), world_of(store, SystemClock())
    before = set(enumerate_threads())
    engine = Engine(world, url, "here", lambda _: None)
    await engine.launch()
    try:
        running = {thread.name for thread in set(enumerate_threads()) - before}
        assert {name for name in running if name.startswith("lane-")} == {
            f"lane-{name}" for name in QUEUES
        }
        looking = ("queue", "jobs", "scheduler", "notif")
        assert not [name for name in running if any(word in name for word in looking)]
    finally:
        await engine.close()
        store.close()
