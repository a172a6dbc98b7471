"""Teams, their members, and private channels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Channel:
    """A private channel."""

    id: str
    url: str


@dataclass(frozen=True)
class TeamLook:
    """Whether a team is there, takes members and channels of the app, and how many private channels
    it has.
    """

    exists: bool = True
    takes_members: bool = True
    takes_channels: bool = True
    channels: int = 0


class Channels(Protocol):
    """Teams, their members, and private channels."""

    async def open_team(self, name: str, description: str, owners: Sequence[str]) -> str:
        """Open a participants' team and wait until it stands, or adopt the one of this name *and*
        description; return its id.
        """
        ...

    async def adopt_team(self, name: str, description: str, owners: Sequence[str]) -> str:
        """The id of the team of this name *and* description, which all of these own; empty if none
        is listed, as one that was only just opened may not be.

        Raises:
            Unavailable: it is still being opened.
        """
        ...

    async def may_open_team(self) -> bool:
        """Whether the app has the permission to open teams; nothing is changed. A policy may forbid
        it all the same.
        """
        ...

    async def members(self, team_id: str, *, owners: bool = True) -> frozenset[str]:
        """The ids of a team's members; without its ``owners``, of those who can be taken out."""
        ...

    async def look(self, team_id: str) -> TeamLook:
        """What the app could do with the team; nothing is changed."""
        ...

    async def add_members(self, team_id: str, people: Sequence[str]) -> Mapping[str, str]:
        """Add people to a team in bulk; return those it refused, by id, with the code."""
        ...

    async def remove_members(self, team_id: str, people: Sequence[str]) -> None:
        """Take people out of a team; its owners stay, and who has gone already has gone."""
        ...

    async def archive_channel(self, team_id: str, channel_id: str) -> None:
        """Make a channel read-only; one that is archived or gone already stays so."""
        ...

    async def let_into_channel(self, team_id: str, channel_id: str, person_id: str) -> None:
        """Let a member of the team into one of its private channels, which they own like everybody
        in it; who is there stays there.
        """
        ...

    async def let_out_of_channel(self, team_id: str, channel_id: str, person_id: str) -> bool:
        """Take somebody out of a private channel; who is not there, or a channel that is gone, is
        as good. False if nobody else is in it: the last one cannot be taken out.
        """
        ...

    async def open_channel(
        self, team_id: str, name: str, description: str, members: Sequence[str]
    ) -> Channel:
        """Open a private channel owned by ``members``, or adopt the one of this name that they own
        already.
        """
        ...

    async def find_channel(self, team_id: str, name: str, members: Sequence[str]) -> Channel | None:
        """The private channel of this name in which nobody is but ``members``, or those of them who
        are left; None if there is none.
        """
        ...
