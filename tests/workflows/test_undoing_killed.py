"""The taking back of a launch, killed at any moment, ends by itself, and each thing once (issue 13:
durable).
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

import bot.app  # noqa: F401 - everything registers itself
from mentoring.domain.undoing import UndoingState
from mentoring.storage.engines import with_driver
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.postings import post_to
from mentoring.usecases.launch.taking_back import launch_undone_card
from mentoring.usecases.sessions.tandem_card import tandem_card
from mentoring.workflows import engine as engines
from mentoring.workflows.engine import Engine
from sandbox.rehearse.waiting import until
from tests.usecases.company import FILE, STARTS, TANDEM, Company, all_of, company, one, told
from tests.usecases.launch.ended import enrolled
from tests.usecases.launch.undone import confirmed, made_anew, started

__all__ = ["company", "enrolled", "started"]
CALLS = ["end_series", "archive_channel", "members", "remove_members"]
"""What Microsoft 365 is asked for, in this order."""


@asynccontextmanager
async def at_work(here: Company, folder: Path) -> AsyncIterator[Engine]:
    """The engine of one replica, over the company's rows."""
    made = Engine(here.unbound, with_driver(f"sqlite:///{folder / FILE}"), "one", lambda _: None)
    await made.launch()
    try:
        yield made
    finally:
        await made.close()


class Killed:
    """A call after which, or before which, the process is no more: it never comes back."""

    def __init__(self, call: Callable[..., Awaitable[Any]], *, done: bool) -> None:
        self._call, self._done = call, done
        self._never = asyncio.Event()
        self._flow: asyncio.Task[Any] | None = None

    async def __call__(self, *args: Any, **more: Any) -> Any:
        if self._done:
            await self._call(*args, **more)
        self._flow = asyncio.current_task()
        await self._never.wait()

    @property
    def reached(self) -> bool:
        return self._flow is not None

    async def buried(self) -> None:
        """What hangs there is taken away."""
        if self._flow:
            self._flow.cancel()
            await asyncio.gather(self._flow, return_exceptions=True)


@pytest.mark.parametrize("done", [False, True], ids=["before it", "after it"])
@pytest.mark.parametrize("call", CALLS)
async def test_it_ends_once_wherever_it_was_killed(
    started: Company, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, done: bool
) -> None:
    monkeypatch.setattr(engines, "PATIENCE_SECONDS", 0.0)
    await started.first.run(lambda uow, _: post_to(uow, tandem_card, TANDEM, ("jan", "eva")))
    undoing = await confirmed(started)
    port: Any = started.outlook if call == "end_series" else started.teams
    with monkeypatch.context() as patch:
        killed = Killed(getattr(port, call), done=done)
        patch.setattr(port, call, killed)
        async with at_work(started, tmp_path) as engine:
            await engine.reconcile()
            await until(lambda: killed.reached, "it is killed", 60, lambda: call)
    async with at_work(started, tmp_path) as engine:
        await engine.beat()
        await ends(started, undoing)
    await killed.buried()
    await once(started)


async def ends(here: Company, undoing: str) -> None:
    """Wait for the receipt."""
    for _ in range(6000):
        await catch_up(here.unbound)
        if (await one(here.first, "undoings", undoing)).state is UndoingState.DONE:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(await all_of(here.first, "effects"))


async def once(here: Company) -> None:
    """All of it was cleared away once, and the receipt counts it once."""
    cancelled = Counter(each.event.start for each in here.outlook.cancelled)
    assert cancelled == dict.fromkeys(STARTS, 1)
    assert here.teams.archived == {("team", f"19:{TANDEM}")}
    assert here.teams.people["team"] == {"otto"}
    [found] = await all_of(here.first, "taken_back")
    assert (found.cancelled, found.left_team, found.archived, found.clear) == (6, 2, True, True)
    assert await told(here.first, launch_undone_card.name) == ["eva", "jan"]
    made = await made_anew(here)
    assert [each.id for each in await all_of(here.first, "tandems")] == sorted([TANDEM, made.id])
