"""What the units of work cost, and how often they meet: on both databases, beside each other.

`python -m tests.bench.units` prints, and ends with 1 if a limit is missed:
- *meeting*: two processes with 48 units in flight each, on PostgreSQL (one process on SQLite, which
  has one writer): no unit fails, and fewer than 5 in 100 have to run again;
- *cost*: processor time of one unit, and of reading and rendering the launch's card and one's own,
  at 100 and at 5,000 tandems (on PostgreSQL with its server's part): the same, the ratio is below
  1.3.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import queue
import statistics
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import event

import cards.catalogue  # noqa: F401 - cards register themselves
from cards.kit.render import render
from cards.kit.words import Words
from mentoring.domain.questionnaire import Wishes
from mentoring.domain.tandem import TandemState
from mentoring.notices import Scene, notice_of
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.showing import settle
from mentoring.usecases.enrolment import enrolment
from mentoring.usecases.launch import one_tandem
from mentoring.usecases.matching import offers
from mentoring.usecases.programme.moments import ReadMoments
from tests.bench.support.databases import KINDS, Databases, servers
from tests.bench.support.programme import CYCLE, LAUNCH, NOW, seed, state_of, tandem_id

KEY = b"A" * 43 + b"="
MEETING, SMALL, LARGE = 1000, 100, 5000
IN_FLIGHT, PROCESSES = 48, 2
MOST_CONFLICTS, MOST_GROWTH = 0.05, 1.3
MEASURED, WARM = 24, 4
Job = Callable[[World, int], Awaitable[Any]]


class Standing:
    """A clock that stands."""

    def now(self) -> datetime:
        """The moment at which the programme was seeded."""
        return NOW


def world_of(url: str) -> World:
    """A world with a database and a clock: units need nothing else."""
    store, nobody = SqlStore(url, MultiFernet([Fernet(KEY)])), cast("Any", None)
    moments = ReadMoments(Standing(), lambda _programme: nobody, {}, 200, lambda _about: 0.5)
    return World(store, moments, settle, *(nobody,) * 6, cycle_id=CYCLE)


async def launched(world: World, number: int) -> None:
    """A tandem has its channel and its series."""
    await world.run(one_tandem.launched, tandem_id(number))


async def accept(world: World, number: int) -> None:
    """Whoever is asked says yes."""
    role = "mentor" if state_of(number) is TandemState.ASKED_MENTOR else "mentee"
    await world.run(offers.answer, tandem_id(number), f"{role}{number:05d}", yes=True)


async def save_step(world: World, number: int) -> None:
    """Somebody answers a step of the questionnaire."""
    key = f"late{number:05d}"
    await world.run(enrolment.save_step, f"{CYCLE}:mentee:{key}", key, Wishes("ai"))


JOBS: dict[str, tuple[Job, frozenset[TandemState]]] = {
    "launched": (launched, frozenset({TandemState.LAUNCHING})),
    "accept": (accept, frozenset({TandemState.ASKED_MENTOR, TandemState.ASKED_MENTEE})),
    "save_step": (save_step, frozenset(TandemState)),
}


def numbers_for(name: str, tandems: int) -> list[int]:
    """The seeded numbers for which this can be done once each."""
    return [number for number in range(1, tandems + 1) if state_of(number) in JOBS[name][1]]


@dataclass(frozen=True)
class Met:
    """So many units were run; so many failed, and so many attempts met another transaction."""

    units: int
    failed: int
    conflicts: int
    seconds: float


def _worker(url: str, work: Sequence[tuple[str, int]], gate: Any, answers: Any) -> None:
    answers.put(asyncio.run(_crowd(url, work, gate)))


async def _crowd(url: str, work: Sequence[tuple[str, int]], gate: Any) -> tuple[int, int, float]:
    world = world_of(url)
    store = cast("SqlStore", world.store)
    await store.run(lambda uow: uow.facts.get("service_url"))
    places = asyncio.Semaphore(IN_FLIGHT)

    async def one(name: str, number: int) -> bool:
        async with places:
            try:
                await JOBS[name][0](world, number)
            except Exception as error:  # noqa: BLE001 - whatever fails is counted
                sys.stderr.write(f"{name} {number}: {type(error).__name__}: {str(error)[:200]}\n")
                return False
            return True

    gate.wait()
    begun = time.perf_counter()
    done = await asyncio.gather(*(one(*each) for each in work))
    seconds = time.perf_counter() - begun
    store.close()
    return done.count(False), store.conflicts, seconds


def meet(databases: Databases, kind: str, names: Sequence[str]) -> Met:
    """Let these units happen all at once."""
    url, processes = databases.new(kind), PROCESSES if kind == "postgresql" else 1
    store = SqlStore(url, MultiFernet([Fernet(KEY)]))
    seed(store, MEETING)
    store.close()
    work = [
        (name, number) for name in names for number in numbers_for(name, MEETING)[: MEETING // 4]
    ]
    work.sort(key=lambda each: (each[1] * 7919) % MEETING)
    context = multiprocessing.get_context("spawn")
    gate, answers = context.Barrier(processes), context.Queue()
    workers = [
        context.Process(target=_worker, args=(url, work[nth::processes], gate, answers))
        for nth in range(processes)
    ]
    for worker in workers:
        worker.start()
    found = [_answer(answers, workers) for _ in workers]
    for worker in workers:
        worker.join()
    return Met(
        len(work),
        sum(f for f, _, _ in found),
        sum(c for _, c, _ in found),
        max(s for _, _, s in found),
    )


def _answer(answers: Any, workers: Sequence[Any]) -> tuple[int, int, float]:
    while all(worker.exitcode in {None, 0} for worker in workers):
        try:
            answer: tuple[int, int, float] = answers.get(timeout=1)
        except queue.Empty:
            continue
        return answer
    raise RuntimeError("a process of the bench failed: its traceback stands above")


class Meter:
    """Processor seconds of this process and of the database server that works for it."""

    def __init__(self, store: SqlStore) -> None:
        self._backends: set[Path] = set()
        for engine in store.engines if store.engine.dialect.name == "postgresql" else ():
            event.listen(engine, "connect", self._connected)
            engine.dispose()

    def _connected(self, connection: Any, _record: object) -> None:
        self._backends.add(Path(f"/proc/{connection.info.backend_pid}/schedstat"))

    def read(self) -> float:
        """Seconds so far."""
        outside = sum(int(backend.read_text().split()[0]) for backend in self._backends)
        return time.process_time() + outside / 1e9


async def _shown(world: World, posting: str) -> None:
    """A card, read and rendered."""

    def read(uow: UnitOfWork, moment: Moment) -> Any:
        return notice_of(uow, Scene(uow.postings.need(posting), moment))

    render(await world.read(read), Words("de", formal=False), posting="p")


async def launchs_card(world: World, _number: int) -> None:
    """The launch's card, as an owner sees it."""
    await _shown(world, f"launch:{LAUNCH}:owner")


async def own_card(world: World, number: int) -> None:
    """The card of one's enrolment, which names one's tandem."""
    person = f"mentee{number:05d}"
    await _shown(world, f"enrolment:{CYCLE}:mentee:{person}:{person}")


CARDS: dict[str, Job] = {"launch's card": launchs_card, "own card": own_card}


class Measured:
    """A seeded programme and the processor seconds that each call in it has taken."""

    def __init__(self, url: str, tandems: int) -> None:
        self.world = world_of(url)
        self._store = cast("SqlStore", self.world.store)
        seed(self._store, tandems)
        self._numbers = {name: iter(numbers_for(name, tandems)) for name in JOBS}
        self._meter = Meter(self._store)
        self._taken: dict[str, list[float]] = {name: [] for name in (*JOBS, *CARDS)}

    async def once(self, name: str) -> None:
        """Call it once more."""
        number, job = (
            (next(self._numbers[name]), JOBS[name][0]) if name in JOBS else (1, CARDS[name])
        )
        before = self._meter.read()
        await job(self.world, number)
        self._taken[name].append(self._meter.read() - before)

    def end(self) -> dict[str, float]:
        """The medians; the first calls only warm up."""
        self._store.close()
        return {name: statistics.median(taken[WARM:]) for name, taken in self._taken.items()}


async def _costs(databases: Databases, kind: str) -> tuple[dict[str, float], dict[str, float]]:
    """By what was called, in a small programme and in a large one; turn and turn about, because
    machines drift.
    """
    both = [Measured(databases.new(kind), size) for size in (SMALL, LARGE)]
    for _ in range(MEASURED):
        for name in (*JOBS, *CARDS):
            for each in both:
                await each.once(name)
    small, large = (each.end() for each in both)
    return small, large


def main() -> int:
    """Measure and print; 1 if a limit is missed."""
    with servers() as databases:
        tables = [[*_meetings(databases)], [*_growths(databases)]]
    told = "\n\n".join("\n".join(line for line, _ in table) for table in tables)
    sys.stdout.write(f"{os.cpu_count()} cores\n{told}\n")
    return int(not all(fine for table in tables for _, fine in table))


def _meetings(databases: Databases) -> Iterator[tuple[str, bool]]:
    yield (
        "| meeting | database | units | failed | run again | a second |\n|---|---|---|---|---|---|",
        True,
    )
    for kind in KINDS:
        for names in (*((name,) for name in JOBS), tuple(JOBS)):
            met = meet(databases, kind, names)
            share = met.conflicts / met.units
            row = (
                " + ".join(names),
                kind,
                met.units,
                met.failed,
                f"{share:.1%}",
                f"{met.units / met.seconds:.0f}",
            )
            yield f"| {' | '.join(map(str, row))} |", not met.failed and share < MOST_CONFLICTS


def _growths(databases: Databases) -> Iterator[tuple[str, bool]]:
    yield (
        (
            f"| processor time | database | {SMALL} tandems | {LARGE:,} tandems | ratio "
            "|\n|---|---|---|---|---|"
        ),
        True,
    )
    for kind in KINDS:
        small, large = asyncio.run(_costs(databases, kind))
        for name in small:
            ratio = large[name] / small[name]
            row = (
                name,
                kind,
                f"{small[name] * 1e3:.2f} ms",
                f"{large[name] * 1e3:.2f} ms",
                f"{ratio:.2f}",
            )
            yield f"| {' | '.join(row)} |", ratio < MOST_GROWTH


if __name__ == "__main__":
    sys.exit(main())
