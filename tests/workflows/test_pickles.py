"""Whoever can write into the database cannot thereby run code: a row marked as a pickle is refused
before it is read.
"""

from __future__ import annotations

import base64
import pickle
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet, MultiFernet
from dbos import DBOS, WorkflowHandleAsync
from dbos._dbos import _get_dbos_instance
from sqlalchemy import update

from mentoring.domain.upkeep import Effect
from mentoring.ports.world import World
from mentoring.storage.engines import with_driver
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.effects import EFFECTS, DurableEffect, Step
from mentoring.workflows.engine import Engine
from mentoring.workflows.journal import PickleRefused
from tests.engine_log import crash_after, engine_tables, plant
from tests.worlds import world_of

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)


class Clock:
    def now(self) -> datetime:
        return NOW


class Trap:
    """Unpickled, it leaves a file behind."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self._path,)


async def probe(_world: World, subject: str, step: Step) -> None:
    async def brings() -> str:
        return subject

    await step("first", brings)
    await step("second", brings)


@pytest.fixture
def store(migrated_url: str) -> Iterator[SqlStore]:
    found = SqlStore(migrated_url, MultiFernet([Fernet(Fernet.generate_key())]))
    found.run_now(lambda uow: uow.effects.put(Effect("e", "probe", "subject")))
    yield found
    found.close()


async def work_off(store: SqlStore, url: str) -> None:
    engine = Engine(world_of(store, Clock()), with_driver(url), "one", lambda _: None)
    await engine.launch()
    try:
        await engine.reconcile()
        flow: WorkflowHandleAsync[None] = await DBOS.retrieve_workflow_async("e")
        await flow.get_result(polling_interval_sec=0.05)
    finally:
        await engine.close()


@pytest.fixture
def trap(tmp_path: Path) -> str:
    return base64.b64encode(pickle.dumps(Trap(tmp_path / "sprung"))).decode()


@pytest.fixture(autouse=True)
def carried_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EFFECTS, "probe", DurableEffect("probe", probe, "work"))


@pytest.mark.parametrize("column", ["output", "error"])
async def test_a_pickle_planted_in_a_step_is_refused_and_the_effect_tried_again(
    store: SqlStore, migrated_url: str, tmp_path: Path, trap: str, column: str
) -> None:
    """issue 12, D6."""
    await crashed(store, migrated_url)
    assert plant(store.engine, "step", column, trap) == 1
    await work_off(store, migrated_url)
    assert store.run_now(lambda uow: uow.effects.need("e")).attempt == 2
    assert not (tmp_path / "sprung").exists()


async def test_a_pickle_planted_as_a_workflows_input_is_refused(
    store: SqlStore, migrated_url: str, tmp_path: Path, trap: str
) -> None:
    """issue 12, D6."""
    await crashed(store, migrated_url)
    assert plant(store.engine, "workflow", "inputs", trap) > 0
    with pytest.raises(PickleRefused, match="not read"):
        await work_off(store, migrated_url)
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize(("column", "status"), [("output", "SUCCESS"), ("error", "ERROR")])
async def test_a_pickle_planted_as_what_came_of_a_workflow_is_refused(
    store: SqlStore, migrated_url: str, tmp_path: Path, trap: str, column: str, status: str
) -> None:
    """issue 12, D6."""
    await work_off(store, migrated_url)
    assert plant(store.engine, "workflow", column, trap) > 0
    flows = engine_tables(store.engine)["workflow_status"]
    with store.engine.begin() as connection:
        connection.execute(update(flows).values(status=status))
    with pytest.raises(PickleRefused, match="not read"):
        await work_off(store, migrated_url)
    assert not (tmp_path / "sprung").exists()


async def crashed(store: SqlStore, url: str) -> None:
    """The effect was begun, and the process died after its first step."""
    await work_off(store, url)
    crash_after(store.engine, "first")
    store.run_now(lambda uow: uow.effects.put(Effect("e", "probe", "subject")))


def test_the_trap_would_spring(tmp_path: Path) -> None:
    pickle.loads(pickle.dumps(Trap(tmp_path / "sprung")))  # noqa: S301 - that it would is what is tested
    assert (tmp_path / "sprung").exists()


async def test_an_error_of_the_engines_database_tells_no_values_either(
    store: SqlStore, migrated_url: str
) -> None:
    """Issue 12, D8: its rows hold what effects are about."""
    engine = Engine(world_of(store, Clock()), with_driver(migrated_url), "one", lambda _: None)
    await engine.launch()
    try:
        assert _get_dbos_instance()._sys_db.engine.hide_parameters
    finally:
        await engine.close()
