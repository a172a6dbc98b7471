"""Teams, their members, and the tandems' private channels."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from graph.channel_calls import (
    NOBODY,
    PEOPLE_A_CALL,
    add_nobody_to_team,
    add_to_channel,
    add_to_team,
    archive,
    channel_members,
    create_channel,
    create_team,
    private_channels,
    remove_from_channel,
    remove_from_team,
    team_members,
    team_operation,
)
from graph.client import Graph
from graph.directory_calls import groups_named
from graph.paging import Row, rows
from mentoring.domain.errors import (
    Full,
    Gone,
    NotAllowed,
    NotThere,
    NotYet,
    OutsideError,
    Rejected,
    Unavailable,
)
from mentoring.domain.people import one_spelling
from mentoring.ports.teams import Channel, TeamLook

POLLS = 60
OPENED_WITHIN = timedelta(hours=1)
"""So long after its group was made a team may still come to stand: about as long as a launch
tries.
"""


class GraphChannels:
    """Teams and channels; see ``mentoring.ports.Channels``."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    async def members(self, team_id: str, *, owners: bool = True) -> frozenset[str]:
        """The ids of a team's members, or of those who are not its owners."""
        found = self._memberships(team_id)
        return frozenset([_user(e) async for e in found if owners or not _is_owner(e)])

    def _memberships(self, team_id: str) -> AsyncIterator[Row]:
        return rows(lambda page: team_members(self._graph, team_id=team_id, page=page))

    def _private(self, team_id: str) -> AsyncIterator[Row]:
        return rows(lambda page: private_channels(self._graph, team_id=team_id, page=page))

    async def remove_members(self, team_id: str, people: Sequence[str]) -> None:
        """Take people out of a team; its owners stay, and who has gone already has gone, be it with
        the team.
        """
        entries: list[Row] = []
        with contextlib.suppress(Gone):
            entries = [each async for each in self._memberships(team_id)]
        for entry in entries:
            if _user(entry) in people and not _is_owner(entry):
                with contextlib.suppress(Gone):
                    await remove_from_team(self._graph, team_id=team_id, membership=entry["id"])

    async def look(self, team_id: str) -> TeamLook:
        """Read the members, then ask to add nobody and to open a channel without a name: Graph
        judges the token before the request.
        """
        try:
            await team_members(self._graph, team_id=team_id)
            standing = [each async for each in self._private(team_id)]
        except NotThere:
            return TeamLook(exists=False)
        except NotAllowed:
            return TeamLook(takes_members=False)
        nobody = add_nobody_to_team(self._graph, team_id=team_id)
        nameless = create_channel(self._graph, team_id=team_id, name="", description="", members=[])
        return TeamLook(
            takes_members=await _is_allowed(nobody),
            takes_channels=await _is_allowed(nameless),
            channels=len(standing),
        )

    async def add_members(self, team_id: str, people: Sequence[str]) -> Mapping[str, str]:
        """Add people to a team, 200 per call; return those who could not be added, each with
        Graph's error code.
        """
        refused: dict[str, str] = {}
        for start in range(0, len(people), PEOPLE_A_CALL):
            answer = await add_to_team(
                self._graph, team_id=team_id, people=people[start : start + PEOPLE_A_CALL]
            )
            refused |= {
                _user(r): str(r["error"]["code"]) for r in answer.json["value"] if r.get("error")
            }
        return refused

    async def open_channel(
        self, team_id: str, name: str, description: str, members: Sequence[str]
    ) -> Channel:
        """Open a private channel owned by ``members``, or adopt the one of this name that they own
        already.

        Raises:
            Unavailable: the members are not visible in the team yet, or those of a channel of this
                name are not listed yet; the next attempt may succeed.
            Full: the team has as many channels as a team can have.
            Rejected: the name is taken by a channel of others.
        """
        try:
            made = (
                await create_channel(
                    self._graph,
                    team_id=team_id,
                    name=name,
                    description=description,
                    members=members,
                )
            ).json
        except Rejected as refused:
            if "Channel name already existed" not in refused.code:
                raise _not_yet(refused) from refused
            made = await self._adopt(team_id, name, members)
        except NotAllowed as refused:
            raise _not_yet(refused) from refused
        return _channel(made)

    async def _adopt(self, team_id: str, name: str, members: Sequence[str]) -> Row:
        async for found, people in self._named(team_id, name):
            if people == set(members):
                self._graph.overlooked.found(("adopted", team_id, name))
                return found
            if people < set(members):
                raise NotYet(f"the members of the channel {name} are not all listed yet")
        if not self._graph.overlooked.is_believed(("adopted", team_id, name)):
            raise NotYet(f"the channel {name} stands, but is not listed yet")
        raise Rejected(
            f"the name {name} is taken by a channel of others, or by one deleted less than 30 days "
            "ago"
        )

    async def _named(self, team_id: str, name: str) -> AsyncIterator[tuple[Row, set[str]]]:
        """The team's private channels of this name, each with the ids of its members."""
        async for found in self._private(team_id):
            if found["displayName"] == name:
                inside = await self._inside(team_id, found["id"])
                yield found, {_user(entry) for entry in inside}

    async def find_channel(self, team_id: str, name: str, members: Sequence[str]) -> Channel | None:
        """The private channel of this name in which nobody is but ``members``, or those of them who
        are left; None also where the team is gone.
        """
        with contextlib.suppress(Gone):
            async for found, people in self._named(team_id, name):
                if people and people <= set(members):
                    return _channel(found)
        return None

    async def let_into_channel(self, team_id: str, channel_id: str, person_id: str) -> None:
        """Let a member of the team into one of its private channels.

        Raises:
            Unavailable: they are not visible in the team yet; the next attempt may succeed.
        """
        there = {"team_id": team_id, "channel_id": channel_id}
        try:
            await add_to_channel(self._graph, **there, person_id=person_id)
        except (NotAllowed, Rejected) as refused:
            raise _not_yet(refused) from refused

    async def let_out_of_channel(self, team_id: str, channel_id: str, person_id: str) -> bool:
        """Take somebody out of a private channel; False if nobody else is in it, because Teams
        keeps the last owner of a channel there.
        """
        own, is_alone = await self._seats(team_id, channel_id, person_id)
        if is_alone:
            return False
        there = {"team_id": team_id, "channel_id": channel_id}
        for membership in own:
            try:
                await remove_from_channel(self._graph, **there, membership=membership)
            except Gone:
                continue
            except Rejected:  # The others may have gone meanwhile.
                if (await self._seats(team_id, channel_id, person_id))[1]:
                    return False
                raise
        return True

    async def _seats(self, team_id: str, channel_id: str, person_id: str) -> tuple[list[str], bool]:
        """The person's memberships in a channel, and whether nobody else is in it."""
        try:
            inside = await self._inside(team_id, channel_id)
        except NotThere:
            return [], False
        own = [str(entry["id"]) for entry in inside if _user(entry) == person_id]
        return own, bool(own) and len(inside) == len(own)

    async def _inside(self, team_id: str, channel_id: str) -> list[Row]:
        there = {"team_id": team_id, "channel_id": channel_id}
        found = rows(lambda page: channel_members(self._graph, **there, page=page))
        return [each async for each in found]

    async def archive_channel(self, team_id: str, channel_id: str) -> None:
        """Archive a channel; one that is archived or gone stays so."""
        try:
            await archive(self._graph, team_id=team_id, channel_id=channel_id)
        except Gone:
            return
        except Rejected as refused:
            if "archived" not in refused.code.casefold():
                raise

    async def may_open_team(self) -> bool:
        """Ask to open a team without a name, owned by nobody; a policy is asked for only with a
        name.
        """
        nameless = create_team(self._graph, name="", description="", owner=NOBODY)
        return await _is_allowed(nameless)

    async def open_team(self, name: str, description: str, owners: Sequence[str]) -> str:
        """Open a team and wait until it is ready, or adopt the one of this name and description;
        return its id.

        Raises:
            Unavailable: it is still being opened, by an earlier attempt maybe, or stands without
                all its owners.
            Throttled: it may have been opened all the same.
            NotAllowed, NotThere, Rejected: it was not opened.
        """
        if standing := await self.adopt_team(name, description, owners):
            return standing
        answer = await create_team(self._graph, name=name, description=description, owner=owners[0])
        team_id, operation_id = _location(
            {key.lower(): value for key, value in answer.headers.items()}["location"]
        )
        await self._stands(team_id, operation_id)
        try:
            await self.add_members(team_id, owners[1:])
        except OutsideError as refused:
            raise NotYet(f"the team {team_id} stands, not all its owners are in it") from refused
        return team_id

    async def adopt_team(self, name: str, description: str, owners: Sequence[str]) -> str:
        """The team of this name and description, with its owners; empty if none is listed. A group
        that has long been no team is what a failed attempt has left.
        """
        named = (await groups_named(self._graph, name=name)).json["value"]
        groups = [group for group in named if group.get("description") == description]
        for group in sorted(groups, key=lambda each: str(each["id"])):  # always the same one
            team_id = str(group["id"])
            try:
                inside = await self.members(team_id)
            except NotThere as missing:
                if is_young(str(group.get("createdDateTime") or "")):
                    raise Unavailable(f"the team {team_id} is still being opened") from missing
                continue
            if left := [each for each in owners if each not in inside]:
                await self.add_members(team_id, left)
            return team_id
        return ""

    async def _stands(self, team_id: str, operation_id: str) -> None:
        for _ in range(POLLS):
            status = await self._status(team_id, operation_id)
            if status == "succeeded":
                return
            if status == "failed":
                raise Rejected(f"Teams could not open the team {team_id}")
            await asyncio.sleep(1)
        raise Unavailable(f"the team {team_id} is still being opened")

    async def _status(self, team_id: str, operation_id: str) -> str:
        """How far the opening has come; empty while that cannot be read, which says nothing of the
        team.
        """
        try:
            answer = await team_operation(self._graph, team_id=team_id, operation_id=operation_id)
        except OutsideError:
            return ""
        return str(answer.json["status"])


def _user(membership: Row) -> str:
    """The directory id of the member; empty for one who is no user."""
    return one_spelling(str(membership.get("userId") or ""))


def _is_owner(membership: Row) -> bool:
    return "owner" in (membership.get("roles") or ())


def _channel(row: Row) -> Channel:
    return Channel(str(row["id"]), str(row.get("webUrl") or ""))


async def _is_allowed(asked: Awaitable[object]) -> bool:
    """Whether a request that cannot be fulfilled is refused for itself, not for a permission."""
    try:
        await asked
    except NotAllowed:
        return False
    except (NotThere, Rejected):
        pass
    return True


def is_young(created: str) -> bool:
    """Whether a group that was created then (as Graph writes it) may still become a team."""
    if not created:
        return True
    return datetime.now(UTC) - datetime.fromisoformat(created) < OPENED_WITHIN


def _location(location: str) -> tuple[str, str]:
    """Team and operation from ``/teams('…')/operations('…')``."""
    team, running = location.split("'")[1::2][:2]
    return team, running


FULL = (
    "exceeded the max allowed channels",
    "resourcelimitexceeded",
    "maximum number of private channels",
)
"""What Teams says of a team without room for a channel, in a 403 (microsoft-graph-docs issues 7288
and 14003).
"""


def _not_yet(refused: Rejected | NotAllowed) -> Exception:
    """A member just added is visible to channels only after a while; Teams refuses such a channel
    until then. A full team is refused in the same way as a missing permission.
    """
    text = str(refused).casefold()
    if any(said in text for said in FULL):
        return Full(str(refused))
    waiting = (
        "not a member" in text or "not found in the team" in text or "getthreads2srequest" in text
    )
    return Unavailable(str(refused)) if waiting else refused
