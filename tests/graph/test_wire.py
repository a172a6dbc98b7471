"""What is sent is sent once: whether it is repeated is decided elsewhere, by one layer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest

from graph.wire import Wire


class Dropping:
    """A server that hears each request and hangs up."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = await reader.readline()
        self.heard.append(line.decode().split(" ")[0])
        writer.close()


@pytest.fixture
async def dropping() -> AsyncIterator[tuple[Dropping, str]]:
    made = Dropping()
    server = await asyncio.start_server(made, "127.0.0.1", 0)
    yield made, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    server.close()
    await server.wait_closed()


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "POST"])
async def test_a_dropped_connection_is_told_and_nothing_is_sent_again(
    dropping: tuple[Dropping, str], method: str
) -> None:
    """aiohttp repeats what it takes for harmless: a DELETE that was carried out would be told as
    one that found nothing.
    """
    server, url = dropping
    wire = Wire()
    with pytest.raises(httpx.TransportError, match=r"Disconnected|Reset"):
        await wire.handle_async_request(httpx.Request(method, url))
    await wire.aclose()
    assert server.heard == [method]
