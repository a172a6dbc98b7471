"""An effect that is not done goes on by itself, however its workflow was lost (issue 13, L1)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import starmap

import pytest
from cryptography.fernet import Fernet, MultiFernet
from dbos import DBOS, WorkflowHandleAsync
from sqlalchemy import update

from mentoring.domain.upkeep import Effect, Heard, Heartbeat
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.storage.engines import with_driver
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.effects import EFFECTS, DurableEffect, Step
from mentoring.usecases.common.hearing import obey_after_all
from mentoring.workflows import engine as engines
from mentoring.workflows.claiming import Flow
from mentoring.workflows.engine import Engine
from mentoring.workflows.replicas import LONG_AGO
from sandbox.rehearse.waiting import until
from tests.engine_log import crash_after, engine_tables
from tests.worlds import CYCLE, world_of

BEGAN = datetime(2027, 3, 1, 12, tzinfo=UTC)
LATER = timedelta(minutes=3)


class Clock:
    def __init__(self) -> None:
        self.time = BEGAN

    def now(self) -> datetime:
        return self.time


class Probe:
    """An effect that counts how often each of its steps really ran."""

    def __init__(self) -> None:
        self.ran: list[str] = []

    async def __call__(self, _world: World, _subject: str, step: Step) -> None:
        for name in ("first", "second"):
            await step(name, partial(self._runs, name))

    async def _runs(self, name: str) -> None:
        self.ran.append(name)


@pytest.fixture
def probe(monkeypatch: pytest.MonkeyPatch) -> Probe:
    made = Probe()
    monkeypatch.setitem(EFFECTS, "probe", DurableEffect("probe", made, "work"))
    return made


@pytest.fixture
def store(migrated_url: str) -> Iterator[SqlStore]:
    found = SqlStore(migrated_url, MultiFernet([Fernet(Fernet.generate_key())]))
    found.run_now(lambda uow: uow.effects.put(Effect("e", "probe", "subject", cycle_id=CYCLE.id)))
    yield found
    found.close()


@asynccontextmanager
async def at_work(store: SqlStore, url: str, clock: Clock) -> AsyncIterator[Engine]:
    """An engine that has worked off the effect."""
    engine = Engine(world_of(store, clock), with_driver(url), "one", lambda _: None)
    await engine.launch()
    try:
        await engine.reconcile()
        await ended("e")
        yield engine
    finally:
        await engine.close()


async def ended(flow: str) -> None:
    handle: WorkflowHandleAsync[None] = await DBOS.retrieve_workflow_async(flow)
    await handle.get_result(polling_interval_sec=0.05)


def lost(store: SqlStore, status: str) -> None:
    """The effect is not done, and its workflow stands like this although nobody works on it."""
    flows = engine_tables(store.engine)["workflow_status"]
    with store.engine.begin() as connection:
        connection.execute(update(flows).values(status=status))
    undone(store)


def undone(store: SqlStore) -> None:
    store.run_now(lambda uow: uow.effects.put(replace(uow.effects.need("e"), done=False)))


def effect(store: SqlStore) -> Effect:
    return store.run_now(effect_of)


def effect_of(uow: UnitOfWork) -> Effect:
    return uow.effects.need("e")


class Hangs(Probe):
    """Its second step never comes back, at its first run."""

    def __init__(self) -> None:
        super().__init__()
        self.hangs, self.stopped = asyncio.Event(), False

    async def _runs(self, name: str) -> None:
        if name == "second" and not self.hangs.is_set():
            self.hangs.set()
            try:
                await asyncio.Event().wait()
            finally:
                self.stopped = True
        await super()._runs(name)


async def test_what_is_unfinished_at_a_stop_ends_with_it_and_is_resumed_at_the_next_start(
    store: SqlStore, migrated_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It went on while all that it uses was being closed."""
    hangs = Hangs()
    monkeypatch.setitem(EFFECTS, "probe", DurableEffect("probe", hangs, "work"))
    monkeypatch.setattr(engines, "PATIENCE_SECONDS", 0.0)
    engine = Engine(world_of(store, Clock()), with_driver(migrated_url), "one", lambda _: None)
    await engine.launch()
    await engine.reconcile()
    await hangs.hangs.wait()
    await engine.close()
    assert (hangs.stopped, effect(store).done) == (True, False)
    async with at_work(store, migrated_url, Clock()):
        assert hangs.ran == ["first", "second"]
    assert effect(store).done


async def test_what_the_engine_has_lost_in_a_living_replica_is_taken_up(
    store: SqlStore, migrated_url: str, probe: Probe
) -> None:
    async with at_work(store, migrated_url, Clock()) as engine:
        crash_after(store.engine, "second")
        undone(store)
        await engine.reconcile()
        await engine.beat()
        assert not effect(store).done, "it may just be between two moments of its life"
        await engine.beat()
        await until(lambda: effect(store).done, "it is done", 60, lambda: str(probe.ran))
    assert probe.ran == ["first", "second"], "recorded steps do not run again"


@pytest.mark.parametrize("status", ["ERROR", "SUCCESS", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"])
async def test_an_effect_whose_workflow_ended_without_it_is_tried_again_later(
    store: SqlStore, migrated_url: str, probe: Probe, status: str
) -> None:
    clock = Clock()
    async with at_work(store, migrated_url, clock) as engine:
        lost(store, status)
        await engine.reconcile()
        await engine.beat()
        assert effect(store).attempt == 2
        assert await engine.reconcile() == 0, "not at once"
        clock.time += LATER
        assert await engine.reconcile() == 1
        await ended("e~2")
    assert probe.ran == ["first", "second"] * 2
    assert effect(store).done


async def test_what_was_claimed_a_moment_ago_is_left_to_whoever_begins_it(
    store: SqlStore, migrated_url: str, probe: Probe
) -> None:
    """It looked lost to a beat between the two, and then nobody carried it out for good."""
    engine = Engine(world_of(store, Clock()), with_driver(migrated_url), "one", lambda _: None)
    claimed = replace(effect(store), flow="e")
    await engine.launch()
    try:
        store.run_now(lambda uow: uow.effects.put(claimed))
        await engine.beat()
        assert effect(store) == claimed
        assert await engine.reconcile() == 0
        await engine.beat()
        assert await engine.reconcile() == 1, "whoever has claimed it will not begin it any more"
        await ended("e~2")
    finally:
        await engine.close()
    assert (probe.ran, effect(store).done) == (["first", "second"], True)


async def test_what_is_begun_after_it_was_taken_for_lost_leaves_it_to_the_next_attempt(
    store: SqlStore, migrated_url: str, probe: Probe, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = Engine(world_of(store, Clock()), with_driver(migrated_url), "one", lambda _: None)
    begin = engine._begin

    async def late(flow: Flow) -> None:
        if flow.id == "e":
            await engine._carrier.release(["e"], "e")
        await begin(flow)

    monkeypatch.setattr(engine, "_begin", late)
    await engine.launch()
    try:
        assert await engine.reconcile() == 1
        await ended("e")
        assert (probe.ran, effect(store).done) == ([], False)
        assert await engine.reconcile() == 1
        await ended("e~2")
    finally:
        await engine.close()
    assert (probe.ran, effect(store).done) == (["first", "second"], True)


async def test_what_the_engine_takes_for_ended_before_it_began_does_not_wait_for_ever(
    store: SqlStore, migrated_url: str, probe: Probe
) -> None:
    """The engine begins no second workflow of one name, and does not say so."""
    clock = Clock()
    async with at_work(store, migrated_url, clock) as engine:
        store.run_now(lambda uow: uow.effects.put(replace(effect_of(uow), done=False, flow="")))
        assert await engine.reconcile() == 1
        for _ in range(3):
            await engine.beat()
        assert effect(store).attempt == 2
        clock.time += LATER
        assert await engine.reconcile() == 1
        await ended("e~2")
    assert effect(store).done


async def test_what_is_done_is_not_looked_at_again(
    store: SqlStore, migrated_url: str, probe: Probe
) -> None:
    async with at_work(store, migrated_url, Clock()) as engine:
        for _ in range(3):
            await engine.beat()
            await engine.reconcile()
    assert (probe.ran, effect(store).attempt) == (["first", "second"], 1)


async def left_orders(store: SqlStore, by: str, url: str) -> list[str]:
    """What is obeyed after all once the engine of the replica "one" has begun and beaten."""
    moment = datetime.now(UTC)
    store.run_now(lambda uow: uow.heard.put(Heard("m", "eva", "pause", by, moment)))
    engine = Engine(world_of(store, Clock()), with_driver(url), "one", lambda _: None)
    await engine.launch()
    try:
        await engine.beat()
        return store.run_now(
            lambda uow: [each.subject_id for each in uow.effects.all(kind=obey_after_all.name)]
        )
    finally:
        await engine.close()


@pytest.mark.parametrize(
    ("by", "orders"),
    [
        pytest.param("gone", ["m"], id="a replica that gives no sign of life any more"),
        pytest.param("one", ["m"], id="this one, before it was started again"),
        pytest.param("two", [], id="one that lives"),
    ],
)
async def test_what_a_replica_had_heard_and_not_obeyed_is_taken_over(
    store: SqlStore, migrated_url: str, by: str, orders: list[str]
) -> None:
    beats = {"gone": LONG_AGO, "two": datetime.now(UTC)}
    if migrated_url.startswith("sqlite"):
        del beats["two"]  # only one can be at work there
    store.run_now(lambda uow: uow.heartbeats.put_all(starmap(Heartbeat, beats.items())))
    assert await left_orders(store, by, migrated_url) == orders
