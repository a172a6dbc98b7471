"""A machine's clock that is wrong is set by the database's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Self, cast

import pytest

from bot.clock import SAME, SandboxClock, SystemClock

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)


class Fixed(datetime):
    """A machine whose clock stands still."""

    @classmethod
    def now(cls, tz: Any = None) -> Self:
        return cls.fromtimestamp(NOW.timestamp(), tz)


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.clock.datetime", Fixed)


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


def test_in_the_sandbox_the_tenants_clock_counts() -> None:
    clock = SandboxClock(cast("Any", None), "")
    clock.set_by(NOW + timedelta(hours=5))
    assert clock.now() == NOW
