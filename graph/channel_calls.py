"""The calls about teams, their members and channels, each with its permission and its limits."""

from __future__ import annotations

from collections.abc import Sequence

from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_abstractions.request_information import RequestInformation
from msgraph import GraphServiceClient
from msgraph.generated.models.aad_user_conversation_member import AadUserConversationMember
from msgraph.generated.models.channel import Channel as GraphChannel
from msgraph.generated.models.channel_membership_type import ChannelMembershipType
from msgraph.generated.models.team import Team
from msgraph.generated.teams.item.channels.channels_request_builder import ChannelsRequestBuilder
from msgraph.generated.teams.item.channels.item.archive.archive_post_request_body import (
    ArchivePostRequestBody,
)
from msgraph.generated.teams.item.members.add.add_post_request_body import AddPostRequestBody

from graph.client import PUBLIC, operation
from graph.directory_calls import READS
from graph.limits import Limit

PEOPLE_A_CALL = 200
MEMBERSHIPS = Limit("team {team_id} members", per_minute=4)
SINGLE_MEMBERSHIPS = Limit("team {team_id} single members", per_minute=4)
CHANNELS_OF_A_TEAM = Limit("team {team_id} channels", per_second=4)
CHANNELS = Limit("channels", per_second=10)
READS_OF_A_TEAM = Limit("team {team_id} reads", per_second=4)
OF_A_CHANNEL = Limit("channel {channel_id}", per_second=1)
MEMBER = "#microsoft.graph.aadUserConversationMember"
NO_RESOURCE = "NotFound"
"""That a team, or what is in it, is gone."""
NOBODY = "00000000-0000-0000-0000-000000000000"
"""An id that nobody has, for calls that only ask whether they are allowed."""


def member(person_id: str, *, owner: bool) -> AadUserConversationMember:
    """Somebody as a member of a team or channel.

    The bind key is ``user@odata.bind``; Microsoft's Python samples misspell it.
    """
    bound = {"user@odata.bind": f"{PUBLIC}/users('{person_id}')"}
    return AadUserConversationMember(
        odata_type=MEMBER, roles=["owner"] if owner else [], additional_data=bound
    )


@operation(
    "GET",
    "/teams/{team-id}/members",
    permission="TeamMember.Read.All",
    repeat=READS,
    limits=(READS_OF_A_TEAM, Limit("team members read", per_second=60)),
    missing=NO_RESOURCE,
)
def team_members(sdk: GraphServiceClient, *, team_id: str, page: str = "") -> RequestInformation:
    """A team's members, a page at a time."""
    builder = sdk.teams.by_team_id(team_id).members
    return (builder.with_url(page) if page else builder).to_get_request_information()


@operation(
    "POST",
    "/teams/{team-id}/members/add",
    permission="TeamMember.ReadWriteNonOwnerRole.All",
    repeat="who is a member already is answered as such",
    limits=(MEMBERSHIPS, Limit("members add", per_second=10)),
    missing=NO_RESOURCE,
)
def add_to_team(
    sdk: GraphServiceClient, *, team_id: str, people: Sequence[str]
) -> RequestInformation:
    """Add up to 200 people to a team in one call; added one at a time, each would take a quarter of
    a minute.
    """
    body = AddPostRequestBody(values=[member(person, owner=False) for person in people])
    return sdk.teams.by_team_id(team_id).members.add.to_post_request_information(body)


@operation(
    "POST",
    "/teams/{team-id}/members",
    permission="TeamMember.ReadWriteNonOwnerRole.All",
    repeat="it adds nobody",
    limits=(SINGLE_MEMBERSHIPS, Limit("members added singly", per_second=30)),
    missing=NO_RESOURCE,
)
def add_nobody_to_team(sdk: GraphServiceClient, *, team_id: str) -> RequestInformation:
    """Ask to add a member without saying whom, which is refused as a request (400) where it is
    allowed. Not the call for many: each has four a minute and team, and the launch needs those.
    """
    body = AadUserConversationMember(odata_type=MEMBER, roles=[])
    return sdk.teams.by_team_id(team_id).members.to_post_request_information(body)


@operation(
    "DELETE",
    "/teams/{team-id}/members/{conversationMember-id}",
    permission="TeamMember.ReadWriteNonOwnerRole.All",
    repeat="who is no member any more is answered as gone",
    limits=(
        Limit("team {team_id} members removed", per_second=1),
        Limit("members removed", per_second=15),
    ),
    missing=NO_RESOURCE,
)
def remove_from_team(
    sdk: GraphServiceClient, *, team_id: str, membership: str
) -> RequestInformation:
    """Take somebody out of a team, and thereby out of its private channels."""
    members = sdk.teams.by_team_id(team_id).members
    return members.by_conversation_member_id(membership).to_delete_request_information()


@operation(
    "POST",
    "/teams/{team-id}/channels",
    permission="Channel.Create",
    repeat="a second channel of the name is refused, and the first one adopted",
    limits=(CHANNELS_OF_A_TEAM, CHANNELS),
    missing=NO_RESOURCE,
)
def create_channel(
    sdk: GraphServiceClient, *, team_id: str, name: str, description: str, members: Sequence[str]
) -> RequestInformation:
    """Open a private channel that all its members own."""
    body = GraphChannel(
        display_name=name,
        description=description,
        membership_type=ChannelMembershipType.Private,
        members=[member(person, owner=True) for person in members],
    )
    return sdk.teams.by_team_id(team_id).channels.to_post_request_information(body)


@operation(
    "GET",
    "/teams/{team-id}/channels",
    permission="Channel.ReadBasic.All",
    repeat=READS,
    limits=(READS_OF_A_TEAM, Limit("channels read", per_second=60)),
    missing=NO_RESOURCE,
)
def private_channels(
    sdk: GraphServiceClient, *, team_id: str, page: str = ""
) -> RequestInformation:
    """A team's private channels, a page at a time."""
    builder = sdk.teams.by_team_id(team_id).channels
    if page:
        return builder.with_url(page).to_get_request_information()
    query = ChannelsRequestBuilder.ChannelsRequestBuilderGetQueryParameters(
        filter="membershipType eq 'private'"
    )
    return builder.to_get_request_information(RequestConfiguration(query_parameters=query))


@operation(
    "GET",
    "/teams/{team-id}/channels/{channel-id}/members",
    permission="ChannelMember.Read.All",
    repeat=READS,
    limits=(Limit("channel {channel_id} members"), Limit("channel members read", per_second=60)),
    missing=NO_RESOURCE,
)
def channel_members(
    sdk: GraphServiceClient, *, team_id: str, channel_id: str, page: str = ""
) -> RequestInformation:
    """A channel's members, a page at a time."""
    builder = sdk.teams.by_team_id(team_id).channels.by_channel_id(channel_id).members
    return (builder.with_url(page) if page else builder).to_get_request_information()


@operation(
    "POST",
    "/teams/{team-id}/channels/{channel-id}/members",
    permission="ChannelMember.ReadWrite.All",
    repeat="who is a member already stays one",
    limits=(OF_A_CHANNEL, Limit("channel members added", per_second=30)),
    missing=NO_RESOURCE,
)
def add_to_channel(
    sdk: GraphServiceClient, *, team_id: str, channel_id: str, person_id: str
) -> RequestInformation:
    """Let a member of the team into a private channel, which they own like everybody in it."""
    channel = sdk.teams.by_team_id(team_id).channels.by_channel_id(channel_id)
    return channel.members.to_post_request_information(member(person_id, owner=True))


@operation(
    "DELETE",
    "/teams/{team-id}/channels/{channel-id}/members/{conversationMember-id}",
    permission="ChannelMember.ReadWrite.All",
    repeat="who is no member any more is answered as gone",
    limits=(OF_A_CHANNEL, Limit("channel members removed", per_second=15)),
    missing=NO_RESOURCE,
)
def remove_from_channel(
    sdk: GraphServiceClient, *, team_id: str, channel_id: str, membership: str
) -> RequestInformation:
    """Take somebody out of a private channel; they stay in its team."""
    channel = sdk.teams.by_team_id(team_id).channels.by_channel_id(channel_id)
    members = channel.members.by_conversation_member_id(membership)
    return members.to_delete_request_information()


@operation(
    "POST",
    "/teams",
    permission="Team.Create",
    repeat="a team of the name is looked for first, and adopted",
    limits=(Limit("teams", per_second=10),),
)
def create_team(
    sdk: GraphServiceClient, *, name: str, description: str, owner: str
) -> RequestInformation:
    """Open a team; Graph answers at once and works on."""
    template = {"template@odata.bind": f"{PUBLIC}/teamsTemplates('standard')"}
    body = Team(
        display_name=name,
        description=description,
        members=[member(owner, owner=True)],
        additional_data=template,
    )
    return sdk.teams.to_post_request_information(body)


@operation(
    "POST",
    "/teams/{team-id}/channels/{channel-id}/archive",
    permission="ChannelSettings.ReadWrite.All",
    repeat="a channel that is archived already stays so",
    limits=(OF_A_CHANNEL, Limit("channels archived", per_second=30)),
    missing=NO_RESOURCE,
)
def archive(sdk: GraphServiceClient, *, team_id: str, channel_id: str) -> RequestInformation:
    """Archive a channel; Graph answers at once and works on."""
    builder = sdk.teams.by_team_id(team_id).channels.by_channel_id(channel_id).archive
    return builder.to_post_request_information(ArchivePostRequestBody())


@operation(
    "GET",
    "/teams/{team-id}/operations/{teamsAsyncOperation-id}",
    permission="Team.ReadBasic.All",
    repeat=READS,
    limits=(Limit("team {team_id} operations"), Limit("team operations", per_second=30)),
)
def team_operation(
    sdk: GraphServiceClient, *, team_id: str, operation_id: str
) -> RequestInformation:
    """How far the opening of a team has come; the only Teams resource that may be polled often."""
    builder = sdk.teams.by_team_id(team_id).operations
    return builder.by_teams_async_operation_id(operation_id).to_get_request_information()
