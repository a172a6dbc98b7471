"""A bot built on Microsoft's own SDK (``microsoft-teams-apps``) talks to the simulated Connector.

It is the witness for the sandbox: what Microsoft's client sends has to be understood, and what it
checks and reads has to be as it expects. It runs in a thread of its own, because it fetches the
signing keys without giving way.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import pytest
from aiohttp import web
from microsoft_teams.api import Account
from microsoft_teams.api.activities.message import MessageActivity, MessageActivityInput
from microsoft_teams.api.auth.cloud_environment import PUBLIC, with_overrides
from microsoft_teams.apps import ActivityContext, App
from microsoft_teams.common.http import ClientOptions

from sandbox.connector.places import people_in
from sandbox.server import Tenant
from sandbox.signin import BOT_AUDIENCE
from tests.sandbox.stage import Stage, crowded, on_stage

T = TypeVar("T")
# The SDK warns of parts of its own that it uses itself.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@dataclass
class Served:
    """The SDK's routes on a web server of our own, as its adapters are made."""

    app: web.Application = field(default_factory=web.Application)

    def register_route(self, _method: str, path: str, handler: Any) -> None:
        """Hand requests on to the SDK."""

        async def respond(request: web.Request) -> web.Response:
            told = {"body": await request.json(), "headers": dict(request.headers)}
            answer = await handler(told)
            return web.json_response(answer["body"], status=answer["status"])

        self.app.router.add_post(path, respond)

    def serve_static(self, path: str, directory: str) -> None:
        """It has none."""

    async def start(self, port: int) -> None:
        """It is started by us."""

    async def stop(self) -> None:
        """It is stopped by us."""


@dataclass
class TheirBot:
    """The bot in its thread, and what it has heard."""

    app: App
    loop: asyncio.AbstractEventLoop
    url: str = ""
    heard: list[MessageActivity] = field(default_factory=list)

    async def do(self, work: Coroutine[Any, Any, T]) -> T:
        """Let it do something in its own thread."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self.loop))


def built(tenant: Tenant, served: Served) -> App:
    """The bot, with the tenant's addresses in place of those of Microsoft's cloud."""
    identity = tenant.state.identity
    cloud = with_overrides(
        PUBLIC,
        login_endpoint=tenant.state.login_url,
        openid_metadata_url=tenant.env["TANDEM_OPENID_METADATA_URL"],
    )
    return App(
        client_id=identity.bot_app_id,
        tenant_id=identity.tenant_id,
        token=lambda _scope, _tenant: tenant.signin.issue(BOT_AUDIENCE),
        cloud=cloud,
        service_url=f"{tenant.url}/connector",
        http_server_adapter=served,
        # The SDK never closes the connections that it has kept open.
        client=ClientOptions(headers={"Connection": "close"}),
    )


@asynccontextmanager
async def their_bot(tenant: Tenant) -> AsyncIterator[TheirBot]:
    """A bot that echoes each message and then edits what it has said."""
    served, loop = Served(), asyncio.new_event_loop()
    bot = TheirBot(built(tenant, served), loop)
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    @bot.app.on_message
    async def echo(ctx: ActivityContext[MessageActivity]) -> None:
        bot.heard.append(ctx.activity)
        said = await ctx.reply(f"you said: {ctx.activity.text}")
        edited = MessageActivityInput(text="edited")
        await ctx.api.conversations.activities(ctx.activity.conversation.id).update(said.id, edited)

    async def started() -> web.AppRunner:
        await bot.app.initialize()
        runner = web.AppRunner(served.app, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        bot.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        return runner

    runner = await bot.do(started())
    try:
        yield bot
    finally:
        await bot.do(runner.cleanup())
        loop.call_soon_threadsafe(loop.stop)
        await asyncio.to_thread(thread.join)
        loop.close()


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with on_stage() as found:
        yield found


async def test_it_believes_our_tokens_answers_and_edits(stage: Stage) -> None:
    async with their_bot(stage.tenant) as bot:
        place = await stage.tenant.clients.add_app(stage.person)
        stage.tenant.state.product_urls[:] = [bot.url]
        _, delivered = await stage.tenant.clients.say(stage.person, "hello", place)
        assert delivered is not None
        assert (delivered.arrived, [each.text for each in bot.heard]) == (True, ["hello"])
        assert bot.heard[0].from_.aad_object_id == stage.person.id
        _, answer = stage.tenant.clients.look(stage.person, place, "phone")
        assert (answer.message.text, answer.message.edits) == ("edited", 1)


async def test_its_reply_stands_in_the_thread_of_a_channel(stage: Stage) -> None:
    async with their_bot(stage.tenant) as bot:
        asked, _ = await stage.tenant.clients.say(stage.owner, "status?", stage.owners)
        channel = bot.app.api.conversations.activities(stage.owners.id)
        await bot.do(channel.reply(asked.id, MessageActivityInput(text="all well")))
        [_, answer] = stage.tenant.clients.look(stage.owner, stage.owners, "phone")
        assert (answer.message.text, answer.message.thread_id) == ("all well", asked.id)


async def test_it_does_not_believe_anybody_elses(stage: Stage) -> None:
    async with their_bot(stage.tenant) as bot:
        place = await stage.tenant.clients.add_app(stage.person)
        stage.tenant.state.product_urls[:] = [bot.url]
        own = stage.tenant.state.identity
        another = "11111111-2222-3333-4444-555555555555"
        stage.tenant.state.identity = replace(own, bot_app_id=another)
        _, delivered = await stage.tenant.clients.say(stage.person, "hello", place)
        assert delivered is not None
        assert (delivered.status, bot.heard) == (401, [])


async def test_it_reads_the_members_of_a_channel_page_by_page(stage: Stage) -> None:
    everybody = crowded(stage, 60)
    async with their_bot(stage.tenant) as bot:
        members = bot.app.api.conversations.members(stage.owners.id)
        first = await bot.do(members.get_paged(page_size=50))
        token = first.continuation_token
        second = await bot.do(members.get_paged(page_size=50, continuation_token=token))
        found = [member.aad_object_id for page in (first, second) for member in page.members]
        assert (len(first.members), len(found), set(found)) == (50, 60, everybody)
        assert second.continuation_token is None


async def test_its_targeted_message_is_kept_private(stage: Stage) -> None:
    async with their_bot(stage.tenant) as bot:
        first, second, *_ = people_in(stage.tenant.state, stage.owners)
        message = MessageActivityInput(text="for you alone").with_recipient(
            Account(id=first.mri, name=first.display_name), is_targeted=True
        )
        channel = bot.app.api.conversations.activities(stage.owners.id)
        await bot.do(channel.create_targeted(message))
        look = stage.tenant.clients.look
        assert [one.message.text for one in look(first, stage.owners, "phone")] == ["for you alone"]
        assert look(second, stage.owners, "phone") == []


async def test_in_a_chat_of_two_its_targeted_message_is_refused(stage: Stage) -> None:
    async with their_bot(stage.tenant) as bot:
        place = await stage.tenant.clients.add_app(stage.person)
        message = MessageActivityInput(text="for you alone").with_recipient(
            Account(id=stage.person.mri), is_targeted=True
        )
        chat = bot.app.api.conversations.activities(place.id)
        with pytest.raises(Exception, match="400"):
            await bot.do(chat.create_targeted(message))
