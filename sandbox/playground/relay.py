"""Between the bot and the Playgrounds, below the tenant's own address.

What the bot says in a conversation that a Playground shows goes on to it, everything else to the
tenant's own Bot Connector: so the bot has one service URL, as in Teams, and a card reaches people
wherever they sit. What a Playground says goes on to the bot as it is, unsigned.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import quote, unquote

import aiohttp
from aiohttp import web
from aiohttp.typedefs import Middleware
from yarl import URL

from sandbox.connector.places import THREAD, split
from sandbox.journal import Exchange
from sandbox.playground.dropdowns import redrawn, redrawn_answer
from sandbox.state import TenantState

MESSAGES = "/playground/api/messages"
CALL = re.compile(r"/connector/v3/(conversations|teams)/([^/?]+)(.*)", re.DOTALL)
TIMEOUT = aiohttp.ClientTimeout(total=15)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Answer:
    """What the other side said."""

    status: int
    body: object

    @property
    def response(self) -> web.Response:
        """The same as our own answer."""
        return (
            web.Response(status=self.status)
            if self.body is None
            else web.json_response(self.body, status=self.status)
        )


class Relay:
    """Which Playground shows which conversation, and the way there and back."""

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
            if request.path == MESSAGES and request.method == "POST":
                return await self._to_bot(request)
            called = CALL.fullmatch(request.raw_path)
            there = self._there(unquote(called[2])) if called else None
            if called is None or there is None:
                return await handler(request)
            url, conversation = there
            return await self._to_playground(
                request,
                conversation,
                f"{url}/_connector/v3/{called[1]}/{quote(conversation, safe='')}{called[3]}",
            )

        return relaying

    def _there(self, conversation: str) -> tuple[str, str] | None:
        """The Playground that shows the conversation, and how it calls it; a chat has two ids,
        Graph's and the connector's.
        """
        plain, thread = split(conversation)
        chat = self._state.chat_of(plain)
        known = chat.conversation_id if chat else plain
        url = self._playgrounds.get(known)
        return (url, f"{known}{THREAD}{thread}" if thread else known) if url else None

    async def _to_bot(self, request: web.Request) -> web.Response:
        url = next(iter(self._state.product_urls), "http://127.0.0.1:0")
        answer = await self._ask("POST", f"{url}/api/messages", await _body(request))
        return Answer(answer.status, redrawn_answer(answer.body)).response

    async def _to_playground(
        self, request: web.Request, conversation: str, url: str
    ) -> web.Response:
        """Hand it on, and count it as the tenant's own connector would."""
        said = await _body(request)
        answer = await self._ask(request.method, url, redrawn(said))
        done = answer.status < 300 and request.method != "GET"
        if done and request.method == "POST":
            self.written[split(conversation)[0]] += 1
        operation = f"{request.method} in a Playground"
        self._state.journal.record(
            Exchange("connector", operation, request.path, answer.status, said, answer.body, done)
        )
        return answer.response

    async def _ask(self, method: str, url: str, body: object) -> Answer:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=TIMEOUT, trust_env=False)
        try:
            async with self._session.request(method, URL(url, encoded=True), json=body) as found:
                return Answer(found.status, _json(await found.read()))
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            text = f"Nobody answers there ({type(error).__name__})."
            return Answer(503, {"error": {"code": "ServiceUnavailable", "message": text}})

    async def close(self) -> None:
        """End the connections."""
        if self._session is not None:
            await self._session.close()


async def _body(request: web.Request) -> object:
    return _json(await request.read())


def _json(body: bytes) -> object:
    try:
        return json.loads(body) if body else None
    except ValueError:
        return None
