"""What was done some time ago goes, and the engine's own log of it with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.fernet import Fernet, MultiFernet
from dbos import DBOS, WorkflowHandleAsync
from sqlalchemy import func, select

from mentoring.domain.upkeep import Effect
from mentoring.ports.world import World
from mentoring.storage.engines import with_driver
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.effects import EFFECTS, DurableEffect, Step
from mentoring.workflows.engine import DONE_KEPT, GIVEN_UP_KEPT, Engine
from tests.engine_log import engine_tables
from tests.worlds import world_of

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
WANTED = Effect("e", "probe", "subject", cycle_id="c")
DONE: list[str] = []


@dataclass
class Clock:
    moment: datetime = NOW

    def now(self) -> datetime:
        return self.moment


async def probe(_world: World, subject: str, step: Step) -> None:
    async def brings() -> str:
        DONE.append(subject)
        return subject

    await step("only", brings)


@pytest.fixture
def store(migrated_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[SqlStore]:
    monkeypatch.setitem(EFFECTS, "probe", DurableEffect("probe", probe, "work"))
    DONE.clear()
    found = SqlStore(migrated_url, MultiFernet([Fernet(Fernet.generate_key())]))
    found.run_now(lambda uow: uow.effects.put(WANTED))
    yield found
    found.close()


async def work_off(engine: Engine) -> None:
    await engine.reconcile()
    flow: WorkflowHandleAsync[None] = await DBOS.retrieve_workflow_async("e")
    await flow.get_result(polling_interval_sec=0.05)


def logged(store: SqlStore) -> list[int]:
    """How many rows the engine has of workflows and of their steps."""
    tables = engine_tables(store.engine)
    with store.engine.connect() as connection:
        return [
            connection.execute(select(func.count()).select_from(tables[name])).scalar_one()
            for name in ("workflow_status", "operation_outputs")
        ]


async def test_effects_and_the_engines_log_go_a_day_after_they_were_done(
    store: SqlStore, migrated_url: str
) -> None:
    """Issue 12, P1 and L11: they stayed for ever, with ids of people in them."""
    clock = Clock()
    engine = Engine(world_of(store, clock), with_driver(migrated_url), "one", lambda _: None)
    await engine.launch()
    try:
        await work_off(engine)
        clock.moment = NOW + DONE_KEPT - timedelta(minutes=1)
        assert await engine.tidy() == 0
        assert logged(store) != [0, 0]
        clock.moment = NOW + DONE_KEPT
        assert await engine.tidy() == 1
        assert (store.run_now(lambda uow: uow.effects.count()), logged(store)) == (0, [0, 0])
    finally:
        await engine.close()


async def test_what_was_given_up_waits_longer_for_owners_to_try_it_again(
    store: SqlStore, migrated_url: str
) -> None:
    clock = Clock()
    left = Effect("left", "probe", "e", done=True, done_at=NOW, failed="Fault")
    store.run_now(lambda uow: uow.effects.put(left))
    engine = Engine(world_of(store, clock), with_driver(migrated_url), "one", lambda _: None)
    await engine.launch()
    try:
        clock.moment = NOW + GIVEN_UP_KEPT - timedelta(minutes=1)
        await engine.tidy()
        assert store.run_now(lambda uow: uow.effects.get("left"))
        clock.moment = NOW + GIVEN_UP_KEPT
        await engine.tidy()
        assert store.run_now(lambda uow: uow.effects.get("left")) is None
    finally:
        await engine.close()


async def test_what_is_asked_for_once_more_afterwards_is_done_once_more(
    store: SqlStore, migrated_url: str
) -> None:
    """Without its log the engine would hold it for done, and it would wait for ever."""
    clock = Clock()
    engine = Engine(world_of(store, clock), with_driver(migrated_url), "one", lambda _: None)
    await engine.launch()
    try:
        await work_off(engine)
        clock.moment = NOW + DONE_KEPT
        await engine.tidy()
        store.run_now(lambda uow: uow.effects.put(WANTED))
        await work_off(engine)
        assert DONE == ["subject", "subject"]
    finally:
        await engine.close()


async def test_what_waits_stays(store: SqlStore, migrated_url: str) -> None:
    later = replace(WANTED, not_before=NOW + timedelta(days=60))
    store.run_now(lambda uow: uow.effects.put(later))
    clock = Clock(NOW + timedelta(days=59))
    engine = Engine(world_of(store, clock), with_driver(migrated_url), "one", lambda _: None)
    await engine.launch()
    try:
        await engine.reconcile()
        assert await engine.tidy() == 0
        assert store.run_now(lambda uow: uow.effects.count()) == 1
    finally:
        await engine.close()
