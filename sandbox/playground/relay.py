"""The tenant's Bot Connector for conversations that a Playground shows: what the bot says there goes on to it.

So the bot has one service URL, as in Teams, and a card for somebody reaches them wherever they sit: in their Playground
if they have one, else in the tenant.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Awaitable, Callable
from urllib.parse import quote, unquote

import aiohttp
from aiohttp import web
from aiohttp.typedefs import Middleware
from yarl import URL

from sandbox.connector.places import THREAD, split
from sandbox.journal import Exchange
from sandbox.state import TenantState

CALL = re.compile(r"/connector/v3/(conversations|teams)/([^/?]+)(.*)", re.DOTALL)
TIMEOUT = aiohttp.ClientTimeout(total=15)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Relay:
    """Which Playground shows which conversation, and the way there."""

    def __init__(self, state: TenantState) -> None:
        self.written: Counter[str] = Counter()
        """How many messages the bot wrote in each conversation."""
        self._state = state
        self._playgrounds: dict[str, str] = {}
        self._session: aiohttp.ClientSession | None = None
        state.closing.append(self.close)

    def show(self, conversations: list[str], url: str) -> None:
        """These conversations are shown by the Playground at `url`."""
        self._playgrounds |= dict.fromkeys(conversations, url)

    @property
    def middleware(self) -> Middleware:
        """What the tenant's server asks first."""

        @web.middleware
        async def relaying(request: web.Request, handler: Handler) -> web.StreamResponse:
            called = CALL.fullmatch(request.raw_path)
            there = self._there(unquote(called[2])) if called else None
            if called is None or there is None:
                return await handler(request)
            playground, conversation = there
            target = f"{playground}/_connector/v3/{called[1]}/{quote(conversation, safe='')}{called[3]}"
            answer = await self._ask(request, target)
            await self._record(request, conversation, answer)
            return answer

        return relaying

    def _there(self, conversation: str) -> tuple[str, str] | None:
        """The Playground that shows the conversation, and how it calls it; a chat has two ids, Graph's and the connector's."""
        plain, thread = split(conversation)
        chat = self._state.chat_of(plain)
        known = chat.conversation_id if chat else plain
        url = self._playgrounds.get(known)
        return (url, f"{known}{THREAD}{thread}" if thread else known) if url else None

    async def _record(self, request: web.Request, conversation: str, answer: web.Response) -> None:
        """Count it as the tenant's own connector would."""
        done = answer.status < 300 and request.method != "GET"
        if done and request.method == "POST":
            self.written[split(conversation)[0]] += 1
        body, said = _json(await request.read()), _json(answer.body)
        operation = f"{request.method} in a Playground"
        self._state.journal.record(Exchange("connector", operation, request.path, answer.status, body, said, done))

    async def _ask(self, request: web.Request, url: str) -> web.Response:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=TIMEOUT, trust_env=False)
        headers = {name: request.headers[name] for name in ("Content-Type", "Authorization") if name in request.headers}
        try:
            async with self._session.request(
                request.method, URL(url, encoded=True), data=await request.read(), headers=headers
            ) as found:
                body, kind = await found.read(), found.content_type
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            text = f"The Playground does not answer ({type(error).__name__})."
            return web.json_response({"error": {"code": "ServiceUnavailable", "message": text}}, status=503)
        return web.Response(status=found.status, body=body, content_type=kind)

    async def close(self) -> None:
        """End the connections to the Playgrounds."""
        if self._session is not None:
            await self._session.close()


def _json(body: object) -> object:
    try:
        return json.loads(body) if isinstance(body, bytes) and body else None
    except ValueError:
        return None
