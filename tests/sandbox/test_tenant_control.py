"""The control API of the tenant, its environment, its command line, and its dump."""

import asyncio
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import aiohttp

from sandbox.dump import dumped
from sandbox.rehearse.waiting import until
from sandbox.server import running
from tests.contracts import FOLDER, graph_contract
from tests.sandbox.conftest import GraphClient, bound, everyone, member_of


async def _control(graph: GraphClient, path: str, body: object = None) -> dict[str, Any]:
    method = "GET" if body is None else "POST"
    url = f"{graph.tenant.url}/sandbox/{path}"
    async with (
        aiohttp.ClientSession() as session,
        session.request(method, url, json=body) as response,
    ):
        answer: dict[str, Any] = await response.json()
        return {"status": response.status} | answer


async def test_the_clock_is_set_and_moved_and_the_tenant_follows(graph: GraphClient) -> None:
    set_to = await _control(graph, "clock", {"now": "2030-05-01T12:00:00+02:00"})
    assert set_to["now"].startswith("2030-05-01T10:00:0")
    moved = await _control(graph, "clock", {"advance_seconds": 3600})
    assert moved["now"].startswith("2030-05-01T11:00:0")
    assert (await _control(graph, "clock"))["offset_seconds"] > 0
    channel = await graph.post(
        f"/teams/{graph.tenant.state.owners_team_id}/channels", {"displayName": "New"}
    )
    assert channel.body["createdDateTime"].startswith("2030-05-01")


async def test_whoever_waits_for_the_clock_hears_at_once_that_it_was_moved(
    graph: GraphClient,
) -> None:
    offset = (await _control(graph, "clock"))["offset_seconds"]
    waiting = asyncio.create_task(_control(graph, f"clock?unless={offset}&wait=30"))
    still = asyncio.create_task(_control(graph, f"clock?unless={offset}&wait=0.1"))
    assert (await still)["offset_seconds"] == offset
    assert not waiting.done()
    graph.tenant.state.clock.advance(60)
    async with asyncio.timeout(20):
        assert (await waiting)["offset_seconds"] == offset + 60
    assert (await _control(graph, f"clock?unless={offset}&wait=30"))[
        "offset_seconds"
    ] == offset + 60
    for wrong in ("wait=x", "wait=-1", "wait=nan", "wait=3600"):
        assert (await _control(graph, f"clock?{wrong}"))["status"] == 400, f"{wrong}"


async def test_a_tenant_that_ends_keeps_nobody_waiting_for_its_clock() -> None:
    async with aiohttp.ClientSession() as session:
        async with running(people=10) as tenant:
            url = f"{tenant.url}/sandbox/clock?wait=30&unless={tenant.state.clock.offset_seconds}"
            waiting = asyncio.create_task(session.get(url))
            await until(lambda: bool(tenant.state.clock._moved._waiters), "it is asked", 60, str)
        assert (await waiting).status == 200


async def test_a_naive_time_and_an_empty_call_are_refused(graph: GraphClient) -> None:
    assert (await _control(graph, "clock", {"now": "2030-05-01T12:00:00"}))["status"] == 400
    assert (await _control(graph, "clock", {}))["status"] == 400


async def test_limits_and_faults_are_switched_while_it_runs(graph: GraphClient) -> None:
    assert (await _control(graph, "limits", {"mode": "launch", "launched": True}))[
        "launched"
    ] is True
    assert graph.tenant.state.limits.mode == "launch"
    assert (await _control(graph, "limits", {"mode": "some"}))["status"] == 400
    assert (await _control(graph, "faults", {"rate": 2}))["status"] == 400
    assert (await _control(graph, "faults", {"rate": 1}))["rate"] == 1
    assert (await graph.get("/users")).status >= 429


async def test_counters_tell_what_was_asked(graph: GraphClient) -> None:
    await graph.get("/users?$top=1")
    await graph.get("/users?$nope=1")
    counters = await _control(graph, "counters")
    found = {
        row["status"]: row["count"]
        for row in counters["requests"]
        if row["operation"] == "GET /users"
    }
    assert found == {200: 1, 400: 1}
    assert counters["graph_requests"] == 2


async def test_somebody_becomes_busy_or_leaves(graph: GraphClient) -> None:
    person = everyone(graph.tenant)[0]
    times = {"start": "2027-05-01T08:00:00Z", "end": "2027-05-01T10:00:00+00:00"}
    assert "event" in await _control(
        graph, "busy", {"person": person.mail, "status": "oof"} | times
    )
    assert (await _control(graph, "busy", {"person": "nobody"} | times))["status"] == 400
    await _control(graph, "person", {"person": person.id, "account_enabled": False})
    assert (await graph.get(f"/users/{person.id}?$select=accountEnabled")).body[
        "accountEnabled"
    ] is False


async def test_a_revoked_permission_is_missing_in_the_next_token(graph: GraphClient) -> None:
    await _control(graph, "permissions", {"revoke": ["User.Read.All"]})
    assert (await graph.get("/users?$top=1")).status == 200
    graph.token = graph.tenant.signin.issue("https://graph.microsoft.com")
    assert (await graph.get("/users?$top=1")).status == 403


async def test_the_dump_holds_every_calendar_and_team_in_graphs_shape(graph: GraphClient) -> None:
    one, two = everyone(graph.tenant)[:2]
    team_id = await member_of(graph, one, two)
    body = {
        "displayName": "Tandem 1",
        "membershipType": "private",
        "members": [bound(one, "owner"), bound(two, "owner")],
    }
    await graph.post(f"/teams/{team_id}/channels", body)
    held = dumped(graph.tenant.state)
    assert set(held["events"]) == set(graph.tenant.state.people)
    private = [
        channel
        for channel in held["teams"][team_id]["channels"]
        if channel["membershipType"] == "private"
    ]
    assert [{member["userId"] for member in channel["members"]} for channel in private] == [
        {one.id, two.id}
    ]
    if FOLDER.exists():
        rows = [row for rows in held["events"].values() for row in rows]
        contract = graph_contract()
        assert not [
            problem
            for row in rows
            for problem in contract.answer("GET", "/users/x/events/y", 200, row)
        ]


async def test_the_dump_of_a_series_has_its_master_and_its_occurrences_but_not_the_cancelled_ones(
    graph: GraphClient,
) -> None:
    person, state = everyone(graph.tenant)[0], graph.tenant.state
    state.mailboxes[person.id].entries.clear()
    stamps = {
        name: {"dateTime": f"2027-01-04T{hour}:00:00", "timeZone": "UTC"}
        for name, hour in (("start", 10), ("end", 12))
    }
    pattern = {
        "type": "weekly",
        "interval": 1,
        "daysOfWeek": ["monday"],
        "firstDayOfWeek": "monday",
    }
    limits = {"type": "numbered", "startDate": "2027-01-04", "numberOfOccurrences": 3}
    path = f"/users/{person.id}/events"
    series = await graph.post(path, stamps | {"recurrence": {"pattern": pattern, "range": limits}})
    window = "startDateTime=2027-01-11T00:00:00Z&endDateTime=2027-01-12T00:00:00Z"
    second = (await graph.get(f"{path}/{series.body['id']}/instances?{window}")).rows[0]
    await graph.post(f"{path}/{second['id']}/cancel", {})
    rows = dumped(state)["events"][person.id]
    assert [row["type"] for row in rows] == ["seriesMaster", "occurrence", "occurrence"]
    assert [one.endswith("2027-01-11") for one in rows[0]["cancelledOccurrences"]] == [True]


def test_serve_prints_an_environment_with_which_the_product_can_start(tmp_path: Path) -> None:
    env_file = tmp_path / "env"
    command = [sys.executable, "-m", "sandbox", "serve", "--people", "20", "--env", str(env_file)]
    with subprocess.Popen(
        command, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert "environment is in" in process.stdout.readline()
        lines = dict(
            line.split("=", 1) for line in env_file.read_text(encoding="utf-8").splitlines()
        )
        process.terminate()
    assert lines["TANDEM_MODE"] == "sandbox"
    assert lines["TANDEM_LOGIN_AUTHORITY"].startswith("https://127.0.0.1:")


async def test_the_tenants_clock_and_the_wall_clock_part(graph: GraphClient) -> None:
    graph.tenant.state.clock.set(datetime(2031, 1, 1, tzinfo=UTC))
    assert graph.tenant.state.clock.now() - datetime.now(UTC) > timedelta(days=1)
    assert (await graph.get("/users?$top=1")).status == 200, "tokens expire by the wall clock"


async def test_what_the_directory_says_of_somebody_changes(graph: GraphClient) -> None:
    boss, person = everyone(graph.tenant)[:2]
    told = {"person": person.mail, "department": "Labor", "manager": boss.mail}
    assert (await _control(graph, "person", told))["person"] == person.id
    row = (await graph.get(f"/users/{person.id}?$expand=manager&$select=department")).body
    assert (row["department"], row["manager"]["id"]) == ("Labor", boss.id)
    await _control(graph, "person", {"person": person.mail, "manager": None})
    assert (await graph.get(f"/users/{person.id}/manager")).status == 404


async def test_a_deleted_account_is_found_by_nobody(graph: GraphClient) -> None:
    person = everyone(graph.tenant)[1]
    await _control(graph, "person", {"person": person.mail, "gone": True})
    assert (await graph.get(f"/users/{person.id}")).status == 404
    listed = await graph.get(f"/users?$filter=id in ('{person.id}')")
    assert listed.body["value"] == []


async def test_an_administrators_policies_are_set(graph: GraphClient) -> None:
    before = await _control(graph, "policies", {})
    assert (before["private_channels"], before["private_channels_a_team"]) == (True, 1000)
    changed = {"private_channels": False, "team_creation": False, "clock_ahead_seconds": 90}
    after = await _control(graph, "policies", changed)
    assert changed.items() <= after.items()
    answer = await graph.get("/groups")
    ahead = parsedate_to_datetime(answer.headers["Date"]) - datetime.now(UTC)
    assert timedelta(seconds=80) < ahead < timedelta(seconds=100)
