"""The engine's queues and their workers, which look when there is something to look for.

The engine's own worker polls its queue at one pace, day and night. Here the same worker is given
another pace: it looks at once when this replica has put something into the queue, often while a
workflow of the queue runs, and otherwise rarely, for what other replicas have put in. We use none
of what else the engine would poll for each second (delayed work, deadlines, schedules, messages
between workflows, a queue of its own), so it is launched without the threads for that.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

# Not public: there is no other way to tell a worker that it should look now, and the engine not to
# look by itself.
from dbos import DBOS, _dbos
from dbos._queue import queue_worker_thread
from dbos._sys_db import SystemDatabase

IDLE_SECONDS = 4.0
ALONE_SECONDS = 10.0
"""Where no other replica can put anything in, a worker looks by itself only in case an earlier look
has failed.
"""
BUSY_SECONDS = 0.2
LINGER_SECONDS = 1.0
BREATH_SECONDS = 0.02
JOIN_SECONDS = 10.0


class Pace(threading.Event):
    """What a queue's worker waits on: once set, the worker ends; once rung, it looks at once."""

    def __init__(self) -> None:
        super().__init__()
        self.running = 0
        self._rung = threading.Event()
        self._worked_at = float("-inf")

    @property
    def busy(self) -> bool:
        """Whether something of the queue runs, or has just run, so that more may wait for its
        place.
        """
        return self.running > 0 or time.monotonic() - self._worked_at < LINGER_SECONDS

    def ring(self) -> None:
        """Something was put into the queue."""
        self._rung.set()

    def set(self) -> None:
        """Tell the worker to end."""
        super().set()
        self._rung.set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until it is time to look, for ``timeout`` seconds at the most; true if the worker is
        to end.

        After a ring it waits a moment longer, so that what is put in together is found in one look.
        """
        if self._rung.wait(BUSY_SECONDS if self.busy else timeout):
            super().wait(BREATH_SECONDS)
            if not self.is_set():
                self._rung.clear()
        return self.is_set()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Something of the queue runs while the block runs."""
        self.running += 1
        try:
            yield
        finally:
            self.running -= 1
            self._worked_at = time.monotonic()


UNUSED = (
    (_dbos, "queue_thread"),
    (_dbos, "background_jobs_thread"),
    (_dbos, "dynamic_scheduler_loop"),
    (SystemDatabase, "run_notification_listener"),
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


class Lanes:
    """All queues, by name: how many of each run at once in this replica.

    ``shared``: other replicas put something into the same queues.
    """

    def __init__(self, engine: DBOS, queues: Mapping[str, int], *, shared: bool) -> None:
        self._engine = engine
        self._idle_seconds = IDLE_SECONDS if shared else ALONE_SECONDS
        self._most = dict(queues)
        self._paces = {name: Pace() for name in queues}
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
            worker = threading.Thread(
                target=queue_worker_thread,
                args=(self._paces[name], self._engine, queue),
                name=f"lane-{name}",
                daemon=True,
            )
            self._paces[name].ring()  # what was left behind by the last start
            worker.start()
            self._workers.append(worker)

    def ring(self, name: str) -> None:
        """Something was put into the queue."""
        self._paces[name].ring()

    @contextmanager
    def at_work(self, name: str) -> Iterator[None]:
        """Something of the queue runs while the block runs."""
        with self._paces[name].at_work():
            yield

    @property
    def running(self) -> int:
        """How many workflows run in this replica."""
        return sum(pace.running for pace in self._paces.values())

    async def close(self) -> None:
        """Take nothing more out of the queues."""
        for pace in self._paces.values():
            pace.set()
        for worker in self._workers:
            await asyncio.to_thread(worker.join, JOIN_SECONDS)
