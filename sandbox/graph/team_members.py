"""Members of teams. Sources: team list/post/delete members, conversationmembers add.

The app's permission is for people who are not owners; adding takes up to 200 in one request, and a
new member is known to channel creation only after a while.
"""

import time
from typing import Any

from sandbox.directory import Person
from sandbox.graph import members
from sandbox.graph.errors import GraphRefusal, bad_request, not_found
from sandbox.graph.operations import GRAPH_ROOT, Answer, Call, operation
from sandbox.graph.request_costs import teams
from sandbox.graph.teams import ready_team
from sandbox.graph.types import checked
from sandbox.state import TenantState
from sandbox.teams import Member, Team

READ = "TeamMember.Read.All"
WRITE = "TeamMember.ReadWriteNonOwnerRole.All"
MOST_AT_ONCE = 200
MOST_IN_TEAM = 25_000


@operation("GET /teams/{team_id}/members", teams(60, "team_id", 4), READ, options=members.OPTIONS)
def list_team_members(call: Call) -> Answer:
    """The members of a team; a new one is listed after a while."""
    team = ready_team(call)
    return members.listed(call, members.visible(team.members), f"teams('{team.id}')/members")


@operation("POST /teams/{team_id}/members", teams(30, "team_id", minute_rate=4), WRITE)
def add_team_member(call: Call) -> Answer:
    """Add one member; 201 with the membership."""
    team = ready_team(call)
    person, roles = members.parsed(call, call.body)
    member = joined(call.state, team, person, roles)
    context = {"@odata.context": f"{GRAPH_ROOT}/$metadata#teams('{team.id}')/members/$entity"}
    return Answer(201, context | members.shown(call.state, member))


@operation("POST /teams/{team_id}/members/add", teams(10, "team_id", minute_rate=4), WRITE)
def add_team_members(call: Call) -> Answer:
    """Add up to 200 members: 200 with a result each, or 207 if some of them failed."""
    team = ready_team(call)
    values = checked_values(call)
    results = [_result(call, team, value) for value in values]
    status = 207 if any(result["error"] for result in results) else 200
    context = f"{GRAPH_ROOT}/$metadata#Collection(microsoft.graph.aadUserConversationMemberResult)"
    return Answer(status, {"@odata.context": context, "value": results})


@operation("DELETE /teams/{team_id}/members/{member_id}", teams(15, "team_id", 1), WRITE)
def remove_team_member(call: Call) -> Answer:
    """Take a member out of a team, and thereby out of all its private channels."""
    team, key = ready_team(call), call.ids["member_id"]
    member = next((one for one in team.members.values() if one.id == key), None)
    if member is None:
        raise not_found("teams", key)
    _refuse_owner(member.roles)
    call.state.take_out(team, call.state.people[member.person_id])
    return Answer(204)


def checked_values(call: Call) -> list[object]:
    """The members of a bulk request, one to 200. Raises GraphRefusal (400)."""
    # Each member is looked at on its own, so that one without its type fails the request, as it
    # does in Graph.
    body = call.body if isinstance(call.body, dict) else {}
    values = next((value for key, value in body.items() if key.casefold() == "values"), None)
    if not isinstance(values, list) or not 1 <= len(values) <= MOST_AT_ONCE:
        raise bad_request("teams", f"'values' must hold between 1 and {MOST_AT_ONCE} members.")
    if any(not isinstance(value, dict) or "@odata.type" not in value for value in values):
        raise bad_request(
            "teams", "'odata.type' must be specified in the request body for each member."
        )
    checked("teams", "add", call.body)
    return values


def joined(state: TenantState, team: Team, person: Person, roles: list[str]) -> Member:
    """Make the person a member, unless they are one already. Raises GraphRefusal (400, 403)."""
    _refuse_owner(roles)
    if person.id in team.members:
        return team.members[person.id]
    if len(team.members) >= MOST_IN_TEAM:
        raise bad_request("teams", f"The team has reached its limit of {MOST_IN_TEAM} members.")
    visible = time.monotonic() + state.delays.membership_seconds
    member = Member(state.new_id(), person.id, roles, visible)
    team.members[person.id] = member
    return member


def _refuse_owner(roles: list[str]) -> None:
    if "owner" in roles:
        raise GraphRefusal(403, "Forbidden", f"{WRITE} does not allow to add or remove owners.")


def _result(call: Call, team: Team, value: object) -> dict[str, Any]:
    result: dict[str, Any] = {
        "@odata.type": "#microsoft.graph.aadUserConversationMemberResult",
        "error": None,
    }
    try:
        person, roles = members.parsed(call, value)
        joined(call.state, team, person, roles)
    except GraphRefusal as refusal:
        named = members.BOUND_USER.search(str(value))
        error = {"code": refusal.code, "message": refusal.message}
        return result | {"userId": (named[1] or named[2]) if named else None, "error": error}
    return result | {"userId": person.id}
