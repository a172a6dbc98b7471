"""A machine's clock that is wrong is set by the database's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, Self, cast

import pytest

from bot.clock import SAME, SandboxClock, SystemClock
from mentoring.storage.store import SqlStore
from mentoring.usecases.common.timers import TIMERS, fire_due, set_timer, when_due
from tests.worlds import CYCLE, world_of

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)


@dataclass
class Machine:
    """One on which no time passes by itself; its clock can be moved, and what counts how long it is
    up cannot.
    """

    clock: datetime = NOW
    up_seconds: float = 1000.0

    def passes(self, took: timedelta) -> None:
        self.clock += took
        self.up_seconds += took.total_seconds()


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    made = Machine()

    class Moved(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Self:
            return cls.fromtimestamp(made.clock.timestamp(), tz)

    monkeypatch.setattr("bot.clock.datetime", Moved)
    monkeypatch.setattr("bot.clock.time", SimpleNamespace(monotonic=lambda: made.up_seconds))
    return made


@pytest.mark.parametrize("hours", [-5, 5])
def test_one_that_is_hours_off_shows_the_databases_time(hours: int) -> None:
    clock = SystemClock()
    clock.set_by(NOW + timedelta(hours=hours))
    assert clock.now() == NOW + timedelta(hours=hours)
    clock.set_by(NOW)
    assert clock.now() == NOW, "somebody has put it right"


def test_what_a_question_takes_is_no_difference() -> None:
    clock = SystemClock()
    clock.set_by(NOW - SAME)
    assert clock.now() == NOW


def test_about_the_same_is_no_reason_to_set_it_again() -> None:
    """Else it would go back and forth with each beat where it is wrong by about that much."""
    clock, hours = SystemClock(), timedelta(hours=5)
    clock.set_by(NOW + hours)
    clock.set_by(NOW + hours - SAME)
    assert clock.now() == NOW + hours


def test_time_passes_on_it(machine: Machine) -> None:
    clock = SystemClock()
    clock.set_by(NOW + timedelta(hours=5))
    machine.passes(timedelta(hours=1))
    assert clock.now() == NOW + timedelta(hours=6)


@pytest.mark.parametrize("days", [-1, 1])
def test_somebody_who_moves_the_machines_clock_moves_nothing(machine: Machine, days: int) -> None:
    clock = SystemClock()
    machine.clock += timedelta(days=days)
    assert clock.now() == NOW
    clock.set_by(NOW)
    assert clock.now() == NOW


async def test_nothing_falls_due_because_the_machines_clock_is_moved(
    store: SqlStore, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until the next sign of life, reminders and ends of the next day were carried out, of which
    none can be taken back.
    """
    monkeypatch.setattr("mentoring.usecases.common.timers.TIMERS", {**TIMERS})
    rung = list[str]()
    rings = when_due()(lambda _uow, _moment, timer: rung.append(timer.subject_id))
    world = world_of(store, SystemClock())
    await world.of(CYCLE.id).run(
        lambda uow, _: set_timer(uow, rings, "t", NOW + timedelta(hours=12))
    )
    machine.clock += timedelta(days=1)
    assert (await fire_due(world), rung) == (0, [])
    machine.passes(timedelta(hours=12))
    assert (await fire_due(world), rung) == (1, ["t"])


def test_in_the_sandbox_the_tenants_clock_counts() -> None:
    clock = SandboxClock(cast("Any", None), "")
    clock.set_by(NOW + timedelta(hours=5))
    assert clock.now() == NOW
