"""What is said keeps the limit for all of the bot's messages, also where the service is stuck, and
what the service asks for.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any, cast

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from azure.core.credentials import AccessToken

from bot.connector import APP, Connector
from graph.limits import Limit
from graph.own_lanes import OwnLanes
from graph.throttle import Throttle
from mentoring.domain.errors import Throttled
from mentoring.ports.messenger import Chat

NOTHING = cast("Any", None)
LIMIT = Limit(APP.key, per_second=4)
TWO_TURNS = 2 / LIMIT.rate
"""In which two more would have gone that only keep their distance."""


class Credential:
    """Has a token at once."""

    async def get_token(self, *_: str) -> AccessToken:
        return AccessToken("token", 2**40)


class Stuck:
    """Answers the first message, and the others once it is let go."""

    def __init__(self) -> None:
        self.arrived = 0
        self.full, self.goes_on = asyncio.Event(), asyncio.Event()

    async def answer(self, _request: web.Request) -> web.Response:
        self.arrived += 1
        if self.arrived == 1 + LIMIT.per_second:
            self.full.set()
        if self.arrived > 1:
            await self.goes_on.wait()
        return web.json_response({"id": str(self.arrived)})


@pytest.fixture
async def service() -> AsyncIterator[tuple[Stuck, str]]:
    stuck, app = Stuck(), web.Application()
    app.router.add_post("/v3/conversations/{chat}/activities", stuck.answer)
    async with TestServer(app) as server:
        yield stuck, str(server.make_url(""))


async def test_while_nothing_is_answered_no_more_go_than_may_be_counted_within_a_second(
    service: tuple[Stuck, str],
) -> None:
    """Whoever spaces only what they send sends on, and all is counted in the moment in which the
    service reads again: a launch's 4,100 messages had 500 of them refused on a slow machine.
    """
    stuck, url = service
    async with aiohttp.ClientSession() as session:
        throttle = Throttle(limits={APP.key: LIMIT})
        connector = Connector(session, cast("Any", Credential()), throttle)
        await connector.say(Chat("0", url), {"type": "message"})
        said = asyncio.gather(*(connector.say(Chat(str(n), url), {}) for n in range(1, 9)))
        await stuck.full.wait()
        await asyncio.sleep(TWO_TURNS)
        assert stuck.arrived == 1 + LIMIT.per_second
        stuck.goes_on.set()
        await said
    assert stuck.arrived == 9


@pytest.fixture
async def busy() -> AsyncIterator[tuple[list[str], str]]:
    """A service that wants to be left alone for two minutes; what was said there."""
    said, app = list[str](), web.Application()

    async def answer(request: web.Request) -> web.Response:
        said.append(request.match_info["chat"])
        return web.Response(status=503, headers={"Retry-After": "120"})

    app.router.add_post("/v3/conversations/{chat}/activities", answer)
    async with TestServer(app) as server:
        yield said, str(server.make_url(""))


async def test_a_chat_that_is_away_for_a_while_is_left_alone_by_all_replicas(
    busy: tuple[list[str], str],
) -> None:
    """It was said again after one, two and four seconds."""
    said, url = busy
    lanes = OwnLanes()
    async with aiohttp.ClientSession() as session:
        for told in ("503", "held", "held"):
            connector = Connector(session, cast("Any", Credential()), Throttle(lanes))
            with pytest.raises(Throttled, match=told) as refused:
                await connector.say(Chat("anna", url), {"type": "message"})
            assert refused.value.retry_after == pytest.approx(120, abs=1)
    assert said == ["anna"]


PUBLISHED = ((7, 1), (8, 2), (60, 30), (1800, 3600))
"""So many messages of a conversation in so many seconds at most [learn.microsoft.com, rate limit of
bots in Teams: per bot per thread limit].
"""


@pytest.mark.usefixtures("own_time")
@pytest.mark.parametrize("replicas", [1, 2])
async def test_a_conversation_takes_no_more_than_is_published_for_any_time(
    monkeypatch: pytest.MonkeyPatch, replicas: int
) -> None:
    """Ninety a minute went on for longer than twenty minutes: 5,300 in an hour instead of 1,800."""
    went, lanes, until = list[float](), OwnLanes(), time.monotonic() + 2 * 3600

    async def sent(*_: object) -> bytes:
        went.append(time.monotonic())
        return b"{}"

    monkeypatch.setattr(Connector, "_request", sent)
    connectors = [Connector(NOTHING, NOTHING, Throttle(lanes)) for _ in range(replicas)]

    async def says(connector: Connector) -> None:
        while time.monotonic() < until:
            await connector.say(Chat("owners", "https://s.example"), {})

    await asyncio.gather(*(says(each) for each in connectors for _ in range(4)))
    for most, seconds in PUBLISHED:
        assert all(last - first > seconds for first, last in zip(went, went[most:], strict=False))
    assert len(went) > 2800, "and not much less"
