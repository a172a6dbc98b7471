"""The wire below the SDK's middleware: what its httpx client sends goes through aiohttp, which
takes less than a quarter of the processor time (docs/why.md).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextvars import ContextVar

import aiohttp
import httpx
from yarl import URL

POOLED_CONNECTIONS = 64
TIMEOUT = aiohttp.ClientTimeout(total=None, connect=100, sock_connect=30, sock_read=100)
Going = Callable[[], Awaitable[None]]
GOING: ContextVar[Going | None] = ContextVar("going", default=None)
"""What a request waits for last of all."""


class Wire(httpx.AsyncBaseTransport):
    """One pool of connections, opened with the first request.

    It waits for a request's turn when nothing is left to be done but to send it: what a busy
    process does before would bunch the requests again.
    """

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send it in its turn.

        Raises:
            httpx.TransportError: no answer has come.
        """
        going = GOING.get()
        if going is not None:
            await going()
        try:
            return await self._answer(request)
        except TimeoutError as late:
            raise httpx.ReadTimeout(type(late).__name__, request=request) from late
        except aiohttp.ClientError as error:
            raise httpx.ReadError(type(error).__name__, request=request) from error

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        async with self._opened().request(
            request.method,
            URL(str(request.url), encoded=True),
            headers=request.headers.multi_items(),
            data=await request.aread() or None,
            allow_redirects=False,
        ) as answer:
            body = await answer.read()
        headers = list(answer.raw_headers)
        return httpx.Response(answer.status, headers=headers, content=body, request=request)

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=POOLED_CONNECTIONS),
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=TIMEOUT,
                auto_decompress=False,
                trust_env=False,
            )
            # aiohttp would send again what it takes for harmless: one layer repeats, and no other.
            self._session._retry_connection = False  # noqa: SLF001 - it has no option for it
        return self._session

    async def aclose(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
