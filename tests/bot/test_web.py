"""What met a fault of ours is told in the chat, where the answer cannot tell it."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import pytest
from aiohttp import web

from bot import web as module
from bot.turn import Inbound
from bot.web import FrontDoor

NOBODY = cast("Any", None)


class Turns:
    """Turns that go on until the event, and then end as they do."""

    def __init__(self, end: BaseException | None) -> None:
        self.end, self.go_on = end, asyncio.Event()

    async def __call__(self) -> tuple[int, Any]:
        await self.go_on.wait()
        if self.end:
            raise self.end
        return 200, None


def inbound(kind: str) -> Inbound:
    return Inbound.model_validate(
        {
            "type": kind,
            "channelId": "msteams",
            "serviceUrl": "https://s.example/",
            "from": {"id": "29:x", "aadObjectId": "eva"},
            "recipient": {"id": "28:bot"},
            "conversation": {"id": "19:eva"},
        }
    )


@pytest.mark.parametrize(
    ("kind", "end", "told"),
    [
        ("message", RuntimeError("a fault"), True),
        ("invoke", RuntimeError("a fault"), True),
        ("conversationUpdate", RuntimeError("a fault"), False),
        ("message", None, False),
    ],
)
async def test_whoever_was_answered_early_reads_of_a_fault_of_ours(
    monkeypatch: pytest.MonkeyPatch, kind: str, end: BaseException | None, told: bool
) -> None:
    """They were left in silence: Teams shows nothing of what fails after the answer."""
    monkeypatch.setattr(module, "ANSWER_WITHIN_SECONDS", 0.01)
    apologies, turn = list[Inbound](), Turns(end)

    async def apologize(to: Inbound) -> None:
        apologies.append(to)

    door = FrontDoor(NOBODY, NOBODY, {}, NOBODY, apologize)
    answer: web.Response = await door._work(turn(), asked := inbound(kind))
    assert (answer.status, apologies) == (202, [])
    turn.go_on.set()
    await asyncio.wait(door._going_on)
    assert apologies == ([asked] if told else [])


@pytest.mark.parametrize(
    ("kind", "status", "told"), [("message", 500, True), ("conversationUpdate", 500, False)]
)
async def test_whoever_wrote_reads_of_a_fault_of_ours(kind: str, status: int, told: bool) -> None:
    """Teams shows nothing of a 500, and nobody knows whether it sends the message again."""
    apologies, turn = list[Inbound](), Turns(RuntimeError("a fault"))
    turn.go_on.set()

    async def apologize(to: Inbound) -> None:
        apologies.append(to)

    door = FrontDoor(NOBODY, NOBODY, {}, NOBODY, apologize)
    answer: web.Response = await door._work(turn(), asked := inbound(kind))
    await asyncio.gather(*door._going_on, return_exceptions=True)
    assert (answer.status, apologies) == (status, [asked] if told else [])
