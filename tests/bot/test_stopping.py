"""A server that stops lets turns end, and ends those that do not."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import pytest
from aiohttp import web

from bot import lasting
from bot import presses as presses_module
from bot import web as door_module
from bot.presses import Presses
from bot.turn import Inbound
from bot.web import FrontDoor
from mentoring.domain.errors import Refusal

NOBODY = cast("Any", None)
MESSAGE = cast("Inbound", None)


class Turn:
    """A turn that takes until it is told to end, if ever."""

    def __init__(self) -> None:
        self.may_end = asyncio.Event()
        self.ended = ""

    async def __call__(self) -> tuple[int, None]:
        try:
            await self.may_end.wait()
        except asyncio.CancelledError:
            self.ended = "called off"
            raise
        self.ended = "by itself"
        return 200, None


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answers at once, and waits for nobody."""
    monkeypatch.setattr(door_module, "ANSWER_WITHIN_SECONDS", 0)
    monkeypatch.setattr(presses_module, "PATIENCE_SECONDS", 0)
    monkeypatch.setattr(lasting, "LAST_SECONDS", 0.2)


async def stopped(turn: Turn, *, ends: bool) -> str:
    door = FrontDoor(NOBODY, NOBODY, {}, NOBODY, NOBODY)
    answer = await door._work(turn(), MESSAGE)
    assert answer.status == 202
    if ends:
        turn.may_end.set()
    await door._stop(web.Application())
    return turn.ended


@pytest.mark.parametrize(("ends", "how"), [(True, "by itself"), (False, "called off")])
async def test_what_goes_on_after_the_answer_ends_with_the_server(ends: bool, how: str) -> None:
    assert await stopped(Turn(), ends=ends) == how


@pytest.mark.parametrize(("ends", "how"), [(True, "by itself"), (False, "called off")])
async def test_so_does_a_press_that_is_told_later(ends: bool, how: str) -> None:
    """What it showed would have been lost, or drawn with ways that are closed by then."""
    turn, shown = Turn(), list[Any]()

    async def seen() -> Any:
        await turn()
        return SimpleNamespace(posting="its message")

    presses = Presses(NOBODY, NOBODY, shown.append)
    with pytest.raises(Refusal, match="takes-longer"):
        await presses._soon(NOBODY, {}, seen())
    if ends:
        turn.may_end.set()
    await presses.stop()
    assert (turn.ended, shown) == (how, ["its message"] if ends else [])
