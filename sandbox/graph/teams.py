"""Teams: create (asynchronously), get, the operation that tells how far it is.

Sources: team post, team get.
"""

import time
from typing import Any

from sandbox.directory import Person
from sandbox.graph import members
from sandbox.graph.errors import GraphRefusal, bad_request, not_found
from sandbox.graph.operations import GRAPH_ROOT, Answer, Call, operation
from sandbox.graph.query import selection, shaped
from sandbox.graph.request_costs import teams
from sandbox.graph.types import checked
from sandbox.graph.zones import timestamp
from sandbox.state import TenantState
from sandbox.teams import Channel, Member, Operation, Team

TEMPLATES = (
    "https://graph.microsoft.com/v1.0/teamsTemplates('standard')",
    "{base}/v1.0/teamsTemplates('standard')",
)


@operation("POST /teams", teams(10), "Team.Create")
def create_team(call: Call) -> Answer:
    """Begin to create a team: 202, an empty body, `Location` of the operation, `Content-Location`
    of the team.
    """
    body = checked("teams", "team", call.body)
    known = {template.format(base=call.state.base_url) for template in TEMPLATES}
    if body.get("template@odata.bind") not in known:
        raise bad_request(
            "teams", "Invalid bind: template@odata.bind must be the URL of a team template."
        )
    if not body.get("displayName"):
        raise bad_request("teams", "displayName must be specified for a new team.")
    if not call.state.policies.team_creation:
        raise GraphRefusal(403, "Forbidden", "Group creation is not allowed in this tenant.")
    found = [members.parsed(call, member) for member in body.get("members") or []]
    if [roles for _, roles in found] != [["owner"]]:
        raise bad_request(
            "teams", "A team owner must be provided when creating a team in application context."
        )
    team, done = _begun(call.state, body, found[0][0])
    headers = {
        "Location": f"/teams('{team.id}')/operations('{done.id}')",
        "Content-Location": f"/teams('{team.id}')",
    }
    return Answer(202, headers=headers)


@operation(
    "GET /teams/{team_id}",
    teams(30, "team_id", 4),
    "Team.ReadBasic.All",
    "TeamSettings.Read.All",
    options=("$select",),
)
def get_team(call: Call) -> Answer:
    """A team; 404 until its creation is done."""
    row = shaped(_row(call.state, ready_team(call)), selection(call, "team"))
    return Answer(body={"@odata.context": f"{GRAPH_ROOT}/$metadata#teams/$entity"} | row)


@operation("GET /teams/{team_id}/operations/{operation_id}", teams(30), "Team.ReadBasic.All")
def get_operation(call: Call) -> Answer:
    """How far the creation of a team is: the one Teams resource that may be polled."""
    team = call.state.teams.get(call.ids["team_id"])
    found = team.operations.get(call.ids["operation_id"]) if team else None
    if found is None:
        raise not_found("teams", call.ids["operation_id"])
    status = "succeeded" if time.monotonic() >= found.done_monotonic else "inProgress"
    body = {
        "@odata.context": f"{GRAPH_ROOT}/$metadata#teams('{found.team_id}')/operations/$entity",
        "id": found.id,
        "operationType": found.kind,
        "createdDateTime": timestamp(found.created),
        "status": status,
        "lastActionDateTime": timestamp(call.state.clock.now()),
        "attemptsCount": 1,
        "targetResourceId": found.team_id,
        "targetResourceLocation": f"/teams('{found.team_id}')",
        "error": None,
    }
    return Answer(body=body)


def ready_team(call: Call) -> Team:
    """The team of the path, once its creation is done. Raises GraphRefusal (404)."""
    key = call.ids["team_id"]
    team = call.state.teams.get(key)
    if team is None or time.monotonic() < team.ready_monotonic:
        raise not_found("teams", key)
    return team


def new_channel(
    state: TenantState, team: Team, name: str, description: str | None = None
) -> Channel:
    """Add a standard channel to a team."""
    channel_id = f"19:{state.new_id().replace('-', '')}@thread.tacv2"
    channel = Channel(channel_id, team.id, name, description, "standard", state.clock.now())
    team.channels[channel.id] = channel
    return channel


def _begun(state: TenantState, body: dict[str, Any], owner: Person) -> tuple[Team, Operation]:
    now, asked = state.clock.now(), time.monotonic()
    done = asked + state.delays.team_seconds
    visibility = body.get("visibility") or "private"
    team = Team(
        state.new_id(),
        body["displayName"],
        body.get("description"),
        now,
        visibility,
        ready_monotonic=done,
        listed_monotonic=asked + state.delays.team_listed_seconds,
    )
    member = Member(state.new_id(), owner.id, ["owner"])
    team.members[owner.id] = member
    new_channel(state, team, body.get("firstChannelName") or "General")
    creation = Operation(state.new_id(), team.id, now, done)
    team.operations[creation.id] = creation
    state.teams[team.id] = team
    return team, creation


def _row(state: TenantState, team: Team) -> dict[str, Any]:
    thread = f"https://teams.microsoft.com/l/team/{team.thread_id}/conversations?groupId={team.id}"
    owners = sum(member.roles == ["owner"] for member in team.members.values())
    return {
        "id": team.id,
        "createdDateTime": timestamp(team.created),
        "displayName": team.display_name,
        "description": team.description,
        "internalId": team.thread_id,
        "isArchived": team.archived,
        "visibility": team.visibility,
        "tenantId": state.identity.tenant_id,
        "webUrl": f"{thread}&tenantId={state.identity.tenant_id}",
        "summary": {
            "ownersCount": owners,
            "membersCount": len(team.members) - owners,
            "guestsCount": 0,
        },
    }
