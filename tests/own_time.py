"""A clock that goes on only while everybody waits: how quick the machine is changes nothing then,
and whoever waits for an hour is there at once.

The package looptime moves the loop's clock alone (0.9 does not know `time.monotonic`, by which what
is tested here tells how long something has taken).
"""

from __future__ import annotations

import asyncio
import time
from selectors import SelectorKey
from typing import Any

import pytest

BEGIN = 1000.0
TICK = 1e-6
"""Whoever waits for less than what can be told apart here has to come on, too (seconds)."""


class OwnTime:
    """Seconds since a beginning (monotonic)."""

    def __init__(self, selector: Any) -> None:
        self._now = BEGIN
        self._looked = selector.select

    def monotonic(self) -> float:
        return self._now

    def sleep(self, seconds: float) -> None:
        """The process is busy with something else."""
        self._now += seconds

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        """What has come in; if nothing has, it is the moment for which the first one waits."""
        if timeout is None:
            return list(self._looked(None))
        events = self._looked(0)
        self._now += 0.0 if events or not timeout else max(TICK, timeout)
        return list(events)


@pytest.fixture
async def own_time(monkeypatch: pytest.MonkeyPatch) -> OwnTime:
    """The running loop's, and that of ``time.monotonic`` and ``time.sleep``."""
    selector: Any = asyncio.get_running_loop()._selector  # type: ignore[attr-defined]
    found = OwnTime(selector)
    monkeypatch.setattr(selector, "select", found.select)
    monkeypatch.setattr(time, "monotonic", found.monotonic)
    monkeypatch.setattr(time, "sleep", found.sleep)
    return found
