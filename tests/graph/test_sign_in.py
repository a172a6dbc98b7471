"""A token that is not taken is thrown away, whatever the clock says of it, and the call is
made once more with a new one; only if that is not taken either is it refused.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from functools import partial
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from azure.core.credentials import AccessToken
from azure.core.pipeline.transport import AioHttpTransport
from azure.identity.aio import ClientSecretCredential

from graph import client, sign_in
from graph.channel_calls import team_members
from graph.client import Graph
from graph.directory import GraphDirectory
from graph.sign_in import SignIn
from mentoring.domain.errors import NotAllowed, Unavailable
from mentoring.ports.repeating import somebody_repeats
from sandbox.server import Tenant
from tests.graph.signed_in import Credential

TEAM = "11111111-2222-4333-8444-555555555555"
FAR = 2**31


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "PAUSES_SECONDS", (0.01, 0.02))


class TestInTheTenant:
    """The machine's clock takes a token for good whose time is over."""

    @pytest.fixture
    async def signed_in(self, tenant: Tenant) -> AsyncIterator[Graph]:
        env = tenant.env
        own_ca = env["TANDEM_LOGIN_CA_FILE"]

        def made() -> ClientSecretCredential:
            return ClientSecretCredential(
                env["TANDEM_TENANT_ID"],
                env["TANDEM_BOT_APP_ID"],
                env["TANDEM_BOT_APP_SECRET"],
                authority=env["TANDEM_LOGIN_AUTHORITY"],
                disable_instance_discovery=True,
                transport=AioHttpTransport(connection_verify=own_ca),
            )

        async with SignIn(made) as found:
            graph = Graph(found, env["TANDEM_GRAPH_BASE_URL"])
            yield graph
            await graph.close()

    async def asked(self, tenant: Tenant, graph: Graph) -> list[int]:
        """What Graph has answered to a question."""
        answers = list[int]()
        tenant.state.journal.observers.append(lambda exchange: answers.append(exchange.status))
        await GraphDirectory(graph).names([TEAM])
        tenant.state.journal.observers.pop()
        return answers

    async def test_the_call_is_made_once_more_with_a_new_one(
        self, tenant: Tenant, signed_in: Graph, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Every call was refused for an hour, as if all permissions were missing."""
        monkeypatch.setattr(sign_in, "NEW_SECONDS", 0.0)
        assert await self.asked(tenant, signed_in) == [200]
        for _ in range(2):
            tenant.signin.expire()
            assert await self.asked(tenant, signed_in) == [401, 200]
            assert await self.asked(tenant, signed_in) == [200]

    async def test_where_somebody_repeats_they_do(self, tenant: Tenant, signed_in: Graph) -> None:
        await self.asked(tenant, signed_in)
        tenant.signin.expire()
        with somebody_repeats():
            with pytest.raises(Unavailable, match="InvalidAuthenticationToken"):
                await self.asked(tenant, signed_in)
            assert await self.asked(tenant, signed_in) == [200]


class Numbered(Credential):
    """The first, second, third … that is made; its token bears its number."""

    made = 0
    closed = 0

    def __init__(self) -> None:
        Numbered.made += 1
        self._token = str(Numbered.made)

    async def get_token(self, *_scopes: str, **_more: Any) -> AccessToken:
        return AccessToken(self._token, FAR)

    async def close(self) -> None:
        Numbered.closed += 1


class Counted(Credential):
    """Its tokens bear a number, and count for so many seconds more."""

    def __init__(self, seconds: float = 3600) -> None:
        self.asked, self._seconds = 0, seconds

    async def get_token(self, *_scopes: str, **_more: Any) -> AccessToken:
        self.asked += 1
        await asyncio.sleep(0)
        return AccessToken(str(self.asked), int(time.time() + self._seconds))


class Service:
    """Takes only the tokens with a number from ``least`` on."""

    def __init__(self) -> None:
        self.least, self.came = 1, list[str]()

    async def answer(self, request: web.Request) -> web.Response:
        self.came.append(request.headers["Authorization"].removeprefix("Bearer "))
        if int(self.came[-1]) >= self.least:
            return web.json_response({"value": []})
        body = {"error": {"code": "InvalidAuthenticationToken", "message": "expired"}}
        await asyncio.sleep(0.02)
        return web.json_response(body, status=401)


@pytest.fixture
async def service(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Service, Graph]]:
    monkeypatch.setattr(Numbered, "made", 0)
    monkeypatch.setattr(Numbered, "closed", 0)
    made, app = Service(), web.Application()
    app.router.add_route("*", "/{rest:.*}", made.answer)
    async with TestServer(app) as server, SignIn(Numbered) as found:
        graph = Graph(found, f"http://127.0.0.1:{server.port}/v1.0")
        yield made, graph
        await graph.close()


async def test_what_is_not_taken_twice_is_a_refusal(service: tuple[Service, Graph]) -> None:
    asked, graph = service
    asked.least = 100
    for came in (["1", "2"], ["2"]):
        asked.came.clear()
        with pytest.raises(NotAllowed, match="401"):
            await team_members(graph, team_id=TEAM)
        assert asked.came == came


async def test_later_another_one_is_tried(
    service: tuple[Service, Graph], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody may have put right what was amiss, and nothing has to be started anew for that."""
    asked, graph = service
    asked.least = 3
    with pytest.raises(NotAllowed, match="401"):
        await team_members(graph, team_id=TEAM)
    monkeypatch.setattr(sign_in, "NEW_SECONDS", 0.0)
    await team_members(graph, team_id=TEAM)
    assert asked.came == ["1", "2", "2", "3"]
    assert Numbered.closed == 1, "nobody is asking the first one any more"


async def test_many_calls_at_the_start_ask_for_one_together() -> None:
    """A server that starts finds hundreds of people waiting, and asked Entra for each of them."""
    made = Counted()
    async with SignIn(lambda: made) as found:
        tokens = await asyncio.gather(*(found.get_token("graph") for _ in range(50)))
        assert {each.token for each in tokens} == {"1"}
        assert (await found.get_token("connector")).token == "2"


@pytest.mark.parametrize(
    ("left", "kept", "asked"), [(400, 60, 1), (200, 60, 3), (86_400, 60, 1), (86_400, 0, 3)]
)
async def test_it_is_kept_for_a_minute_and_not_in_its_last_five(
    left: float, kept: float, asked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When to renew it before is known to the credential alone."""
    monkeypatch.setattr(sign_in, "KEPT_SECONDS", kept)
    made = Counted(left)
    async with SignIn(lambda: made) as found:
        for _ in range(3):
            await found.get_token("graph")
    assert made.asked == asked


async def test_what_was_asked_of_the_one_that_is_thrown_away_is_not_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its answer may come afterwards, with the very token that was not taken."""
    monkeypatch.setattr(sign_in, "KEPT_SECONDS", 0)
    made = [Counted(), Counted()]
    async with SignIn(partial(next, iter(made))) as found:
        token = (await found.get_token("graph")).token
        asking = asyncio.create_task(found.get_token("graph"))
        await asyncio.sleep(0)
        assert isinstance(await found.judged(token, NotAllowed("401")), Unavailable)
        await found.get_token("graph")
        await asking
        assert (made[0].asked, made[1].asked) == (2, 1)
        assert isinstance(await found.judged("2", NotAllowed("401")), Unavailable)


async def test_of_many_calls_with_an_old_one_the_first_throws_it_away(
    service: tuple[Service, Graph],
) -> None:
    asked, graph = service
    asked.least = 2
    await asyncio.gather(*(team_members(graph, team_id=f"{n}{TEAM[1:]}") for n in range(8)))
    assert Numbered.made == 2
    assert sorted(asked.came) == ["1"] * 8 + ["2"] * 8
