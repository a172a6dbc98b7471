"""What the engine writes down is JSON, read again as it was; an error is known again by its place
in the tree.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from cryptography.fernet import Fernet, MultiFernet
from dbos import DBOS, WorkflowHandleAsync
from dbos._error import DBOSMaxStepRetriesExceeded

from mentoring.domain.errors import (
    Full,
    Gone,
    NoMailbox,
    NotAllowed,
    NotThere,
    Rejected,
    StepFailed,
    Throttled,
    Unavailable,
)
from mentoring.domain.upkeep import Effect
from mentoring.ports.world import World
from mentoring.storage.engines import with_driver
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.effects import EFFECTS, DurableEffect, Step
from mentoring.workflows.engine import Engine
from mentoring.workflows.journal import PlainJson
from tests.engine_log import crash_after, recorded
from tests.worlds import world_of

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
JOURNAL = PlainJson()


class Clock:
    def now(self) -> datetime:
        return NOW


def read_again(value: object) -> Any:
    return JOURNAL.deserialize(JOURNAL.serialize(value))


@pytest.mark.parametrize(
    "brought", [None, True, 7, "Über", ["a", ["b"]], {"team": ["a", "b"], "n": {"m": None}}]
)
def test_what_a_step_brings_is_read_again_as_it_was(brought: object) -> None:
    assert read_again(brought) == brought


@pytest.mark.parametrize("brought", [("a",), {"a"}, {1: "a"}, NOW, [("a",)], {"a": object()}])
def test_what_json_would_not_bring_back_is_refused_when_it_is_written(brought: object) -> None:
    with pytest.raises(TypeError, match="let the step bring"):
        JOURNAL.serialize(brought)


@pytest.mark.parametrize(
    "kind", [Unavailable, NotThere, Gone, NoMailbox, NotAllowed, Rejected, Full]
)
def test_an_error_of_the_outside_is_known_again_without_its_text(kind: type[Exception]) -> None:
    """The text may name people, and nothing decides by it."""
    assert type(read_again(kind("Ada Lovelace is gone"))) is kind
    assert "Ada" not in JOURNAL.serialize(kind("Ada Lovelace is gone"))


def test_how_long_to_wait_is_known_again() -> None:
    again = read_again(Throttled("slowly", 7.5))
    assert (type(again), again.retry_after) == (Throttled, 7.5)


@pytest.mark.parametrize(
    "error", [ValueError("x"), DBOSMaxStepRetriesExceeded("book", 9, [Unavailable("x")])]
)
def test_any_other_error_is_a_step_that_failed(error: Exception) -> None:
    again = read_again(error)
    assert (type(again), again.name) == (StepFailed, type(error).__name__)


@pytest.fixture
def store(migrated_url: str) -> Iterator[SqlStore]:
    found = SqlStore(migrated_url, MultiFernet([Fernet(Fernet.generate_key())]))
    found.run_now(lambda uow: uow.effects.put(Effect("e", "probe", "subject", cycle_id="c")))
    yield found
    found.close()


class Probe:
    """A workflow that notes which steps really ran; ``fails`` is what its second one raises, try by
    try.
    """

    def __init__(self, *fails: Exception) -> None:
        self.ran: list[str] = []
        self.ended: list[str] = []
        self._fails = list(fails)

    async def __call__(self, _world: World, subject: str, step: Step) -> None:
        teams = await step("teams", lambda: self._brings({"t": [subject]}))
        assert teams == {"t": ["subject"]}
        try:
            await step("outside", self._outside)
        except (NotThere, Rejected) as refused:
            self.ended.append(type(refused).__name__)
        await step("last", lambda: self._brings(None))

    async def _brings(self, value: Any) -> Any:
        self.ran.append("plain")
        return value

    async def _outside(self) -> None:
        self.ran.append("outside")
        if self._fails:
            raise self._fails.pop(0)


async def work_off(
    store: SqlStore, url: str, probe: Probe, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine starts, has the effect and ends."""
    monkeypatch.setitem(EFFECTS, "probe", DurableEffect("probe", probe, "work"))
    engine = Engine(world_of(store, Clock()), with_driver(url), "one", lambda _: None)
    await engine.launch()
    try:
        await engine.reconcile()
        flow: WorkflowHandleAsync[None] = await DBOS.retrieve_workflow_async("e")
        await flow.get_result(polling_interval_sec=0.05)
    finally:
        await engine.close()


async def test_no_row_of_the_engine_is_a_pickle(
    store: SqlStore, migrated_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    probe = Probe(NotThere("gone"))
    await work_off(store, migrated_url, probe, monkeypatch)
    found = recorded(store.engine)
    assert {each.is_json for each in found} == {True}
    assert sorted([(each.column, json.loads(each.text)) for each in found], key=str) == [
        ("error", {"$error": "NotThere"}),
        ("inputs", {"args": ["e", "subject", "c"], "kwargs": {}}),
        *[("output", None)] * 2,
        ("output", {"t": ["subject"]}),
    ]


@pytest.mark.parametrize("error", [NotThere("gone"), Rejected("no", "ErrorX")])
async def test_after_a_crash_a_refusal_is_known_again_and_nothing_is_asked_twice(
    store: SqlStore, migrated_url: str, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    probe = Probe(error)
    await work_off(store, migrated_url, probe, monkeypatch)
    crash_after(store.engine, "outside")
    store.run_now(lambda uow: uow.effects.put(Effect("e", "probe", "subject", cycle_id="c")))
    await work_off(store, migrated_url, probe, monkeypatch)
    name = type(error).__name__
    assert (probe.ended, probe.ran) == ([name, name], ["plain", "outside", "plain", "plain"])


@pytest.mark.parametrize("error", [Throttled("slowly", 1), Unavailable("away")])
async def test_what_may_pass_is_tried_again_and_leaves_no_trace(
    store: SqlStore, migrated_url: str, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    probe = Probe(error)
    await work_off(store, migrated_url, probe, monkeypatch)
    assert (probe.ended, probe.ran.count("outside")) == ([], 2)
    assert not [row for row in recorded(store.engine) if row.column == "error"]
