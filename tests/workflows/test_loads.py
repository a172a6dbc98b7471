"""A workflow of several effects is given more of its kind while it is at work: one log for all."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest

from mentoring.domain.upkeep import Effect
from mentoring.ports.world import World
from mentoring.storage.engines import with_driver
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.effects import EFFECTS, DurableEffect, Step
from mentoring.workflows import claiming
from mentoring.workflows import engine as engine_module
from mentoring.workflows.engine import Engine
from mentoring.workflows.loads import MOST, Load
from sandbox.rehearse.waiting import until
from tests.engine_log import engine_tables
from tests.worlds import world_of

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)


class Clock:
    def now(self) -> datetime:
        return NOW


class Probe:
    """An effect that goes on only once it may."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.may = asyncio.Event()

    async def __call__(self, _world: World, subject: str, _step: Step) -> None:
        self.begun.append(subject)
        await self.may.wait()


@pytest.fixture
def probe(monkeypatch: pytest.MonkeyPatch) -> Probe:
    made = Probe()
    monkeypatch.setitem(EFFECTS, "probe", DurableEffect("probe", made, "talk", together=2))
    return made


@asynccontextmanager
async def at_work(store: SqlStore, url: str) -> AsyncIterator[Engine]:
    engine = Engine(world_of(store, Clock()), with_driver(url), "one", lambda _: None)
    await engine.launch()
    try:
        yield engine
    finally:
        await engine.close()


def ask(store: SqlStore, *keys: str) -> None:
    store.run_now(
        lambda uow: uow.effects.add_all(Effect(key, "probe", key, cycle_id="c") for key in keys)
    )


def flows(store: SqlStore) -> dict[str, str]:
    """Which workflow carries out what."""
    return {each.id: each.flow for each in store.read_now(lambda uow: uow.effects.all())}


def logged(store: SqlStore) -> list[str]:
    """How the workflows in the engine's log stand."""
    table = engine_tables(store.engine)["workflow_status"]
    with store.engine.connect() as connection:
        return [row.status for row in connection.execute(table.select())]


async def all_end(store: SqlStore) -> None:
    await until(lambda: {*logged(store)} == {"SUCCESS"}, "all end", 60, lambda: str(flows(store)))
    assert all(each.done for each in store.read_now(lambda uow: uow.effects.all()))


async def begin(engine: Engine, store: SqlStore, probe: Probe, *keys: str) -> None:
    ask(store, *keys)
    await engine.reconcile()
    await until(lambda: {*keys} <= {*probe.begun}, "they are begun", 60, lambda: str(probe.begun))


async def test_what_comes_while_it_is_at_work_goes_along(
    store: SqlStore, migrated_url: str, probe: Probe
) -> None:
    async with at_work(store, migrated_url) as engine:
        await begin(engine, store, probe, "a")
        await begin(engine, store, probe, "b", "c", "d")
        probe.may.set()
        await all_end(store)
    assert sorted(probe.begun) == ["a", "b", "c", "d"]
    assert len({*flows(store).values()}) == len(logged(store)) == 1


async def test_what_comes_afterwards_has_a_workflow_of_its_own(
    store: SqlStore, migrated_url: str, probe: Probe
) -> None:
    probe.may.set()
    async with at_work(store, migrated_url) as engine:
        for key in "ab":
            await begin(engine, store, probe, key)
            await all_end(store)
    assert len({*flows(store).values()}) == len(logged(store)) == 2


async def test_what_it_was_given_is_taken_up_with_it_after_a_crash(
    store: SqlStore, migrated_url: str, probe: Probe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "PATIENCE_SECONDS", 0.0)
    async with at_work(store, migrated_url) as engine:
        await begin(engine, store, probe, "a")
        await begin(engine, store, probe, "b")
    async with at_work(store, migrated_url):
        await until(lambda: len(probe.begun) == 4, "both again", 60, lambda: str(probe.begun))
        probe.may.set()
        await all_end(store)
    assert sorted(probe.begun) == ["a", "a", "b", "b"]


async def test_what_was_being_given_to_it_as_the_loop_was_cancelled_is_carried_out_with_it(
    store: SqlStore, migrated_url: str, probe: Probe, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thread that has begun to claim goes on to its end: the workflow waits for that."""
    claimed, may_commit = threading.Event(), threading.Event()
    async with at_work(store, migrated_url) as engine:
        await begin(engine, store, probe, "a")
        ask(store, "b")
        claim = claiming.claim

        def slowly(*args: Any) -> Any:
            found = claim(*args)
            claimed.set()
            may_commit.wait(30)
            return found

        monkeypatch.setattr(engine_module, "claim", slowly)
        giving = asyncio.create_task(engine.reconcile())
        await until(claimed.is_set, "it is claimed", 60, lambda: str(flows(store)))
        giving.cancel()
        probe.may.set()
        for _ in range(9):
            await asyncio.sleep(0)
        assert not giving.done(), "it ends only after its thread"
        may_commit.set()
        await until(lambda: len(probe.begun) == 2, "both", 20, lambda: str(flows(store)))
        await all_end(store)
    assert {each.attempt for each in store.read_now(lambda uow: uow.effects.all())} == {1}


class TestLoad:
    """What a workflow is given while it ends."""

    async def test_it_does_not_end_while_it_may_be_given_more(self) -> None:
        load, done = Load("talk", "probe"), list[str]()

        async def carry_out(effect: Effect) -> None:
            done.append(effect.id)

        with load.kept_open():
            working = asyncio.create_task(load.work_off(carry_out))
            await asyncio.sleep(0)
            assert not working.done()
            load.give([Effect("late", "probe", "late")])
        await working
        assert (done, load.is_over) == (["late"], True)

    async def test_what_it_was_given_before_something_failed_is_looked_up(self) -> None:
        load = Load("talk", "probe")
        with pytest.raises(ConnectionError, match="lost"), load.kept_open():
            raise ConnectionError("lost")
        assert load.is_unsure
        assert not load.is_over

    async def test_an_error_is_told_once_the_others_have_ended(self) -> None:
        load, ended = Load("talk", "probe"), list[str]()

        async def carry_out(effect: Effect) -> None:
            if effect.id == "bad":
                raise ValueError(effect.id)
            await asyncio.sleep(0)
            ended.append(effect.id)

        load.give([Effect("bad", "probe", "bad"), Effect("good", "probe", "good")])
        with pytest.raises(ValueError, match="bad"):
            await load.work_off(carry_out)
        assert ended == ["good"]

    def test_its_log_ends_now_and_then(self) -> None:
        load = Load("talk", "probe")
        load.give(Effect(str(n), "probe", str(n)) for n in range(MOST))
        assert not load.takes_more
        assert not Load("talk").takes_more, "one of a single effect has a log of its own"


async def test_what_is_cancelled_leaves_nothing_at_work() -> None:
    """A server that was stopped went on while all that its effects use was being closed."""
    ended: list[str] = []

    async def hangs(effect: Effect) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(effect.id)

    load = Load("talk", "probe")
    load.give(Effect(key, "probe", key) for key in "ab")
    working = asyncio.create_task(load.work_off(hangs))
    for _ in range(3):
        await asyncio.sleep(0)
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    assert sorted(ended) == ["a", "b"]
