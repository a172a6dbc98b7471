"""Files go to OneDrive in pieces, and nowhere else: the simulated one checks every range."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot import uploads
from bot.uploads import PIECE_BYTES, Uploads
from mentoring.domain.errors import (
    NotAllowed,
    NotThere,
    OutsideError,
    Rejected,
    Throttled,
    Unavailable,
)
from sandbox.connector.onedrive import upload_url
from sandbox.server import Tenant, running

WHOLE = b"x" * (2 * PIECE_BYTES + 5)


@pytest.fixture
async def tenant() -> AsyncIterator[Tenant]:
    async with running(people=20, limits="off") as found:
        yield found


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as found:
        yield found


def room(tenant: Tenant, name: str = "daten.html") -> tuple[str, str]:
    """Where a file may be put, and whose OneDrive it is."""
    state = tenant.state
    person = next(iter(state.people))
    return upload_url(state, state.drives.open(person, name, state.clock.now())), person


def to(tenant: Tenant, session: aiohttp.ClientSession) -> Uploads:
    return Uploads(session, frozenset({tenant.url}))


@pytest.mark.parametrize("size", [1, PIECE_BYTES, len(WHOLE)])
async def test_a_file_arrives_whole(
    tenant: Tenant, session: aiohttp.ClientSession, size: int
) -> None:
    url, person = room(tenant)
    await to(tenant, session).put(url, WHOLE[:size])
    [found] = tenant.state.drives.of(person)
    assert (found.name, len(found.data)) == ("daten.html", size)


async def test_a_file_of_the_same_name_stays(
    tenant: Tenant, session: aiohttp.ClientSession
) -> None:
    for _ in range(2):
        url, person = room(tenant)
        await to(tenant, session).put(url, b"x")
    names = [found.name for found in tenant.state.drives.of(person)]
    assert names == ["daten.html", "daten 1.html"]


async def test_what_has_arrived_before_is_gone_on_with(
    tenant: Tenant, session: aiohttp.ClientSession
) -> None:
    """A crash in the middle: the first piece is refused with 416, and the rest goes on."""
    url, person = room(tenant)
    span = {"Content-Range": f"bytes 0-{PIECE_BYTES - 1}/{len(WHOLE)}"}
    async with session.put(url, data=io.BytesIO(WHOLE[:PIECE_BYTES]), headers=span) as answer:
        assert answer.status == 202
    await to(tenant, session).put(url, WHOLE)
    [found] = tenant.state.drives.of(person)
    assert found.data == WHOLE


async def test_a_room_that_is_gone_is_not_there(
    tenant: Tenant, session: aiohttp.ClientSession
) -> None:
    url, _ = room(tenant)
    tenant.state.clock.advance(25 * 3600)
    with pytest.raises(NotThere, match="404"):
        await to(tenant, session).put(url, b"x")


GOOD = (
    "https://firma-my.sharepoint.com/personal/eva/upload?guid=1",
    "https://firma-my.sharepoint.com:443/x",
    "https://FIRMA.SHAREPOINT.COM/x",
)
BAD = (
    "http://firma-my.sharepoint.com/x",
    "https://sharepoint.com.evil.example/x",
    "https://evilsharepoint.com/x",
    "https://firma-my.sharepoint.com@evil.example/x",
    "https://evil.example\\@firma-my.sharepoint.com/x",
    "https://evil.example#.sharepoint.com/x",
    "https://evil.example/.sharepoint.com",
    "https://evil.example%2f.sharepoint.com/x",
    "https://evil.example%23.sharepoint.com/x",
    "https://firma-my.sharepoint.com:8443/x",
    "https://firma-my.sharepoint.com:99999/x",
    "https://127.0.0.1/x",
    "http://127.0.0.1:1/x",
    "https://[::1/x",
    "ftp://firma-my.sharepoint.com/x",
    "javascript:alert(1)//.sharepoint.com",
    "//firma-my.sharepoint.com/x",
    "https://firma-my.sharepoint.com/x\r\nHost: evil.example",
    "https://firma-my.sharepoint.com/\0",
    "https://firma-my.sharepoint.com/\u202ex",
    "https://firma-my.sharepo\u0131nt.com/x",  # a dotless i: another host
    "https://firma-my.\u017fharepoint.com/x",  # a long s
    "https://f\u0131rma.sharepoint.com/x",
    "https://firma\u2024sharepoint.com/x",
    "",
)


@pytest.mark.parametrize("url", GOOD)
def test_a_companys_onedrive_lies_with_sharepoint(url: str) -> None:
    assert Uploads(None, frozenset()).may_go_to(url)  # type: ignore[arg-type]  # nothing is sent


@pytest.mark.parametrize("url", BAD)
async def test_an_address_anywhere_else_is_never_called(
    session: aiohttp.ClientSession, url: str
) -> None:
    with pytest.raises(NotAllowed, match="does not lie with SharePoint"):
        await Uploads(session, frozenset()).put(url, b"x")


@pytest.fixture
async def answering(session: aiohttp.ClientSession) -> AsyncIterator[Any]:
    """A OneDrive that answers what the test wants; what it was asked is in ``asked``."""
    app, asked = web.Application(), []
    answers: dict[str, Any] = {}

    async def answer(request: web.Request) -> web.Response:
        asked.append((request.method, request.path, dict(request.headers)))
        return web.Response(**answers[request.method])

    app.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield base, answers, asked, Uploads(session, frozenset({base}))
    await runner.cleanup()


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ({"status": 302, "headers": {"Location": "https://evil.example/"}}, NotAllowed),
        ({"status": 401}, NotAllowed),
        ({"status": 404}, NotThere),
        ({"status": 409}, Rejected),
        ({"status": 507}, Unavailable),
        ({"status": 503}, Unavailable),
        ({"status": 202, "text": "[]"}, Unavailable),
        ({"status": 202, "text": '{"nextExpectedRanges":["0-"]}'}, Unavailable),
        ({"status": 202, "text": '{"nextExpectedRanges":["x"]}'}, Unavailable),
        ({"status": 202, "text": "no json"}, Unavailable),
    ],
    ids=str,
)
async def test_each_answer_is_told_apart_and_no_redirect_is_followed(
    answering: Any, answer: dict[str, Any], error: type[OutsideError]
) -> None:
    base, answers, asked, to = answering
    answers["PUT"] = answer
    with pytest.raises(error, match="OneDrive"):
        await to.put(f"{base}/up", b"x")
    assert [(method, path) for method, path, _ in asked] == [("PUT", "/up")]


@pytest.mark.parametrize("status", [429, 503])
async def test_who_is_asked_to_wait_comes_again_then(answering: Any, status: int) -> None:
    base, answers, _, to = answering
    answers["PUT"] = {"status": status, "headers": {"Retry-After": "120"}}
    with pytest.raises(Throttled, match="OneDrive") as told:
        await to.put(f"{base}/up", b"x")
    assert told.value.retry_after == 120


async def test_no_token_goes_with_it(answering: Any) -> None:
    """OneDrive refuses an upload with one, and nobody else should have it."""
    base, answers, asked, to = answering
    answers["PUT"] = {"status": 201}
    await to.put(f"{base}/up", b"abc")
    [(_, _, headers)] = asked
    assert "Authorization" not in headers
    assert headers["Content-Range"] == "bytes 0-2/3"


async def test_what_cannot_be_reached_is_tried_again_later(session: aiohttp.ClientSession) -> None:
    nobody = "http://127.0.0.1:1"
    with pytest.raises(Unavailable, match="could not be reached"):
        await Uploads(session, frozenset({nobody})).put(f"{nobody}/up", b"x")


def test_a_piece_is_a_multiple_of_what_onedrive_takes() -> None:
    assert uploads.PIECE_BYTES % (320 * 1024) == 0
