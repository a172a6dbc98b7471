"""Whoever can write into the database cannot thereby run code: a row marked as a pickle is refused before it is read."""

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

from mentoring.domain.upkeep import Effect
from mentoring.ports.world import World
from mentoring.storage.engines import with_driver
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.effects import EFFECTS, DurableEffect, Step
from mentoring.workflows.engine import Engine
from mentoring.workflows.journal import PickleRefused
from tests.engine_log import crash_after, plant
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
    found.run_now(lambda uow: uow.effects.put(Effect("e", "probe", "subject", cycle_id="c")))
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


@pytest.mark.parametrize("column", ["inputs", "output", "error"])
async def test_a_planted_pickle_is_never_unpacked(
    store: SqlStore, migrated_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, column: str
) -> None:
    """issue 12, D6: as a workflow's input, output and error, and as a step's output and error."""
    monkeypatch.setitem(EFFECTS, "probe", DurableEffect("probe", probe, "work"))
    await work_off(store, migrated_url)
    trap = base64.b64encode(pickle.dumps(Trap(tmp_path / "sprung"))).decode()
    crash_after(store.engine, "first")
    store.run_now(lambda uow: uow.effects.put(Effect("e", "probe", "subject", cycle_id="c")))
    assert plant(store.engine, column, trap) > 0
    try:
        await work_off(store, migrated_url)
    except PickleRefused:
        refused = True
    else:
        refused = store.run_now(lambda uow: uow.effects.need("e")).attempt > 1
    assert (refused, (tmp_path / "sprung").exists()) == (True, False)


def test_the_trap_would_spring(tmp_path: Path) -> None:
    pickle.loads(pickle.dumps(Trap(tmp_path / "sprung")))  # noqa: S301 - that it would is what is tested
    assert (tmp_path / "sprung").exists()
