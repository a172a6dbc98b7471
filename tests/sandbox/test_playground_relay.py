"""What the bot says to somebody who sits in a Playground arrives there; everything else stays in
the tenant.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import aiohttp
import pytest
from aiohttp import web

from sandbox import company
from sandbox.directory import Person
from sandbox.graph.apps import personal_chat
from sandbox.journal import Exchange
from sandbox.playground.relay import MESSAGES, Relay
from sandbox.server import Tenant, new_state, serving
from sandbox.signin import BOT_AUDIENCE

HELLO = {"type": "message", "text": "Hello"}


@dataclass
class Playground:
    """A Playground's connector, or the bot, as far as the relay sees them."""

    url: str = ""
    says: Any = field(default_factory=lambda: {"id": "m1"})
    calls: list[tuple[str, str, Any]] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        self.calls.append(
            (
                request.method,
                request.raw_path,
                await request.json() if request.can_read_body else None,
            )
        )
        return web.json_response(self.says, status=201 if request.method == "POST" else 200)


@dataclass
class Stage:
    tenant: Tenant
    relay: Relay
    playground: Playground
    session: aiohttp.ClientSession
    seen: list[Exchange] = field(default_factory=list)

    @property
    def people(self) -> list[Person]:
        return [
            person
            for person in self.tenant.state.people.values()
            if person.account_enabled and person.licensed
        ]

    async def call(self, method: str, path: str, body: object = None) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {self.tenant.signin.issue(BOT_AUDIENCE)}"}
        url = f"{self.tenant.url}/connector/v3/{path}"
        async with self.session.request(method, url, json=body, headers=headers) as answer:
            return answer.status, await answer.json()

    async def say(self, conversation: str) -> tuple[int, Any]:
        return await self.call(
            "POST", f"conversations/{quote(conversation, safe='')}/activities", HELLO
        )


@asynccontextmanager
async def a_playground() -> AsyncIterator[Playground]:
    found, app = Playground(), web.Application()
    app.router.add_route("*", "/{rest:.*}", found.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    found.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield found
    finally:
        await runner.cleanup()


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    state = new_state(limits="off")
    company.build(state)
    relay = Relay(state)
    async with (
        a_playground() as playground,
        serving(state, middlewares=[relay.middleware]) as tenant,
        aiohttp.ClientSession() as session,
    ):
        found = Stage(tenant, relay, playground, session)
        state.journal.observers.append(found.seen.append)
        yield found


async def test_a_chat_is_relayed_by_either_of_its_ids_and_counted(stage: Stage) -> None:
    chat = personal_chat(stage.tenant.state, stage.people[0])
    stage.relay.show([chat.conversation_id], stage.playground.url)
    for conversation in (chat.conversation_id, chat.id):
        assert await stage.say(conversation) == (201, {"id": "m1"})
    path = f"/_connector/v3/conversations/{quote(chat.conversation_id, safe='')}/activities"
    assert stage.playground.calls == [("POST", path, HELLO)] * 2
    assert stage.relay.written[chat.conversation_id] == 2
    assert [(each.request, each.answer, each.effect) for each in stage.seen] == [
        (HELLO, {"id": "m1"}, True)
    ] * 2


async def test_an_edit_in_a_channels_thread_keeps_thread_and_message(stage: Stage) -> None:
    channel = stage.tenant.state.owners_channel_id
    stage.relay.show([channel], stage.playground.url)
    conversation = quote(f"{channel};messageid=17", safe="")
    assert await stage.call("PUT", f"conversations/{conversation}/activities/m1", HELLO) == (
        200,
        {"id": "m1"},
    )
    assert stage.playground.calls == [
        ("PUT", f"/_connector/v3/conversations/{conversation}/activities/m1", HELLO)
    ]
    assert stage.relay.written == {}


async def test_who_has_no_playground_is_written_to_in_the_tenant(stage: Stage) -> None:
    here, there = stage.people[:2]
    stage.relay.show(
        [personal_chat(stage.tenant.state, here).conversation_id], stage.playground.url
    )
    place = await stage.tenant.clients.add_app(there)
    assert (await stage.say(place.id))[0] == 201
    assert [shown.message.text for shown in stage.tenant.clients.look(there, place, "desktop")] == [
        "Hello"
    ]
    assert stage.playground.calls == []


async def test_a_playground_that_is_gone_is_an_outage_that_the_bot_repeats(stage: Stage) -> None:
    stage.relay.show(["a:1"], "http://127.0.0.1:9")
    status, answer = await stage.say("a:1")
    assert (status, answer["error"]["code"]) == (503, "ServiceUnavailable")
    assert stage.relay.written == {}


async def test_a_team_is_asked_of_whoever_shows_it(stage: Stage) -> None:
    team = stage.tenant.state.teams[stage.tenant.state.owners_team_id]
    status, answer = await stage.call("GET", f"teams/{quote(team.thread_id, safe='')}")
    assert (status, answer["aadGroupId"]) == (200, team.id)
    stage.relay.show([team.thread_id], stage.playground.url)
    assert await stage.call("GET", f"teams/{quote(team.thread_id, safe='')}") == (200, {"id": "m1"})


async def test_the_tenant_tells_only_of_teams_that_the_bot_is_in(stage: Stage) -> None:
    state = stage.tenant.state
    other = state.teams[state.programme_team_ids[0]]
    status, answer = await stage.call("GET", f"teams/{quote(other.thread_id, safe='')}")
    assert (status, answer["error"]["code"]) == (403, "BotNotInConversationRoster")
    for unknown in ("19:nobody@thread.tacv2", state.owners_channel_id):
        status, answer = await stage.call("GET", f"teams/{quote(unknown, safe='')}")
        assert (status, answer["error"]["code"]) == (404, "ConversationNotFound")


async def test_what_a_playground_says_reaches_the_bot_as_it_is_and_the_answer_comes_back(
    stage: Stage,
) -> None:
    stage.tenant.state.product_urls[:] = [stage.playground.url]
    dropdown = {"type": "Input.ChoiceSet", "id": "wish", "choices": []}
    stage.playground.says = {
        "statusCode": 200,
        "type": "application/vnd.microsoft.card.adaptive",
        "value": {"body": [dropdown]},
    }
    async with stage.session.post(stage.tenant.url + MESSAGES, json=HELLO) as answer:
        assert (answer.status, await answer.json()) == (
            201,
            stage.playground.says | {"value": {"body": [dropdown | {"style": "filtered"}]}},
        )
    assert stage.playground.calls == [("POST", "/api/messages", HELLO)]


async def test_a_playground_is_told_when_there_is_no_bot(stage: Stage) -> None:
    async with stage.session.post(stage.tenant.url + MESSAGES, json=HELLO) as answer:
        assert answer.status == 503
