"""What the front door answers: to a fault of ours, to what is no HTTP, to whoever asks if it is
ready.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any, cast

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request
from aiohttp.typedefs import Handler
from structlog.testing import capture_logs

from bot import web as module
from bot.auth import Caller, Unwelcome
from bot.notifications import Notifications
from bot.server import Runner
from bot.turn import Inbound
from bot.web import FrontDoor

NOBODY = cast("Any", None)


class Turns:
    """Turns that go on until the event, and then end as they do."""

    def __init__(self, end: BaseException | None) -> None:
        self.end, self.go_on = end, asyncio.Event()

    async def __call__(self) -> tuple[int, Any]:
        await self.go_on.wait()
        if self.end:
            raise self.end
        return 200, None


def inbound(kind: str) -> Inbound:
    return Inbound.model_validate(
        {
            "type": kind,
            "channelId": "msteams",
            "serviceUrl": "https://s.example/",
            "from": {"id": "29:x", "aadObjectId": "eva"},
            "recipient": {"id": "28:bot"},
            "conversation": {"id": "19:eva"},
        }
    )


@pytest.mark.parametrize(
    ("kind", "end", "told"),
    [
        ("message", RuntimeError("a fault"), True),
        ("invoke", RuntimeError("a fault"), True),
        ("conversationUpdate", RuntimeError("a fault"), False),
        ("message", None, False),
    ],
)
async def test_whoever_was_answered_early_reads_of_a_fault_of_ours(
    monkeypatch: pytest.MonkeyPatch, kind: str, end: BaseException | None, told: bool
) -> None:
    """They were left in silence: Teams shows nothing of what fails after the answer."""
    monkeypatch.setattr(module, "ANSWER_WITHIN_SECONDS", 0.01)
    apologies, turn = list[Inbound](), Turns(end)

    async def apologize(to: Inbound) -> None:
        apologies.append(to)

    door = FrontDoor(NOBODY, NOBODY, {}, NOBODY, apologize)
    answer: web.Response = await door._work(turn(), asked := inbound(kind))
    assert (answer.status, apologies) == (202, [])
    turn.go_on.set()
    await asyncio.wait(door._going_on)
    assert apologies == ([asked] if told else [])


@pytest.mark.parametrize(
    ("kind", "status", "told"), [("message", 500, True), ("conversationUpdate", 500, False)]
)
async def test_whoever_wrote_reads_of_a_fault_of_ours(kind: str, status: int, told: bool) -> None:
    """Teams shows nothing of a 500, and nobody knows whether it sends the message again."""
    apologies, turn = list[Inbound](), Turns(RuntimeError("a fault"))
    turn.go_on.set()

    async def apologize(to: Inbound) -> None:
        apologies.append(to)

    door = FrontDoor(NOBODY, NOBODY, {}, NOBODY, apologize)
    answer: web.Response = await door._work(turn(), asked := inbound(kind))
    await asyncio.gather(*door._going_on, return_exceptions=True)
    assert (answer.status, apologies) == (status, [asked] if told else [])


@pytest.fixture
async def port() -> AsyncIterator[int]:
    """The front door listens there."""
    app = web.Application()
    app.router.add_get("/healthz", FrontDoor(NOBODY, NOBODY, {}, NOBODY, NOBODY).health)
    runner = Runner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield runner.addresses[0][1]
    await runner.cleanup()


@pytest.mark.parametrize(
    "sent",
    [
        b"GET / HTTP/9.9\r\n\r\n",
        b"POST /api/messages HTTP/1.1\r\nHost: a\r\nContent-Length: -7\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\n" + b"x" * 20_000 + b": 1\r\n\r\n",
        b"tandem\r\n\r\n",
    ],
    ids=["version", "length", "name", "nothing"],
)
async def test_what_is_no_http_is_answered_with_its_status_alone(port: int, sent: bytes) -> None:
    """It told the library with its version, and repeated what was sent, in the log as well."""
    with capture_logs() as logs:
        answer = await said(port, sent)
    status, *headers = answer.removesuffix(b"\r\n\r\n").splitlines()
    assert b" 400 " in status
    assert {line.partition(b":")[0] for line in headers} <= {
        *(b"Content-Length", b"Content-Type", b"Date", b"Connection")
    }
    assert [set(line) for line in logs] == [{"event", "error", "log_level"}]


UNREAD = {
    "compressed": b"Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\ntext",
    "chunked": b"Transfer-Encoding: chunked\r\n\r\n9x\r\ntandem\r\n",
}


@pytest.mark.parametrize("body", UNREAD.values(), ids=UNREAD)
async def test_a_body_that_nobody_can_read_is_no_fault_of_ours(
    port: int, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """What is left of a body is read after the answer. Whoever sent one that is not as its headers
    say, signed or not, wrote *Unhandled exception* into the log, with a stack of calls.
    """
    with capture_logs() as logs:
        answer = await said(port, b"POST /healthz HTTP/1.1\r\nHost: a\r\n" + body)
    assert b" 40" in answer.splitlines()[0]
    assert [each.getMessage() for each in caplog.records] == []
    assert {str(line["event"]) for line in logs} == {"door.malformed"}


class Anybody:
    """Lets everybody in."""

    async def caller(self, *_: object) -> Caller:
        return Caller({}, frozenset(), signed=False)


@pytest.mark.parametrize(
    ("status", "said"), [(401, "not allowed"), (403, "not allowed"), (503, "not ready")]
)
async def test_whoever_is_turned_away_learns_no_reason(status: int, said: str) -> None:
    class Keeper:
        async def caller(self, *_: object) -> Caller:
            raise Unwelcome(status, "for the log alone")

    door = FrontDoor(cast("Any", Keeper()), NOBODY, {}, NOBODY, NOBODY)
    answer = await door.messages(make_mocked_request("POST", "/api/messages"))
    assert isinstance(answer.body, bytes)
    assert (answer.status, json.loads(answer.body)) == (status, {"error": said})


@pytest.mark.parametrize("address", ["/api/messages", "/api/notifications"])
async def test_a_body_that_breaks_off_is_no_fault_of_ours(
    address: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever went away while they were sending wrote a stack of calls into the log."""
    begun, ended = asyncio.Event(), asyncio.Event()

    @web.middleware
    async def around(request: web.Request, handler: Handler) -> web.StreamResponse:
        begun.set()
        try:
            return await handler(request)
        finally:
            ended.set()

    door = FrontDoor(cast("Any", Anybody()), NOBODY, {}, Notifications(NOBODY), NOBODY)
    app = door.application()
    app.middlewares.append(around)
    runner = Runner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    with capture_logs() as logs:
        _, writer = await asyncio.open_connection("127.0.0.1", runner.addresses[0][1])
        writer.write(f"POST {address} HTTP/1.1\r\nHost: a\r\nContent-Length: 99\r\n\r\n".encode())
        await begun.wait()
        writer.transport.abort()
        await ended.wait()
        await runner.cleanup()
    assert [each.getMessage() for each in caplog.records] == []
    assert [str(line["event"]).partition(".")[2] for line in logs] == ["malformed"]


async def said(port: int, sent: bytes) -> bytes:
    """All that is answered until the connection ends."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(sent)
    answer = await reader.read()
    writer.close()
    return answer


@pytest.mark.parametrize(
    ("known", "status", "body"),
    [
        (False, 503, {"status": "waiting", "for": ["keys"]}),
        (True, 200, {"status": "ready"}),
    ],
)
async def test_without_keys_to_check_a_caller_with_it_is_not_ready(
    known: bool, status: int, body: dict[str, Any]
) -> None:
    async def keys() -> bool:
        return known

    async def database() -> bool:
        return True

    needed = {"database": database, "keys": keys}
    door = FrontDoor(NOBODY, NOBODY, needed, NOBODY, NOBODY)
    answer = await door.readiness(make_mocked_request("GET", "/readyz"))
    assert (answer.status, json.loads(answer.text or "")) == (status, body)
