"""Every read that Graph offers here, once, each answer checked closed against the contract by the
fixture.
"""

from datetime import timedelta

import pytest

from sandbox.graph import resources  # noqa: F401 - operations register themselves
from sandbox.graph.operations import OPERATIONS
from tests.sandbox.conftest import GraphClient, bound, everyone, member_of
from tests.sandbox.recording_hook import Hook

READS = sorted(route.removeprefix("GET ") for route in OPERATIONS if route.startswith("GET "))
WINDOW = "?startDateTime=2027-01-01T00:00:00Z&endDateTime=2027-03-01T00:00:00Z"
QUERIES = {
    "/users/{user_id}/calendarView": WINDOW,
    "/users/{user_id}/calendarView/delta()": WINDOW,
    "/users/{user_id}/events/{event_id}/instances": WINDOW,
    "/groups/{group_id}/members/{cast}": "?$count=true",
    "/groups/{group_id}/transitiveMembers/{cast}": "?$count=true",
}


async def _things(graph: GraphClient, hook: Hook) -> dict[str, str]:
    """One of each thing that a path may name."""
    state = graph.tenant.state
    one, two = everyone(graph.tenant)[:2]
    team = f"/teams/{await member_of(graph, one, two)}"
    people = [bound(one, "owner"), bound(two, "owner")]
    channel = await graph.post(
        f"{team}/channels", {"displayName": "A", "membershipType": "private", "members": people}
    )
    archived = await graph.post(f"{team}/channels/{channel.body['id']}/archive")
    chat = await graph.post("/chats", {"chatType": "group", "members": people})
    times = {
        name: {"dateTime": f"2027-01-12T{hour}:00:00", "timeZone": "UTC"}
        for name, hour in (("start", 10), ("end", 12))
    }
    event = await graph.post(f"/users/{one.id}/events", times)
    app = next(
        app.id for app in state.apps.values() if app.external_id == state.identity.teams_app_id
    )
    bind = {"teamsApp@odata.bind": f"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{app}"}
    await graph.post(f"/users/{one.id}/teamwork/installedApps", bind)
    wanted = {
        "changeType": "updated",
        "notificationUrl": hook.url,
        "resource": f"/users/{one.id}/events",
        "expirationDateTime": (state.clock.now() + timedelta(hours=1)).isoformat(),
    }
    subscription = await graph.post("/subscriptions", wanted)
    installation = state.installation_of("user", one.id)
    assert installation is not None
    return {
        "user_id": one.id,
        "group_id": next(iter(state.groups)),
        "cast": "microsoft.graph.user",
        "team_id": team.rpartition("/")[2],
        "operation_id": archived.headers["Location"].rpartition("/")[2],
        "channel_id": channel.body["id"],
        "chat_id": chat.body["id"],
        "event_id": event.body["id"],
        "installation_id": installation.id,
        "size": "96x96",
        "subscription_id": subscription.body["id"],
    }


@pytest.mark.parametrize("template", READS)
async def test_a_read_answers_as_the_contract_says(
    graph: GraphClient, hook: Hook, template: str
) -> None:
    graph.tenant.state.permissions |= {"TeamsAppInstallation.ReadForTeam.All", "Files.Read.All"}
    graph.token = graph.tenant.signin.issue("https://graph.microsoft.com")
    things = await _things(graph, hook)
    if "photo" in template:
        things["user_id"] = next(
            one.id for one in graph.tenant.state.people.values() if one.photo_pixels == 648
        )
    path = template.format(**things) + QUERIES.get(template, "")
    reply = await graph.get(path, ConsistencyLevel="eventual")
    assert reply.status == 200, f"{reply.body}"
