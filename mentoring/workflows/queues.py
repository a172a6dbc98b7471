"""The engine's queues and their workers, which look when there is something to look for.

A replica starts what it carries out itself; in the queues lies what was handed back: the work of a
replica that has died, or what a living one has lost. The engine's own worker polls its queue at one
pace, day and night. Here the same worker is given another one: it looks at once when this replica
has handed something back, often for a while after that, and otherwise rarely, for what others have
handed back. We use none of what else the engine would poll for each second (delayed work,
deadlines, schedules, messages between workflows, a queue of its own), so it is launched without the
threads for that.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

# Not public: there is no other way to tell a worker that it should look now, and the engine not to
# look by itself; nor is the queue into which it puts what it takes up again at its start.
from dbos import DBOS, Queue, _dbos
from dbos._queue import queue_worker_thread
from dbos._sys_db import SystemDatabase
from dbos._sys_db_postgres import PostgresSystemDatabase

IDLE_SECONDS = 8.0
ALONE_SECONDS = 30.0
"""Where no other replica can hand anything back, a worker looks by itself only in case an earlier
look has failed.
"""
BUSY_SECONDS = 1.0
LINGER_SECONDS = 60.0
"""So long after something was handed back some of it may still wait for its place."""
BREATH_SECONDS = 0.02
JOIN_SECONDS = 10.0


class Pace(threading.Event):
    """What a queue's worker waits on: once set, the worker ends; once rung, it looks at once."""

    def __init__(self) -> None:
        super().__init__()
        self._rung = threading.Event()
        self._rung_at = float("-inf")

    @property
    def busy(self) -> bool:
        """Whether something was handed back a short time ago."""
        return time.monotonic() - self._rung_at < LINGER_SECONDS

    def ring(self) -> None:
        """Something was handed back."""
        self._rung_at = time.monotonic()
        self._rung.set()

    def set(self) -> None:
        """Tell the worker to end."""
        super().set()
        self._rung.set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until it is time to look, for ``timeout`` seconds at the most; true if the worker is
        to end.

        After a ring it waits a moment longer, so that what is handed back together is found in one
        look.
        """
        if self._rung.wait(BUSY_SECONDS if self.busy else timeout):
            super().wait(BREATH_SECONDS)
            if not self.is_set():
                self._rung.clear()
        return self.is_set()


UNUSED = (
    (_dbos, "queue_thread"),
    (_dbos, "background_jobs_thread"),
    (_dbos, "dynamic_scheduler_loop"),
    (SystemDatabase, "run_notification_listener"),
    (PostgresSystemDatabase, "run_notifier"),
)
"""What the engine runs in threads of its own, to look for what we do not have."""


def _nothing(*_: object) -> None:
    """Stands in for what is not used."""


@contextmanager
def _without_unused() -> Iterator[None]:
    """An engine that is launched in the block starts none of the threads of ``UNUSED``."""
    before = [(where, name, getattr(where, name)) for where, name in UNUSED]
    for where, name in UNUSED:
        setattr(where, name, _nothing)
    try:
        yield
    finally:
        for where, name, found in before:
            setattr(where, name, found)


class Queues:
    """All queues, by name: how many workflows of each run at once in this replica.

    ``shared``: other replicas hand something back into the same queues.
    """

    def __init__(self, engine: DBOS, queues: Mapping[str, int], *, shared: bool) -> None:
        self._engine = engine
        self._idle_seconds = IDLE_SECONDS if shared else ALONE_SECONDS
        self._most = dict(queues)
        self._paces: dict[str, Pace] = {}
        self._workers: list[threading.Thread] = []

    async def open(self) -> None:
        """Launch the engine without workers of its own, declare the queues and start their
        workers.
        """
        DBOS.listen_queues([])
        with _without_unused():
            DBOS.launch()
        for name, most in self._most.items():
            queue = await DBOS.register_queue_async(
                name, worker_concurrency=most, polling_interval_sec=self._idle_seconds
            )
            self._begin(queue)
        # Into its own one the engine puts what this replica had begun before it was started anew.
        self._begin(self._engine._registry.get_internal_queue())  # noqa: SLF001 - see above

    def _begin(self, queue: Queue) -> None:
        pace = self._paces[queue.name] = Pace()
        worker = threading.Thread(
            target=queue_worker_thread,
            args=(pace, self._engine, queue),
            name=f"queue-{queue.name}",
            daemon=True,
        )
        pace.ring()  # what was left behind by the last start
        worker.start()
        self._workers.append(worker)

    def ring(self, name: str) -> None:
        """Something was handed back into the queue."""
        self._paces[name].ring()

    async def close(self) -> None:
        """Take nothing more out of the queues."""
        for pace in self._paces.values():
            pace.set()
        for worker in self._workers:
            await asyncio.to_thread(worker.join, JOIN_SECONDS)
