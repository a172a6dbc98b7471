"""Injected faults: their rate, their kinds, and the one that is done all the same."""

import time
from collections import Counter
from collections.abc import Awaitable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import aiohttp
import pytest

from sandbox import faults
from sandbox.faults import KINDS, NO_ANSWER, Fault, Faults
from sandbox.graph.operations import OPERATIONS
from sandbox.graph.passing import PASSING
from sandbox.journal import Exchange
from sandbox.signin import BOT_AUDIENCE
from tests.sandbox.conftest import GraphClient, Reply, bound, everyone, graph_of, member_of

SOON = tuple(replace(each, late=min(each.late, 0.01)) for each in KINDS)
AT = {"dateTime": "2027-01-12T10:00:00", "timeZone": "UTC"}


def test_faults_come_at_their_rate_and_the_same_for_a_seed() -> None:
    first, second = Faults(0.25, 7), Faults(0.25, 7)
    drawn = [first.draw() for _ in range(4000)]
    assert drawn == [second.draw() for _ in range(4000)]
    assert 0.22 < sum(one is not None for one in drawn) / 4000 < 0.28
    answered = {"412", "429", "500", "502", "503", "504", "504 done"}
    assert set(first.injected) == answered | {"dropped", "dropped done", "late"}


def test_without_a_rate_nothing_is_injected() -> None:
    assert {Faults().draw() for _ in range(100)} == {None}


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes late does not come as late as in a rehearsal."""
    monkeypatch.setattr(faults, "KINDS", SOON)


async def asked(call: Awaitable[Reply]) -> Reply | None:
    """The answer; None if the connection broke."""
    try:
        return await call
    except aiohttp.ClientError:
        return None


async def test_an_injected_429_is_counted_apart_and_names_seconds_or_a_moment() -> None:
    """RFC 9110, 10.2.3: `Retry-After` is either."""
    async with graph_of(faults=1.0) as graph:
        heard = [await asked(graph.get("/users?$top=1")) for _ in range(90)]
        replies = [reply for reply in heard if reply]
        state = graph.tenant.state
        statuses = Counter(reply.status for reply in replies)
        assert statuses[429] == state.faults.injected["429"] > 0
        pauses = {reply.headers.get("Retry-After") for reply in replies if reply.status == 429}
        dates = {parsedate_to_datetime(str(pause)) for pause in pauses - {"1"}}
        assert "1" in pauses
        assert dates
        assert max(dates) <= datetime.now(UTC) + timedelta(seconds=2)
        assert state.limits.throttled.total() == 0


async def test_done_but_answered_504_has_its_effect_and_is_journalled_as_such(
    graph: GraphClient,
) -> None:
    seen: list[Exchange] = []
    graph.tenant.state.journal.observers.append(seen.append)
    graph.tenant.state.faults.rate = 1.0
    path = f"/users/{everyone(graph.tenant)[0].id}/events"
    stamps = {
        name: {"dateTime": f"2027-01-12T{hour}:00:00", "timeZone": "UTC"}
        for name, hour in (("start", 10), ("end", 12))
    }
    for number in range(90):
        await asked(graph.post(path, {"subject": f"Number {number}"} | stamps))
    graph.tenant.state.faults.rate = 0.0
    rows = (
        await graph.get(f"{path}?$filter=startswith(subject,'Number')&$top=100&$select=subject")
    ).rows
    done = [one for one in seen if one.effect]
    told = Counter(one.status for one in done)
    injected = graph.tenant.state.faults.injected
    assert len(rows) == len(done) == told.total()
    assert told == {504: injected["504 done"], 0: injected["dropped done"], 201: injected["late"]}
    assert min(told.values()) > 0


async def test_a_late_answer_is_the_one_that_was_due(graph: GraphClient) -> None:
    graph.tenant.state.faults = Always(Fault(200, done=True, late=0.3))
    began = time.monotonic()
    assert (await graph.get("/users?$top=1")).status == 200
    assert time.monotonic() - began >= 0.3


@pytest.mark.parametrize("done", [False, True])
async def test_of_a_connection_that_breaks_the_client_hears_nothing(
    graph: GraphClient, done: bool
) -> None:
    """Whether its request was carried out it cannot know."""
    path = f"/users/{everyone(graph.tenant)[0].id}/events"
    graph.tenant.state.faults = Always(Fault(NO_ANSWER, done=done))
    with pytest.raises(aiohttp.ClientError, match=r"[Dd]isconnect|reset|closed"):
        await graph.post(path, {"subject": "Broken", "start": AT, "end": AT})
    graph.tenant.state.faults = Faults()
    assert len((await graph.get(f"{path}?$filter=subject eq 'Broken'")).rows) == done


async def test_what_exchange_overlooks_is_there_the_next_time(graph: GraphClient) -> None:
    path = f"/users/{everyone(graph.tenant)[0].id}/events"
    made = await graph.post(path, {"subject": "There", "start": AT, "end": AT})
    graph.tenant.state.faults = Always(None, passing=True)
    overlooked = await graph.get(f"{path}/{made.body['id']}")
    assert (overlooked.status, overlooked.code) == (404, "ErrorItemNotFound")
    graph.tenant.state.faults = Faults()
    assert (await graph.get(f"{path}/{made.body['id']}")).status == 200


async def test_what_teams_overlooks_is_archived_the_next_time(graph: GraphClient) -> None:
    owners = everyone(graph.tenant)[:2]
    team_id = await member_of(graph, *owners)
    private = {"displayName": "Tandem 1", "membershipType": "private"}
    members = [bound(each, "owner") for each in owners]
    made = await graph.post(f"/teams/{team_id}/channels", private | {"members": members})
    path = f"/teams/{team_id}/channels/{made.body['id']}/archive"
    graph.tenant.state.faults = Always(None, passing=True)
    overlooked = await graph.post(path, {})
    assert (overlooked.status, overlooked.code) == (404, "NotFound")
    graph.tenant.state.faults = Faults()
    assert (await graph.post(path, {})).status == 202


async def test_with_faults_a_change_meets_conflicts_and_some_links_are_late() -> None:
    """`--faults` brings, too, what `conflicts` and `late_links` ask for singly."""
    async with graph_of(faults=0.9) as graph:
        state, organizer = graph.tenant.state, everyone(graph.tenant)[0]
        path = f"/users/{organizer.id}/events"
        body = {"start": AT, "end": AT | {"dateTime": "2027-01-12T11:00:00"}}
        for _ in range(120):
            await asked(graph.post(path, body | {"isOnlineMeeting": True}))
            [one, *_] = state.mailboxes[organizer.id].entries
            await asked(graph.patch(f"{path}/{one}", {"subject": "Other"}))
        assert min(state.faults.injected["late link"], state.faults.injected["409"]) > 0


async def test_the_connector_too_names_seconds_or_a_moment() -> None:
    """RFC 9110, 10.2.3: `Retry-After` is either; who is refused by Teams is told likewise."""
    async with graph_of() as graph:
        pauses = []
        for dated in (False, True):
            graph.tenant.state.faults = Always(Fault(429, retry_after=2, dated=dated))
            token = graph.tenant.signin.issue(BOT_AUDIENCE)
            url = f"{graph.tenant.url}/connector/v3/teams/none"
            headers = {"Authorization": f"Bearer {token}"}
            async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as got:
                pauses.append(got.headers["Retry-After"])
        assert pauses[0] == "2"
        assert parsedate_to_datetime(pauses[1]) > datetime.now(UTC)


def test_what_passes_meets_routes_that_there_are() -> None:
    assert set(PASSING) <= set(OPERATIONS)


class Always(Faults):
    """Each request meets this fault."""

    def __init__(self, fault: Fault | None, *, passing: bool = False) -> None:
        super().__init__()
        self._always, self._passing = fault, passing

    def draw(self) -> Fault | None:
        """That one."""
        return self._always

    def passes(self) -> bool:
        """Also what only some requests meet."""
        return self._passing
