"""Microsoft's sign-in and the keys that were fetched there."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web

from bot.auth import KeyRing
from tests.bot.door.microsoft import Microsoft


@pytest.fixture
async def microsoft() -> AsyncIterator[Microsoft]:
    found = Microsoft()
    app = web.Application()
    app.add_routes([web.get("/metadata", found.metadata), web.get("/keys", found.jwks)])
    app.router.add_get("/elsewhere", found.redirect)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    found.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield found
    await runner.cleanup()


@pytest.fixture
async def ring(microsoft: Microsoft) -> AsyncIterator[KeyRing]:
    async with aiohttp.ClientSession() as session:
        yield KeyRing(session, f"{microsoft.url}/metadata")
