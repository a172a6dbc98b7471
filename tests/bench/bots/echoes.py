"""The echo bots beside which ours is measured, each a program of its own, and the channel that
talks to them.

The channel is a stub: it takes what a bot says and counts it. What it sends is as large as what
Teams sends, 1.2 kB.
"""

from __future__ import annotations

import asyncio
import itertools
import sys
import venv
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from sandbox.ending import end
from sandbox.rehearse.product import free_port
from sandbox.rehearse.usage import Meter
from tests.bench.bots.load import TEAMS_PACE, Figures, Pace, measured

HERE = Path(__file__).parent
SDK = "botbuilder-integration-aiohttp==4.17.1"
PERSON = "9d1ffb6e-6f21-4a0c-b6a4-0f6e3f5d2c11"
SAID = "Could we look at our road map next week? My questions are in the box already."
READY_SECONDS = 60.0


class Channel:
    """Takes replies at `url`, and posts messages."""

    def __init__(self) -> None:
        self.heard = 0
        self.url = ""
        self._ids = itertools.count(1)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Channel]:
        """Listen while the block runs."""
        app = web.Application()
        app.router.add_post("/v3/conversations/{conversation}/activities", self._hear)
        app.router.add_post("/v3/conversations/{conversation}/activities/{one}", self._hear)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
        try:
            yield self
        finally:
            await runner.cleanup()

    async def _hear(self, request: web.Request) -> web.Response:
        await request.read()
        self.heard += 1
        return web.json_response({"id": str(self.heard)})

    def activity(self, sender: int) -> dict[str, Any]:
        """A message as Teams sends it."""
        number = next(self._ids)
        return {
            "type": "message",
            "id": f"1732521600{number:06}",
            "timestamp": "2026-11-25T08:00:00.000Z",
            "localTimestamp": "2026-11-25T09:00:00.000+01:00",
            "localTimezone": "Europe/Berlin",
            "serviceUrl": self.url,
            "channelId": "msteams",
            "from": {"id": f"29:{PERSON}", "name": "Eva Costa", "aadObjectId": PERSON},
            "conversation": {
                "id": f"a:{sender:080}", "conversationType": "personal", "tenantId": PERSON
            },
            "recipient": {"id": f"28:{PERSON}", "name": "Tandem"},
            "entities": [
                {"type": "clientInfo", "locale": "de-DE", "country": "DE", "platform": "Web"}
            ],
            "channelData": {"tenant": {"id": PERSON}},
            "locale": "de-DE",
            "textFormat": "plain",
            "text": SAID,
            "attachments": [{"contentType": "text/html",
            "content": f"<div><div>{SAID}</div></div>"}],
        }  # fmt: skip


def with_the_sdk(folder: Path) -> Path:
    """The Python of a new environment with the SDK's aiohttp part from the package index."""
    python = folder / "env" / "bin" / "python"
    venv.create(folder / "env", with_pip=True)
    pip = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", SDK]
    asyncio.run(_run(pip))
    return python


async def _run(command: list[str]) -> None:
    process = await asyncio.create_subprocess_exec(*command)
    if await process.wait():
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")


async def echoed(
    program: str, senders: int, rounds: int, python: Path | None = None
) -> tuple[Figures, Figures]:
    """What a turn of this bot (a file beside this one) costs: as fast as it goes, and at the pace
    of Teams.
    """
    port, meter = free_port(), Meter()
    command = [str(python or sys.executable), str(HERE / program), str(port)]
    process = await asyncio.create_subprocess_exec(*command, start_new_session=True)
    meter.watch(process.pid)
    pool = aiohttp.TCPConnector(limit=senders)
    try:
        async with Channel().open() as channel, aiohttp.ClientSession(connector=pool) as session:
            await _ready(session, port)
            turns = [_Sender(session, channel, port, number).turn for number in range(senders)]
            fast, pace = await measured(meter, turns, rounds), Pace(TEAMS_PACE)
            return fast, await measured(meter, [pace.kept(turn) for turn in turns], min(rounds, 20))
    finally:
        await end(process, 5)


class _Sender:
    """Somebody who writes to the bot and waits for its answer."""

    def __init__(
        self, session: aiohttp.ClientSession, channel: Channel, port: int, number: int
    ) -> None:
        self._session = session
        self._channel = channel
        self._url = f"http://127.0.0.1:{port}/api/messages"
        self._number = number

    async def turn(self) -> None:
        """One message; the bot has answered it when its HTTP answer comes."""
        activity = self._channel.activity(self._number)
        async with self._session.post(self._url, json=activity) as answer:
            if answer.status >= 300 or not self._channel.heard:
                raise SystemExit(f"the echo bot answered {answer.status}: {await answer.text()}")


async def _ready(session: aiohttp.ClientSession, port: int) -> None:
    async with asyncio.timeout(READY_SECONDS):
        while True:
            try:
                async with session.get(f"http://127.0.0.1:{port}/"):
                    return
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.1)
