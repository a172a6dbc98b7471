"""Members of private channels, and the apps of channels.

Sources: channel list/post/delete members, enabledApps.
"""

import time

from sandbox.graph import members
from sandbox.graph.apps import app_row
from sandbox.graph.channels import refuse_stranger
from sandbox.graph.errors import bad_request, not_found
from sandbox.graph.operations import GRAPH_ROOT, PAGED, Answer, Call, operation
from sandbox.graph.query import page
from sandbox.graph.request_costs import teams
from sandbox.graph.teams import ready_team
from sandbox.teams import Channel, Member

READ = "ChannelMember.Read.All"
WRITE = "ChannelMember.ReadWrite.All"
READ_APPS = "TeamsAppInstallation.ReadForTeam.All"
APPS = "TeamsAppInstallation.ManageSelectedForTeam.All"


@operation(
    "GET /teams/{team_id}/channels/{channel_id}/members",
    teams(60, "channel_id", 1),
    READ,
    options=members.OPTIONS,
)
def list_channel_members(call: Call) -> Answer:
    """The members of a channel; those of a standard channel are its team's."""
    channel, team = call.channel(), ready_team(call)
    found = channel.members if channel.membership_type == "private" else team.members
    return members.listed(
        call, members.visible(found), f"teams('{team.id}')/channels('{channel.id}')/members"
    )


@operation("POST /teams/{team_id}/channels/{channel_id}/members", teams(30, "channel_id", 1), WRITE)
def add_channel_member(call: Call) -> Answer:
    """Add a member of the team to a private channel: 201 with the membership."""
    team, channel = ready_team(call), _private(call)
    person, roles = members.parsed(call, call.body)
    refuse_stranger(team, person.id)
    late = time.monotonic() + call.state.delays.membership_seconds
    made = Member(call.state.new_id(), person.id, roles, late)
    member = channel.members.setdefault(person.id, made)
    context = {"@odata.context": f"{GRAPH_ROOT}/$metadata#teams/channels/members/$entity"}
    return Answer(201, context | members.shown(call.state, member))


@operation(
    "DELETE /teams/{team_id}/channels/{channel_id}/members/{member_id}",
    teams(15, "channel_id", 1),
    WRITE,
)
def remove_channel_member(call: Call) -> Answer:
    """Take a member out of a private channel; its last owner cannot leave."""
    channel, key = _private(call), call.ids["member_id"]
    member = next((one for one in channel.members.values() if one.id == key), None)
    if member is None:
        raise not_found("teams", key)
    owners = [one for one in channel.members.values() if "owner" in one.roles]
    if owners == [member]:
        raise bad_request("teams", "The last owner of a channel cannot be removed.")
    del channel.members[member.person_id]
    return Answer(204)


@operation(
    "GET /teams/{team_id}/channels/{channel_id}/enabledApps",
    teams(30, "channel_id", 1),
    READ_APPS,
    APPS,
    options=PAGED,
)
def list_enabled_apps(call: Call) -> Answer:
    """The apps that were added to a channel."""
    rows = [app_row(call.state.apps[key]) for key in sorted(call.channel().app_ids)]
    return page(call, rows, "teams/channels/enabledApps")


@operation(
    "POST /teams/{team_id}/channels/{channel_id}/enabledApps/$ref", teams(30, "channel_id", 1), APPS
)
def enable_app(call: Call) -> Answer:
    """Add an app to a channel: refused everywhere in this tenant, as v1.0 allows it for shared
    channels only.
    """
    call.channel()
    raise bad_request("teams", "enabledApps can be changed in shared channels only.")


@operation(
    "GET /teams/{team_id}/channels/{channel_id}/filesFolder",
    teams(30, "channel_id", 1),
    "Files.Read.All",
)
def get_files_folder(call: Call) -> Answer:
    """The folder of a channel's files."""
    channel = call.channel()
    folder = {"id": f"01{channel.id[3:33]}", "name": channel.display_name}
    address = f"https://nordwind.sharepoint.com/sites/{channel.team_id}/{channel.id[3:33]}"
    drive = {"driveId": f"b!{channel.team_id}", "driveType": "documentLibrary"}
    return Answer(body=folder | {"webUrl": address, "parentReference": drive})


def _private(call: Call) -> Channel:
    channel = call.channel()
    if channel.membership_type != "private":
        raise bad_request("teams", "Members can be managed in private and shared channels only.")
    return channel
