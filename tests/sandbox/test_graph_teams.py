"""Teams and their members.

Pages: team post, team get, team post members, conversationmembers add.
"""

from typing import Any

from tests.sandbox.conftest import GraphClient, a_while_later, bound, everyone

STANDARD = "https://graph.microsoft.com/v1.0/teamsTemplates('standard')"


def _team(graph: GraphClient) -> str:
    return graph.tenant.state.programme_team_ids[0]


def _new(graph: GraphClient, **changes: object) -> dict[str, Any]:
    members = [bound(everyone(graph.tenant)[0], "owner")]
    return {
        "template@odata.bind": STANDARD,
        "displayName": "Tandem 2",
        "members": members,
    } | changes


async def test_a_team_is_created_in_the_background(graph: GraphClient) -> None:
    reply = await graph.post("/teams", _new(graph))
    assert (reply.status, reply.body) == (202, b"")
    team, operation = reply.headers["Content-Location"], reply.headers["Location"]
    assert (await graph.get(team)).status == 404
    assert (await graph.get(operation)).body["status"] == "inProgress"
    a_while_later(graph.tenant.state)
    assert (await graph.get(operation)).body["status"] == "succeeded"
    assert (await graph.get(team)).body["displayName"] == "Tandem 2"


async def test_its_group_is_listed_a_little_later(graph: GraphClient) -> None:
    """Whoever asks for it anew meanwhile has two (msgraph-sdk-java issue 2575)."""
    named = "/groups?$filter=displayName eq 'Tandem 2'"
    await graph.post("/teams", _new(graph))
    assert (await graph.get(named)).rows == []
    a_while_later(graph.tenant.state)
    assert len((await graph.get(named)).rows) == 1


async def test_a_team_needs_a_template_a_name_and_an_owner(graph: GraphClient) -> None:
    wrong: list[dict[str, Any]]
    wrong = [{"template@odata.bind": None}, {"displayName": ""}, {"members": []}]
    for changes in wrong:
        assert (await graph.post("/teams", _new(graph, **changes))).status == 400


async def test_a_fresh_team_refuses_channels_for_a_moment(graph: GraphClient) -> None:
    graph.tenant.state.delays.team_seconds = 0.0
    reply = await graph.post("/teams", _new(graph))
    team = reply.headers["Content-Location"]
    first = await graph.post(f"{team}/channels", {"displayName": "One"})
    assert (first.status, first.code) == (403, "AccessDenied")
    a_while_later(graph.tenant.state)
    assert (await graph.post(f"{team}/channels", {"displayName": "One"})).status == 201


async def test_many_members_are_added_at_once_with_a_result_each(graph: GraphClient) -> None:
    people = everyone(graph.tenant)[:5]
    gone = next(one for one in graph.tenant.state.people.values() if not one.account_enabled)
    body = {"Values": [bound(one) for one in (*people, gone)]}
    reply = await graph.post(f"/teams/{_team(graph)}/members/add", body)
    assert reply.status == 207
    assert [row["userId"] for row in reply.rows if row["error"] is None] == [
        one.id for one in people
    ]
    assert [row["error"]["code"] for row in reply.rows if row["error"]] == ["NotFound"]


async def test_two_hundred_members_at_once_is_the_most(graph: GraphClient) -> None:
    body = {"values": [bound(everyone(graph.tenant)[0])] * 201}
    assert (await graph.post(f"/teams/{_team(graph)}/members/add", body)).status == 400
    assert (await graph.post(f"/teams/{_team(graph)}/members/add", {"values": []})).status == 400


async def test_each_member_says_its_type(graph: GraphClient) -> None:
    member = bound(everyone(graph.tenant)[0])
    del member["@odata.type"]
    for path, body in (("members", member), ("members/add", {"values": [member]})):
        reply = await graph.post(f"/teams/{_team(graph)}/{path}", body)
        assert reply.status == 400
        assert "'odata.type' must be specified" in reply.message


async def test_the_user_is_bound_with_an_at_sign(graph: GraphClient) -> None:
    member = bound(everyone(graph.tenant)[0])
    member["user@odata_bind"] = member.pop("user@odata.bind")
    reply = await graph.post(f"/teams/{_team(graph)}/members", member)
    assert reply.status == 400
    assert "user@odata_bind" in reply.message


async def test_the_permission_does_not_make_owners(graph: GraphClient) -> None:
    reply = await graph.post(
        f"/teams/{_team(graph)}/members", bound(everyone(graph.tenant)[0], "owner")
    )
    assert reply.status == 403


async def test_a_disabled_user_is_not_found_and_a_guest_breaks_the_gateway(
    graph: GraphClient,
) -> None:
    people = graph.tenant.state.people.values()
    disabled = next(one for one in people if not one.account_enabled)
    assert (await graph.post(f"/teams/{_team(graph)}/members", bound(disabled))).status == 404
    guest = next(one for one in people if one.user_type == "Guest")
    assert (await graph.post(f"/teams/{_team(graph)}/members", bound(guest))).status == 502


async def test_who_is_a_member_already_stays_one(graph: GraphClient) -> None:
    person = everyone(graph.tenant)[0]
    first = await graph.post(f"/teams/{_team(graph)}/members", bound(person))
    again = await graph.post(f"/teams/{_team(graph)}/members", bound(person))
    assert (first.body["id"], again.status) == (again.body["id"], 201)


async def test_members_are_found_by_person_after_a_while(graph: GraphClient) -> None:
    """Team post members: an addition "might take some time to be reflected"."""
    person = everyone(graph.tenant)[0]
    path = f"/teams/{_team(graph)}/members"
    before = (await graph.get(path)).rows
    await graph.post(path, bound(person))
    assert (await graph.get(path)).rows == before
    a_while_later(graph.tenant.state)
    wanted = f"(microsoft.graph.aadUserConversationMember/userId eq '{person.id}')"
    assert [row["userId"] for row in (await graph.get(f"{path}?$filter={wanted}")).rows] == [
        person.id
    ]


async def test_who_leaves_the_team_leaves_its_private_channels(graph: GraphClient) -> None:
    one, two = everyone(graph.tenant)[:2]
    path = f"/teams/{_team(graph)}"
    added = [await graph.post(f"{path}/members", bound(person)) for person in (one, two)]
    a_while_later(graph.tenant.state)
    people = [bound(one, "owner"), bound(two, "owner")]
    body = {"displayName": "Tandem 1", "membershipType": "private", "members": people}
    channel = await graph.post(f"{path}/channels", body)
    assert (await graph.delete(f"{path}/members/{added[0].body['id']}")).status == 204
    a_while_later(graph.tenant.state)
    left = await graph.get(f"{path}/channels/{channel.body['id']}/members")
    assert [row["userId"] for row in left.rows] == [two.id]
