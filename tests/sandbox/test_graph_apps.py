"""Catalogue and installations.

Pages: appcatalogs list teamsapps, userteamwork post/list installedapps, chat post.
"""

from typing import Any

from sandbox.apps import Installation
from sandbox.directory import Person
from sandbox.server import running
from tests.sandbox.conftest import NEVER, GraphClient, a_while_later, bound, everyone, graph_of


def _bind(graph: GraphClient, app_id: str = "") -> dict[str, Any]:
    key = app_id or next(
        app.id for app in graph.tenant.state.apps.values() if app.display_name == "Tandem"
    )
    return {"teamsApp@odata.bind": f"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{key}"}


def _path(person: Person) -> str:
    return f"/users/{person.id}/teamwork/installedApps"


async def test_the_app_is_in_the_catalogue_under_its_manifest_id(graph: GraphClient) -> None:
    external = graph.tenant.env["TANDEM_TEAMS_APP_ID"]
    reply = await graph.get(f"/appCatalogs/teamsApps?$filter=externalId eq '{external}'")
    assert [row["distributionMethod"] for row in reply.rows] == ["organization"]


async def test_an_installation_answers_201_without_a_body_and_tells_the_connector(
    graph: GraphClient,
) -> None:
    told: list[Installation] = []

    async def listen(installation: Installation) -> None:
        told.append(installation)

    graph.tenant.state.installed[:] = [listen]
    person = everyone(graph.tenant)[0]
    reply = await graph.post(_path(person), _bind(graph))
    assert (reply.status, reply.body) == (201, b"")
    assert [one.target_id for one in told] == [person.id]


async def test_a_second_installation_is_a_conflict(graph: GraphClient) -> None:
    person = everyone(graph.tenant)[0]
    await graph.post(_path(person), _bind(graph))
    reply = await graph.post(_path(person), _bind(graph))
    assert (reply.status, reply.code) == (409, "Conflict")


async def test_the_installation_is_found_by_the_apps_ids_and_leads_to_the_chat(
    graph: GraphClient,
) -> None:
    person = everyone(graph.tenant)[0]
    await graph.post(_path(person), _bind(graph))
    external = graph.tenant.env["TANDEM_TEAMS_APP_ID"]
    reply = await graph.get(
        f"{_path(person)}?$expand=teamsApp&$filter=teamsApp/externalId eq '{external}'"
    )
    assert [row["teamsApp"]["externalId"] for row in reply.rows] == [external]
    chat = await graph.get(f"{_path(person)}/{reply.rows[0]['id']}/chat")
    assert chat.body["chatType"] == "oneOnOne"


async def test_without_expand_an_installation_is_only_its_id(graph: GraphClient) -> None:
    person = everyone(graph.tenant)[0]
    await graph.post(_path(person), _bind(graph))
    assert [set(row) for row in (await graph.get(_path(person))).rows] == [{"id"}]


async def test_an_uninstalled_app_is_gone(graph: GraphClient) -> None:
    person = everyone(graph.tenant)[0]
    await graph.post(_path(person), _bind(graph))
    key = (await graph.get(_path(person))).rows[0]["id"]
    assert (await graph.delete(f"{_path(person)}/{key}")).status == 204
    assert (await graph.get(_path(person))).rows == []


async def test_nobody_without_account_or_licence_gets_the_app(graph: GraphClient) -> None:
    people = graph.tenant.state.people.values()
    disabled = next(one for one in people if not one.account_enabled)
    assert (await graph.post(_path(disabled), _bind(graph))).status == 404
    unlicensed = next(one for one in people if not one.licensed)
    assert (await graph.post(_path(unlicensed), _bind(graph))).status == 403


async def test_the_permission_covers_the_apps_own_installation_only(graph: GraphClient) -> None:
    other = next(app.id for app in graph.tenant.state.apps.values() if app.display_name != "Tandem")
    reply = await graph.post(_path(everyone(graph.tenant)[0]), _bind(graph, other))
    assert (reply.status, reply.code) == (403, "Forbidden")


async def test_the_bind_is_spelt_with_an_at_sign(graph: GraphClient) -> None:
    body = {"teamsApp@odata_bind": _bind(graph)["teamsApp@odata.bind"]}
    reply = await graph.post(_path(everyone(graph.tenant)[0]), body)
    assert reply.status == 400
    assert "teamsApp@odata_bind" in reply.message


async def test_a_team_gets_the_app_once(graph: GraphClient) -> None:
    path = f"/teams/{graph.tenant.state.programme_team_ids[0]}/installedApps"
    assert (await graph.post(path, _bind(graph))).status == 201
    assert (await graph.post(path, _bind(graph))).status == 409
    reply = await graph.get(f"{path}?$expand=teamsApp")
    assert [row["teamsApp"]["displayName"] for row in reply.rows] == ["Tandem"]


async def test_a_group_chat_takes_owners_the_app_and_further_members(graph: GraphClient) -> None:
    first, second, third = everyone(graph.tenant)[:3]
    body = {
        "chatType": "group",
        "topic": "Tandem",
        "members": [bound(first, "owner"), bound(second, "owner")],
    }
    chat = await graph.post("/chats", body)
    assert chat.status == 201
    path = f"/chats/{chat.body['id']}"
    assert (await graph.post(f"{path}/installedApps", _bind(graph))).status == 201
    added = await graph.post(f"{path}/members", bound(third, "owner"))
    assert len((await graph.get(f"{path}/members")).rows) == 3
    assert (await graph.delete(f"{path}/members/{added.body['id']}")).status == 204
    assert len((await graph.get(f"{path}/members")).rows) == 2


async def test_a_chat_needs_two_owners_and_a_chat_of_two_takes_no_third_and_no_topic(
    graph: GraphClient,
) -> None:
    one, two, three = (bound(person, "owner") for person in everyone(graph.tenant)[:3])
    group: dict[str, object] = {"chatType": "group", "members": [one]}
    assert (await graph.post("/chats", group)).status == 400
    assert (await graph.post("/chats", group | {"members": [one, one]})).status == 400
    assert (
        await graph.post("/chats", group | {"members": [one, two | {"roles": []}]})
    ).status == 400
    pair: dict[str, object] = {"chatType": "oneOnOne", "members": [one, two]}
    assert (await graph.post("/chats", pair | {"topic": "Tandem"})).status == 400
    assert (await graph.post("/chats", pair | {"members": [one, two, three]})).status == 400
    assert (await graph.post("/chats", pair | {"chatType": "meeting"})).status == 400


async def test_two_people_have_one_chat_and_as_many_group_chats_as_they_want(
    graph: GraphClient,
) -> None:
    """Page chat post: "Only one one-on-one chat can exist between two members"."""
    people = [bound(person, "owner") for person in everyone(graph.tenant)[:2]]
    pair = [
        await graph.post("/chats", {"chatType": "oneOnOne", "members": order})
        for order in (people, people[::-1])
    ]
    assert (pair[0].status, pair[0].body["id"]) == (201, pair[1].body["id"])
    groups = [
        await graph.post("/chats", {"chatType": "group", "members": people}) for _ in range(2)
    ]
    assert groups[0].body["id"] != groups[1].body["id"]


async def test_the_app_is_installed_in_a_chat_once(graph: GraphClient) -> None:
    people = [bound(person, "owner") for person in everyone(graph.tenant)[:2]]
    chat = await graph.post("/chats", {"chatType": "group", "topic": "Tandem", "members": people})
    path = f"/chats/{chat.body['id']}/installedApps"
    assert [(await graph.post(path, _bind(graph))).status for _ in range(2)] == [201, 409]
    assert (
        await graph.post("/chats/19:nothing@thread.v2/installedApps", _bind(graph))
    ).status == 404


async def test_an_installation_is_listed_after_a_while_and_so_is_its_chat() -> None:
    """company-communicator issues 744 and 1353."""
    async with graph_of() as graph:
        graph.tenant.state.delays.installation_seconds = NEVER
        person = everyone(graph.tenant)[0]
        assert (await graph.post(_path(person), _bind(graph))).status == 201
        assert (await graph.get(_path(person))).rows == []
        made = graph.tenant.state.installation_of("user", person.id)
        assert made is not None
        assert (await graph.get(f"{_path(person)}/{made.id}/chat")).status == 404
        a_while_later(graph.tenant.state)
        assert [row["id"] for row in (await graph.get(_path(person))).rows] == [made.id]
        assert (await graph.get(f"{_path(person)}/{made.id}/chat")).status == 200


async def test_an_app_that_a_team_was_given_is_listed_after_a_while() -> None:
    """msteams-docs issue 6738: the app "takes a long time to appear" in the team."""
    async with graph_of() as graph:
        graph.tenant.state.delays.installation_seconds = NEVER
        path = f"/teams/{graph.tenant.state.programme_team_ids[0]}/installedApps"
        assert (await graph.post(path, _bind(graph))).status == 201
        assert (await graph.get(path)).rows == []
        a_while_later(graph.tenant.state)
        assert len((await graph.get(path)).rows) == 1


async def test_a_tenant_is_late_by_itself_unless_it_is_told_not_to_be() -> None:
    """Team post members, channel post members, team post, channel archive, and issues 744 and 1353
    of the company-communicator: what real tenants always let one wait for.
    """
    async with running(people=10, limits="off") as tenant:
        usual = tenant.state.delays
    late = (usual.installation_seconds, usual.membership_seconds, usual.team_seconds)
    assert min(*late, usual.team_settling_seconds, usual.archive_seconds) > 0
