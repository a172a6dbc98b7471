"""An endpoint for change notifications: it proves itself as Graph wants it, keeps what is posted,
answers as it is told.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Row = dict[str, Any]
NOWHERE = "/nowhere"


async def nothing() -> None:
    """Nothing happens meanwhile."""


@dataclass
class Hook:
    """`statuses` are given out first in first out, then 202; where the path ends with `refused` a
    notification is never taken; `proof` replaces the token where a test wants to be wrong;
    `meanwhile` happens before a notification is answered.
    """

    url: str = ""
    posts: list[list[Row]] = field(default_factory=list)
    proofs: list[str] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    refused: str = NOWHERE
    proof: web.Response | None = None
    delay_seconds: float = 0.0
    meanwhile: Callable[[], Awaitable[object]] = nothing
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def rows(self) -> list[Row]:
        """All notifications, in the order in which they came."""
        return [row for post in self.posts for row in post]

    async def arrived(self, number: int, seconds: float = 60.0) -> list[Row]:
        """Wait until so many notifications have come; fails after `seconds`."""
        async with asyncio.timeout(seconds):
            while len(self.rows) < number:
                self._news.clear()
                await self._news.wait()
        return self.rows

    async def quiet(self, seconds: float = 0.3) -> list[Row]:
        """Wait a moment in which nothing more should come, and return what has come so far."""
        await asyncio.sleep(seconds)
        return self.rows

    async def take(self, request: web.Request) -> web.Response:
        """Both kinds of POST."""
        await asyncio.sleep(self.delay_seconds)
        token = request.query.get("validationToken")
        if token is not None:
            self.proofs.append(token)
            return self.proof or web.Response(text=token, content_type="text/plain")
        await self.meanwhile()
        status = 500 if request.path.endswith(self.refused) else self._status()
        content = await request.json()
        if status < 300:
            self.posts.append(content["value"])
            self._news.set()
        return web.Response(status=status)

    def _status(self) -> int:
        return self.statuses.pop(0) if self.statuses else 202


@asynccontextmanager
async def recording_hook() -> AsyncIterator[Hook]:
    """An endpoint on a free port of the loopback interface."""
    hook = Hook()
    app = web.Application()
    app.add_routes([web.post("/{tail:.*}", hook.take)])
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/notifications"
    try:
        yield hook
    finally:
        await runner.cleanup()
