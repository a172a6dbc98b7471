"""Changes to teams, channels, chats and apps that Graph does not make: it says why.

Pages: team post, channel post / delete / archive, channel post members, team post / delete members,
chat post, chat post members, userteamwork and team post installedapps; Teams limits ("members in a
team", "private channels a team"); message center MC1134737; "Manage who can create Microsoft 365
groups".
"""

from typing import Any

import pytest

from sandbox.graph import chats, team_members
from tests.sandbox.conftest import GraphClient, Reply, a_while_later, bound, everyone, member_of

GRAPH = "https://graph.microsoft.com/v1.0"


def _says(reply: Reply, status: int, message: str) -> None:
    assert reply.status == status, f"{reply.body}"
    assert message in reply.message


def _team(graph: GraphClient) -> str:
    return f"/teams/{graph.tenant.state.programme_team_ids[0]}"


async def _private(graph: GraphClient, **changes: object) -> Reply:
    """Create a private channel of one person."""
    person = everyone(graph.tenant)[0]
    team_id = await member_of(graph, person)
    body = {"displayName": "One", "membershipType": "private", "members": [bound(person, "owner")]}
    return await graph.post(f"/teams/{team_id}/channels", body | changes)


async def test_a_tenant_in_which_nobody_makes_teams(graph: GraphClient) -> None:
    graph.tenant.state.policies.team_creation = False
    body = {
        "template@odata.bind": f"{GRAPH}/teamsTemplates('standard')",
        "displayName": "Tandem 2",
        "members": [bound(everyone(graph.tenant)[0], "owner")],
    }
    _says(await graph.post("/teams", body), 403, "not allowed in this tenant")


async def test_a_tenant_in_which_nobody_makes_private_channels(graph: GraphClient) -> None:
    graph.tenant.state.policies.private_channels = False
    _says(await _private(graph), 403, "disabled")
    assert (await _private(graph, membershipType="standard")).status == 201


async def test_a_team_holds_so_many_private_channels_also_those_deleted_this_month(
    graph: GraphClient,
) -> None:
    graph.tenant.state.policies.private_channels_a_team = 1
    made = await _private(graph)
    _says(await _private(graph, displayName="Two"), 403, "Maximum number")
    assert (await graph.delete(f"{_team(graph)}/channels/{made.body['id']}")).status == 204
    _says(await _private(graph, displayName="Two"), 403, "Maximum number")
    graph.tenant.state.clock.advance(31 * 24 * 3600)
    assert (await _private(graph, displayName="Two")).status == 201


async def test_a_channel_begins_with_two_hundred_people_at_most(graph: GraphClient) -> None:
    many = [bound(everyone(graph.tenant)[0], "owner")] * 201
    _says(await _private(graph, members=many), 400, "More than 200 members")


async def test_a_shared_channel_is_not_part_of_this_tenant(graph: GraphClient) -> None:
    _says(await _private(graph, membershipType="shared"), 501, "Shared channels")


async def test_the_general_channel_stays(graph: GraphClient) -> None:
    general = graph.tenant.state.teams[graph.tenant.state.programme_team_ids[0]].thread_id
    _says(await graph.delete(f"{_team(graph)}/channels/{general}"), 400, "General channel")


async def test_a_channel_without_an_owner_is_not_archived(graph: GraphClient) -> None:
    channel = (await _private(graph)).body["id"]
    team = graph.tenant.state.teams[graph.tenant.state.programme_team_ids[0]]
    for member in team.channels[channel].members.values():
        member.roles = []
    reply = await graph.post(f"{_team(graph)}/channels/{channel}/archive", {})
    _says(reply, 400, "without an owner")


async def test_a_standard_channel_has_its_teams_members(graph: GraphClient) -> None:
    person = everyone(graph.tenant)[0]
    channel = (await _private(graph, membershipType="standard")).body["id"]
    reply = await graph.post(f"{_team(graph)}/channels/{channel}/members", bound(person))
    _says(reply, 400, "private and shared channels only")


async def test_who_is_no_member_is_not_taken_out(graph: GraphClient) -> None:
    channel = (await _private(graph)).body["id"]
    a_while_later(graph.tenant.state)
    for place in (_team(graph), f"{_team(graph)}/channels/{channel}"):
        assert (await graph.delete(f"{place}/members/nobody")).status == 404


@pytest.mark.parametrize("roles", [["boss"], ["owner", "guest"]])
async def test_a_member_is_an_owner_a_guest_or_neither(
    graph: GraphClient, roles: list[str]
) -> None:
    person = everyone(graph.tenant)[0]
    reply = await graph.post(f"{_team(graph)}/members", bound(person, *roles))
    _says(reply, 400, f"Invalid role specified for member: {', '.join(roles)}.")


@pytest.mark.parametrize("bind", ["somebody", f"{GRAPH}/groups('one')", None])
async def test_a_member_is_bound_by_a_users_url(graph: GraphClient, bind: object) -> None:
    member = bound(everyone(graph.tenant)[0]) | {"user@odata.bind": bind}
    _says(await graph.post(f"{_team(graph)}/members", member), 400, "Invalid bind")


async def test_a_full_team_takes_nobody_more_and_keeps_whom_it_has(
    graph: GraphClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, late = everyone(graph.tenant)[:2]
    team_id = await member_of(graph, inside)
    most = len(graph.tenant.state.teams[team_id].members)
    monkeypatch.setattr(team_members, "MOST_IN_TEAM", most)
    reply = await graph.post(f"{_team(graph)}/members", bound(late))
    _says(reply, 400, f"limit of {most} members")
    assert (await graph.post(f"{_team(graph)}/members", bound(inside))).status == 201


async def _chat(graph: GraphClient, kind: str, many: int) -> Reply:
    people = [bound(person, "owner") for person in everyone(graph.tenant)[:many]]
    return await graph.post("/chats", {"chatType": kind, "members": people})


async def test_a_chat_holds_so_many_and_a_chat_of_two_no_third(
    graph: GraphClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chats, "MOST_MEMBERS", 3)
    _says(await _chat(graph, "group", 4), 400, "3 members at most")
    late = bound(everyone(graph.tenant)[5], "owner")
    for kind, many in (("oneOnOne", 2), ("group", 3)):
        chat = (await _chat(graph, kind, many)).body["id"]
        _says(await graph.post(f"/chats/{chat}/members", late), 400, "group chats only")
        assert (await graph.delete(f"/chats/{chat}/members/nobody")).status == 404


async def test_what_is_installed_is_an_app_of_the_catalogue(graph: GraphClient) -> None:
    apps = f"{GRAPH}/appCatalogs/teamsApps"
    person = everyone(graph.tenant)[0]
    wrong: list[tuple[Any, int, str]] = [
        ("tandem", 400, "must be the URL of a catalogue app"),
        (None, 400, "must be the URL of a catalogue app"),
        (f"{apps}/none", 404, "not in the organization's catalog"),
    ]
    for bind, status, message in wrong:
        for place in (f"/users/{person.id}/teamwork", _team(graph)):
            reply = await graph.post(f"{place}/installedApps", {"teamsApp@odata.bind": bind})
            _says(reply, status, message)


async def test_an_app_is_installed_in_a_team_that_there_is_and_taken_from_who_has_it(
    graph: GraphClient,
) -> None:
    one, other = everyone(graph.tenant)[:2]
    apps = graph.tenant.state.apps.values()
    app = next(each.id for each in apps if each.display_name == "Tandem")
    bind = {"teamsApp@odata.bind": f"{GRAPH}/appCatalogs/teamsApps/{app}"}
    assert (await graph.post("/teams/none/installedApps", bind)).status == 404
    await graph.post(f"/users/{one.id}/teamwork/installedApps", bind)
    installed = graph.tenant.state.installations.values()
    [mine] = (each for each in installed if each.target_id == one.id)
    path = f"/users/{other.id}/teamwork/installedApps/{mine.id}"
    assert (await graph.delete(path)).status == 404
    assert (await graph.get(f"{path}/chat")).status == 404
