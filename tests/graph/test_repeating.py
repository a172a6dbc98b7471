"""One layer repeats a call to Graph, and ``Retry-After`` holds up its lane in every replica (issue
13, L6).
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from email.utils import formatdate
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from graph import client
from graph.apps import install_app, installations
from graph.channel_calls import CHANNELS_OF_A_TEAM, create_channel, team_members
from graph.client import Graph
from graph.directory_calls import mailbox_settings, photo_of
from graph.own_lanes import OwnLanes
from graph.sign_in import SignIn
from graph.throttle import Throttle
from mentoring.domain.errors import Throttled, Unavailable
from mentoring.ports.repeating import nobody_hurries, somebody_repeats
from tests.graph.signed_in import Credential

TEAM = "11111111-2222-4333-8444-555555555555"
OTHER = "99999999-2222-4333-8444-555555555555"
CHANNEL: dict[str, Any] = {"name": "n", "description": "d", "members": ["m"]}


class Service:
    """A service that refuses with what it is told to, and notes when it was asked."""

    def __init__(self) -> None:
        self.refusals: list[tuple[int, str]] = []
        self.asked: list[float] = []

    async def answer(self, _request: web.Request) -> web.Response:
        self.asked.append(time.monotonic())
        if not self.refusals:
            return web.json_response({"id": "c", "value": []})
        status, wait = self.refusals.pop(0)
        headers = {"Retry-After": wait} if wait else {}
        body = {"error": {"code": "x", "message": "not now"}}
        return web.json_response(body, status=status, headers=headers)


@pytest.fixture
async def service() -> AsyncIterator[tuple[Service, str]]:
    made, app = Service(), web.Application()
    app.router.add_route("*", "/{rest:.*}", made.answer)
    server = TestServer(app)
    await server.start_server()
    yield made, f"http://127.0.0.1:{server.port}/v1.0"
    await server.close()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "PAUSES_SECONDS", (0.01, 0.02))


def graph_at(url: str, lanes: OwnLanes | None = None) -> Graph:
    return Graph(SignIn(Credential), url, Throttle(lanes))


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_where_somebody_repeats_a_call_is_made_once(
    service: tuple[Service, str], status: int
) -> None:
    """It was made twelve times, each of nine times that the engine tried."""
    found, url = service
    found.refusals = [(status, "")] * 9
    graph = graph_at(url)
    with somebody_repeats(), pytest.raises(Unavailable, match=str(status)):
        await team_members(graph, team_id=TEAM)
    await graph.close()
    assert len(found.asked) == 1


async def test_where_somebody_waits_for_the_answer_it_is_made_three_times(
    service: tuple[Service, str],
) -> None:
    found, url = service
    found.refusals = [(503, "")] * 9
    graph = graph_at(url)
    with pytest.raises(Unavailable, match="503"):
        await team_members(graph, team_id=TEAM)
    found.refusals = [(502, "")] * 2
    await team_members(graph, team_id=TEAM)
    await graph.close()
    assert len(found.asked) == 6


async def test_where_nobody_hurries_it_is_waited_for_longer(
    service: tuple[Service, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An owner who has pasted two hundred names rather waits than pastes them again."""
    monkeypatch.setattr(client, "UNHURRIED_SECONDS", (0.01, 0.01, 0.01, 0.01, 16))
    found, url = service
    found.refusals = [(503, ""), (429, "1"), (502, ""), (504, "")]
    graph = graph_at(url)
    with nobody_hurries():
        await team_members(graph, team_id=TEAM)
    found.refusals = [(429, "60")]
    with nobody_hurries(), pytest.raises(Throttled, match="429"):
        await team_members(graph, team_id=TEAM)
    await graph.close()
    assert len(found.asked) == 6


@pytest.mark.parametrize("named", ["seconds", "date"])
@pytest.mark.parametrize("status", [429, 503])
async def test_retry_after_holds_up_the_lane_in_all_replicas(
    service: tuple[Service, str], named: str, status: int
) -> None:
    found, url = service
    found.refusals = [(status, "1" if named == "seconds" else formatdate(time.time() + 1.9))]
    lanes = OwnLanes()
    one, other = graph_at(url, lanes), graph_at(url, lanes)
    with somebody_repeats():
        with pytest.raises(Throttled, match=str(status)):
            await create_channel(one, team_id=TEAM, **CHANNEL)
        await create_channel(other, team_id=TEAM, **CHANNEL)
    for each in (one, other):
        await each.close()
    assert found.asked[1] - found.asked[0] >= 0.85


async def test_who_has_to_wait_long_is_told_so(service: tuple[Service, str]) -> None:
    """Nobody who has pressed a button waits for it."""
    found, url = service
    found.refusals = [(429, "60")]
    graph = graph_at(url)
    with pytest.raises(Throttled, match="429"):
        await team_members(graph, team_id=TEAM)
    await graph.close()
    assert len(found.asked) == 1


@pytest.mark.parametrize("call", [mailbox_settings, photo_of, installations, install_app])
async def test_a_mailbox_that_wants_to_be_left_alone_holds_up_no_other(
    service: tuple[Service, str], call: Any
) -> None:
    """One person's was held for an hour, and with it everybody's working hours and languages."""
    found, url = service
    found.refusals = [(429, "3600")]
    graph = graph_at(url)
    names: dict[Any, str] = {installations: "external_id", install_app: "catalogue_id"}
    facts = {names[call]: "app"} if call in names else {}
    async with asyncio.timeout(5):
        with pytest.raises(Throttled, match="429"):
            await call(graph, user_id="eva", **facts)
        await call(graph, user_id="jan", **facts)
        with pytest.raises(Throttled, match="held"):
            await call(graph, user_id="eva", **facts)
    await graph.close()
    assert len(found.asked) == 2


async def test_a_team_that_wants_to_be_left_alone_stops_no_other(
    service: tuple[Service, str],
) -> None:
    """One team asked for an hour, and no channel was opened in any of them meanwhile."""
    found, url = service
    found.refusals = [(429, "3600")]
    graph = graph_at(url)
    async with asyncio.timeout(5):
        with pytest.raises(Throttled, match="429"):
            await create_channel(graph, team_id=TEAM, **CHANNEL)
        await create_channel(graph, team_id=OTHER, **CHANNEL)
        with pytest.raises(Throttled, match="held"):
            await create_channel(graph, team_id=TEAM, **CHANNEL)
    await graph.close()
    assert len(found.asked) == 2


async def test_whoever_did_not_go_because_of_one_lane_holds_up_no_other(
    service: tuple[Service, str],
) -> None:
    """What has not been asked was not refused."""
    found, url = service
    graph = graph_at(url)
    await graph.throttle.hold(CHANNELS_OF_A_TEAM, f"team {TEAM} channels", 3600)
    async with asyncio.timeout(5):
        with pytest.raises(Throttled, match="held"):
            await create_channel(graph, team_id=TEAM, **CHANNEL)
        await create_channel(graph, team_id=OTHER, **CHANNEL)
    await graph.close()
    assert len(found.asked) == 1
