"""Channels.

Pages: channel post, patch, delete, archive, channel post members; Teams limits; the SDKs' issue
trackers.
"""

import asyncio
from typing import Any

import pytest

from tests.sandbox.conftest import (
    NEVER,
    GraphClient,
    Reply,
    a_while_later,
    bound,
    everyone,
    member_of,
)


async def _private(graph: GraphClient, **changes: object) -> tuple[str, dict[str, Any]]:
    one, two = everyone(graph.tenant)[:2]
    team_id = await member_of(graph, one, two)
    members = [bound(one, "owner"), bound(two, "owner")]
    body = {
        "displayName": "Tandem 7",
        "description": "Rules",
        "membershipType": "private",
        "members": members,
    }
    return f"/teams/{team_id}/channels", body | changes


async def test_a_private_channel_is_there_at_once_and_its_members_after_a_while(
    graph: GraphClient,
) -> None:
    path, body = await _private(graph)
    reply = await graph.post(path, body)
    assert reply.status == 201
    assert (await graph.get(f"{path}/{reply.body['id']}/members")).rows == []
    a_while_later(graph.tenant.state)
    found = await graph.get(f"{path}/{reply.body['id']}/members")
    assert {tuple(row["roles"]) for row in found.rows} == {("owner",)}
    assert {row["userId"] for row in found.rows} == {one.id for one in everyone(graph.tenant)[:2]}


async def test_without_members_a_private_channel_is_refused(graph: GraphClient) -> None:
    path, body = await _private(graph, members=[])
    reply = await graph.post(path, body)
    assert (reply.status, reply.code) == (400, "BadRequest")
    assert "no members specified when calling from an Application" in reply.message


async def test_without_an_owner_a_private_channel_is_refused(graph: GraphClient) -> None:
    path, body = await _private(graph, members=[bound(everyone(graph.tenant)[0])])
    assert (await graph.post(path, body)).status == 400


async def test_who_is_not_in_the_team_cannot_be_in_its_channel(graph: GraphClient) -> None:
    path, body = await _private(graph, members=[bound(everyone(graph.tenant)[5], "owner")])
    reply = await graph.post(path, body)
    assert reply.status == 400
    assert "not a member of the team" in reply.message


async def test_a_new_member_is_known_only_after_a_while(graph: GraphClient) -> None:
    path, body = await _private(graph)
    late = everyone(graph.tenant)[2]
    await graph.post(path.replace("/channels", "/members"), bound(late))
    reply = await graph.post(path, body | {"members": [bound(late, "owner")]})
    assert reply.status == 400


async def test_a_channel_name_is_used_once_in_a_team_even_after_deletion(
    graph: GraphClient,
) -> None:
    path, body = await _private(graph)
    channel = await graph.post(path, body)
    again = await graph.post(path, body | {"displayName": "TANDEM 7"})
    assert (again.status, again.code) == (400, "BadRequest")
    assert "Channel name already existed" in again.message
    await graph.delete(f"{path}/{channel.body['id']}")
    assert (await graph.post(path, body)).status == 400
    graph.tenant.state.clock.advance(31 * 24 * 3600)
    assert (await graph.post(path, body)).status == 201


@pytest.mark.parametrize(
    "name", ["", " ", "x" * 51, "a/b", "a:b", "_a", ".a", "a.", "a..b", "a,b", 'a"b', "a'b", "a#b"]
)
async def test_a_name_keeps_to_the_rules_of_teams(graph: GraphClient, name: str) -> None:
    path, body = await _private(graph)
    assert (await graph.post(path, body | {"displayName": name})).status == 400


async def test_a_description_has_1024_characters_at_most(graph: GraphClient) -> None:
    path, body = await _private(graph)
    assert (await graph.post(path, body | {"description": "x" * 1025})).status == 400
    assert (await graph.post(path, body | {"description": "x" * 1024})).status == 201


async def test_members_say_their_type_and_properties_are_spelt_right(graph: GraphClient) -> None:
    path, body = await _private(graph)
    without = {
        key: value
        for key, value in bound(everyone(graph.tenant)[0], "owner").items()
        if key != "@odata.type"
    }
    reply = await graph.post(path, body | {"members": [without]})
    assert "'odata.type' must be specified" in reply.message
    misspelt = await graph.post(path, body | {"membershiptype": "private"})
    assert (misspelt.status, misspelt.code) == (400, "BadRequest")


async def test_a_channel_changes_its_description_but_not_its_kind(graph: GraphClient) -> None:
    path, body = await _private(graph)
    one = f"{path}/{(await graph.post(path, body)).body['id']}"
    assert (await graph.patch(one, {"description": "New"})).status == 204
    assert (await graph.get(one)).body["description"] == "New"
    assert (await graph.patch(one, {"membershipType": "standard"})).status == 400


async def _done(graph: GraphClient, reply: Reply) -> str:
    """Wait until the operation that a 202 names is done; returns its type."""
    assert reply.status == 202
    shown: dict[str, Any] = {}
    async with asyncio.timeout(60):
        while shown.get("status") != "succeeded":
            shown = (await graph.get(reply.headers["Location"])).body
    return str(shown["operationType"])


async def test_an_archived_channel_takes_no_edits_until_it_is_open_again(
    graph: GraphClient,
) -> None:
    path, body = await _private(graph)
    one = f"{path}/{(await graph.post(path, body)).body['id']}"
    asked = {"shouldSetSpoSiteReadOnlyForMembers": True}
    graph.tenant.state.delays.archive_seconds = NEVER
    reply = await graph.post(f"{one}/archive", asked)
    assert (await graph.get(reply.headers["Location"])).body["status"] == "inProgress"
    assert (await graph.get(one)).body["isArchived"] is False, "it takes a while"
    graph.tenant.state.delays.archive_seconds = 0.0
    assert await _done(graph, await graph.post(f"{one}/archive", asked)) == "archiveChannel"
    assert (await graph.get(one)).body["isArchived"] is True
    assert (await graph.patch(one, {"description": "New"})).status == 400
    assert await _done(graph, await graph.post(f"{one}/unarchive")) == "unarchiveChannel"
    assert (await graph.patch(one, {"description": "New"})).status == 204


async def test_an_archived_channel_can_be_deleted_and_lose_members(graph: GraphClient) -> None:
    path, body = await _private(graph)
    one = f"{path}/{(await graph.post(path, body)).body['id']}"
    await _done(graph, await graph.post(f"{one}/archive"))
    a_while_later(graph.tenant.state)
    first, *_ = (await graph.get(f"{one}/members")).rows
    assert (await graph.delete(f"{one}/members/{first['id']}")).status == 204
    assert (await graph.delete(one)).status == 204
    assert (await graph.get(one)).status == 404
    assert (await graph.post(f"{one}/archive")).status == 404


async def test_a_channel_of_an_archived_team_is_neither_archived_nor_opened(
    graph: GraphClient,
) -> None:
    path, body = await _private(graph)
    one = f"{path}/{(await graph.post(path, body)).body['id']}"
    graph.tenant.state.teams[path.split("/")[2]].archived = True
    for what in ("archive", "unarchive"):
        reply = await graph.post(f"{one}/{what}")
        assert (reply.status, reply.message.startswith("Team has to be active")) == (400, True)


async def test_the_last_owner_of_a_channel_stays(graph: GraphClient) -> None:
    path, body = await _private(graph)
    one = f"{path}/{(await graph.post(path, body)).body['id']}/members"
    a_while_later(graph.tenant.state)
    first, last = (await graph.get(one)).rows
    assert (await graph.delete(f"{one}/{first['id']}")).status == 204
    assert (await graph.delete(f"{one}/{last['id']}")).status == 400


async def test_members_of_a_private_channel_come_from_the_team(graph: GraphClient) -> None:
    path, body = await _private(graph)
    one = f"{path}/{(await graph.post(path, body)).body['id']}/members"
    stranger = everyone(graph.tenant)[6]
    assert (await graph.post(one, bound(stranger))).status == 400
    await member_of(graph, stranger)
    assert (await graph.post(one, bound(stranger))).status == 201


async def test_who_is_added_to_a_private_channel_is_listed_after_a_while(
    graph: GraphClient,
) -> None:
    """Channel post members: an addition "might take some time to be reflected", as in a team."""
    path, body = await _private(graph)
    added, late = f"{path.replace('/channels', '/members')}", everyone(graph.tenant)[2]
    await graph.post(added, bound(late))
    a_while_later(graph.tenant.state)
    own = f"{path}/{(await graph.post(path, body)).body['id']}/members"
    a_while_later(graph.tenant.state)
    assert (await graph.post(own, bound(late))).status == 201
    assert len((await graph.get(own)).rows) == 2
    a_while_later(graph.tenant.state)
    assert len((await graph.get(own)).rows) == 3


async def test_v1_adds_apps_to_shared_channels_only(graph: GraphClient) -> None:
    path, body = await _private(graph)
    one = f"{path}/{(await graph.post(path, body)).body['id']}"
    app = {"@odata.id": "https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/x"}
    assert (await graph.post(f"{one}/enabledApps/$ref", app)).status == 403
    graph.tenant.state.permissions.add("TeamsAppInstallation.ManageSelectedForTeam.All")
    graph.token = graph.tenant.signin.issue("https://graph.microsoft.com")
    assert (await graph.post(f"{one}/enabledApps/$ref", app)).status == 400
    assert (await graph.get(f"{one}/enabledApps")).rows == []


async def test_a_team_has_a_thousand_channels_deleted_ones_included(graph: GraphClient) -> None:
    path, body = await _private(graph)
    standard = {"membershipType": "standard", "members": None}
    for number in range(998):
        reply = await graph.post(path, body | standard | {"displayName": f"Room {number}"})
        assert reply.status == 201
    await graph.delete(f"{path}/{reply.body['id']}")
    assert (await graph.post(path, body)).status == 201
    reply = await graph.post(path, body | {"displayName": "One more"})
    assert (reply.status, reply.code) == (403, "Forbidden")
    assert "exceeded the Max allowed channels" in reply.message  # graph-docs issue 7288
