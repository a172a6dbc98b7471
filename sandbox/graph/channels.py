"""Channels: list, create, get, change, delete, archive.

Sources: channel post/get/patch/delete/archive; "Limits and specifications for Microsoft Teams"
(names, 1,000 channels a team, deleted ones counted for 30 days); issue trackers of the SDKs for the
wording of refusals.
"""

import asyncio
import re
import time
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from sandbox.graph import members
from sandbox.graph.errors import GraphRefusal, bad_request
from sandbox.graph.operations import GRAPH_ROOT, PAGED, Answer, Call, operation
from sandbox.graph.query import filtering, page, selection, shaped
from sandbox.graph.request_costs import teams
from sandbox.graph.teams import new_channel, ready_team
from sandbox.graph.types import checked
from sandbox.graph.zones import timestamp
from sandbox.state import TenantState
from sandbox.teams import Channel, Member, Operation, Team

READ = "Channel.ReadBasic.All"
SETTINGS = "ChannelSettings.ReadWrite.All"
LONGEST_NAME = 50
LONGEST_DESCRIPTION = 1024
MOST_MEMBERS_AT_CREATION = 200
DELETED_FOR = timedelta(days=30)
FORBIDDEN = re.compile(r"""[~#%&*{}+/\\:<>?|'",]|\.\.|^[_.]|\.$""")
CHANGEABLE = {"displayName", "description", "isFavoriteByDefault"}


@operation(
    "GET /teams/{team_id}/channels",
    teams(60, "team_id", 4),
    READ,
    options=(*PAGED, "$filter", "$select"),
)
def list_channels(call: Call) -> Answer:
    """The channels of a team, private ones included, deleted ones not."""
    team = ready_team(call)
    wanted = filtering(
        call, "id", "displayName", "membershipType", "eq", "and", "or", "startswith", "in"
    )
    rows = [
        channel_row(call.state, channel)
        for channel in team.channels.values()
        if channel.deleted is None
    ]
    names = selection(call, "channel")
    chosen = [shaped(row, names) for row in rows if wanted is None or wanted.test(row)]
    return page(call, chosen, f"teams('{team.id}')/channels")


@operation("POST /teams/{team_id}/channels", teams(10, "team_id", 4), "Channel.Create")
def create_channel(call: Call) -> Answer:
    """Create a standard or private channel, at once: 201 with the channel."""
    team = ready_team(call)
    body = checked("teams", "channel", _with_typed_members(call.body))
    _refuse_unsettled(call.state, team)
    name = _valid_name(call.state, team, body.get("displayName"))
    _check_description(body)
    if body.get("membershipType") == "shared":
        raise GraphRefusal(501, "NotImplemented", "Shared channels are not part of this tenant.")
    private = body.get("membershipType") == "private"
    people = _founders(call, team, body) if private else {}
    if private:
        _refuse_by_policy(call.state, team)
    channel = new_channel(call.state, team, name, body.get("description"))
    channel.membership_type, channel.members = "private" if private else "standard", people
    channel.founders = frozenset(people)
    context = {"@odata.context": f"{GRAPH_ROOT}/$metadata#teams('{team.id}')/channels/$entity"}
    headers = {"Location": f"{call.state.base_url}/v1.0/teams/{team.id}/channels/{channel.id}"}
    return Answer(201, context | channel_row(call.state, channel), headers)


@operation(
    "GET /teams/{team_id}/channels/{channel_id}",
    teams(30, "channel_id", 1),
    READ,
    options=("$select",),
)
def get_channel(call: Call) -> Answer:
    """One channel."""
    row = shaped(channel_row(call.state, call.channel()), selection(call, "channel"))
    return Answer(body={"@odata.context": f"{GRAPH_ROOT}/$metadata#teams/channels/$entity"} | row)


@operation("PATCH /teams/{team_id}/channels/{channel_id}", teams(30, "channel_id", 1), SETTINGS)
def change_channel(call: Call) -> Answer:
    """Change name or description: 204."""
    team, channel = ready_team(call), call.channel()
    body = checked("teams", "channel", call.body)
    fixed = sorted(set(body) - CHANGEABLE - {"@odata.type"})
    if fixed:
        raise bad_request("teams", f"'{fixed[0]}' of a channel cannot be changed.")
    if channel.archived:
        raise bad_request("teams", "The channel is archived; unarchive it to change it.")
    _check_description(body)
    if "displayName" in body:
        channel.display_name = _valid_name(call.state, team, body["displayName"], channel)
    channel.description = body.get("description", channel.description)
    return Answer(204)


@operation(
    "DELETE /teams/{team_id}/channels/{channel_id}",
    teams(15, "channel_id", 1),
    "Channel.Delete.All",
)
def delete_channel(call: Call) -> Answer:
    """Delete a channel softly: for 30 days it can be restored, keeps its name and counts."""
    team, channel = ready_team(call), call.channel()
    if channel.id == team.thread_id:
        raise bad_request("teams", "The General channel cannot be deleted.")
    channel.deleted = call.state.clock.now()
    return Answer(204)


@operation(
    "POST /teams/{team_id}/channels/{channel_id}/archive", teams(30, "channel_id", 1), SETTINGS
)
def archive_channel(call: Call) -> Answer:
    """Archive a channel, asynchronously; one without an owner cannot be, nor one of an archived
    team.
    """
    team, channel = _of_active_team(call)
    checked("teams", "archive", call.body or {})
    people = channel.members if channel.membership_type == "private" else team.members
    if not any("owner" in member.roles for member in people.values()):
        raise bad_request("teams", "A channel without an owner cannot be archived.")
    return _in_a_while(call.state, channel, "archiveChannel", archived=True)


@operation(
    "POST /teams/{team_id}/channels/{channel_id}/unarchive", teams(30, "channel_id", 1), SETTINGS
)
def unarchive_channel(call: Call) -> Answer:
    """Open an archived channel again, asynchronously; not while its team is archived."""
    _, channel = _of_active_team(call)
    return _in_a_while(call.state, channel, "unarchiveChannel", archived=False)


def _of_active_team(call: Call) -> tuple[Team, Channel]:
    team, channel = ready_team(call), call.channel()
    if team.archived:
        raise bad_request(
            "teams",
            f"Team has to be active, for channel to be archived or unarchived: {channel.id}",
        )
    return team, channel


def channel_row(state: TenantState, channel: Channel) -> dict[str, Any]:
    """A channel in Graph's shape."""
    where = (
        f"groupId={channel.team_id}&tenantId={state.identity.tenant_id}&allowXTenantAccess=False"
    )
    address = f"{quote(channel.id, safe='')}/{quote(channel.display_name, safe='')}"
    return {
        "id": channel.id,
        "createdDateTime": timestamp(channel.created),
        "displayName": channel.display_name,
        "description": channel.description,
        "isFavoriteByDefault": False,
        "email": "",
        "tenantId": state.identity.tenant_id,
        "webUrl": f"https://teams.microsoft.com/l/channel/{address}?{where}",
        "membershipType": channel.membership_type,
        "isArchived": channel.archived,
    }


def _with_typed_members(body: object) -> object:
    people = body.get("members") if isinstance(body, dict) else None
    if isinstance(people, list) and any(
        isinstance(one, dict) and "@odata.type" not in one for one in people
    ):
        raise bad_request(
            "teams", "'odata.type' must be specified in the request body for each member."
        )
    return body


def _refuse_unsettled(state: TenantState, team: Team) -> None:
    if time.monotonic() < team.ready_monotonic + state.delays.team_settling_seconds:
        raise GraphRefusal(
            403, "AccessDenied", "Failed to execute Skype backend request GetThreadS2SRequest."
        )


def _valid_name(state: TenantState, team: Team, name: object, own: Channel | None = None) -> str:
    if (
        not isinstance(name, str)
        or not name.strip()
        or len(name) > LONGEST_NAME
        or FORBIDDEN.search(name)
    ):
        raise bad_request(
            "teams",
            f"Channel name '{name}' is not valid: 1 to 50 characters, none of the forbidden.",
        )
    oldest = state.clock.now() - DELETED_FOR
    standing = [
        one for one in team.channels.values() if one.deleted is None or one.deleted > oldest
    ]
    if any(one is not own and one.display_name.casefold() == name.casefold() for one in standing):
        raise bad_request("teams", "Channel name already existed, please use other name.")
    if own is None and len(standing) >= team.most_channels:
        # In these words, and as if a permission were missing (graph-docs issues 7288 and 14003).
        raise GraphRefusal(403, "Forbidden", "This team has exceeded the Max allowed channels")
    return name


def _refuse_by_policy(state: TenantState, team: Team) -> None:
    """403 where private channels are switched off, and above what a tenant's teams take of them:
    too many are answered `Forbidden` (microsoft-graph-docs issue 14003).
    """
    oldest = state.clock.now() - DELETED_FOR
    standing = [
        one
        for one in team.channels.values()
        if one.membership_type == "private" and (one.deleted is None or one.deleted > oldest)
    ]
    if not state.policies.private_channels:
        raise GraphRefusal(403, "Forbidden", "Private channel creation is disabled.")
    if len(standing) >= state.policies.private_channels_a_team:
        raise GraphRefusal(403, "Forbidden", "Maximum number of private channels is reached.")


def _check_description(body: dict[str, Any]) -> None:
    if len(body.get("description") or "") > LONGEST_DESCRIPTION:
        raise bad_request(
            "teams", f"The description is longer than {LONGEST_DESCRIPTION} characters."
        )


def _founders(call: Call, team: Team, body: dict[str, Any]) -> dict[str, Member]:
    values = body.get("members") or []
    if not values:
        text = (
            "Cannot create private channel, no members specified when calling from an Application."
        )
        raise bad_request("teams", f"CreateChannel_Private: {text}")
    if len(values) > MOST_MEMBERS_AT_CREATION:
        raise bad_request("teams", f"More than {MOST_MEMBERS_AT_CREATION} members at creation.")
    found = [members.parsed(call, value) for value in values]
    if not any("owner" in roles for _, roles in found):
        raise bad_request(
            "teams", "CreateChannel_Private: Cannot create private channel without an owner."
        )
    for person, _ in found:
        refuse_stranger(team, person.id)
    late = time.monotonic() + call.state.delays.membership_seconds
    ids = call.state.new_id
    return {person.id: Member(ids(), person.id, roles, late) for person, roles in found}


def refuse_stranger(team: Team, person_id: str) -> None:
    """400 unless the person is a member of the team, and has been for long enough to be seen."""
    member = team.members.get(person_id)
    if member is None or time.monotonic() < member.visible_monotonic:
        raise bad_request("teams", f"User '{person_id}' is not a member of the team.")


def _in_a_while(state: TenantState, channel: Channel, kind: str, *, archived: bool) -> Answer:
    """202 with the operation; the channel changes when that is done."""
    one = Operation(state.new_id(), channel.team_id, state.clock.now(), float("inf"), kind)
    state.teams[channel.team_id].operations[one.id] = one

    async def finish() -> None:
        await asyncio.sleep(state.delays.archive_seconds)
        channel.archived, one.done_monotonic = archived, time.monotonic()

    return Answer(
        202, headers={"Location": f"/teams/{channel.team_id}/operations/{one.id}"}, then=finish
    )
