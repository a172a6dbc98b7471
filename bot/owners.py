"""Who the programme owners are: the members of the owners' teams, asked for when they act, never
polled.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence

from bot.turn import Turn
from mentoring.domain.errors import NotAllowed, NotThere, Refusal
from mentoring.ports.teams import Channels

KEPT_SECONDS = 600.0
GroupOf = Callable[[str, str], Awaitable[str]]
Keep = Callable[[str, frozenset[str]], Awaitable[None]]


class Owners:
    """The members of the owners' teams, kept for ten minutes or until Teams reports a change.

    Each of ``teams`` (ids of the directory) runs a programme of its own. ``group_of`` asks the
    Connector (service URL, team's conversation id) for a team's directory id. ``keep`` is told the
    members of a team whenever they have been asked for.
    """

    def __init__(
        self,
        channels: Channels,
        teams: Sequence[str],
        group_of: GroupOf,
        keep: Keep | None = None,
    ) -> None:
        self._channels = channels
        self._keep = keep
        self._teams = tuple(teams)
        self._group_of = group_of
        self._groups: dict[tuple[str, str], str] = {}
        self._members: dict[str, tuple[float, frozenset[str]]] = {}
        self._asking = asyncio.Lock()

    async def teams_of(self, person_id: str) -> tuple[str, ...]:
        """The teams in which this person is a programme owner."""
        return tuple([team for team in self._teams if await self._is_in(person_id, team)])

    async def _is_in(self, person_id: str, team: str) -> bool:
        if self._is_old(team):
            async with self._asking:
                if self._is_old(team):  # nobody else has just asked
                    members = await self._channels.members(team)
                    if self._keep:
                        await self._keep(team, members)
                    self._members[team] = time.monotonic(), members
        return person_id in self._members[team][1]

    def _is_old(self, team: str) -> bool:
        read_at = self._members[team][0] if team in self._members else float("-inf")
        return time.monotonic() - read_at > KEPT_SECONDS

    def changed(self) -> None:
        """Somebody joined or left a team: ask Teams again next time."""
        self._members.clear()

    async def require(self, turn: Turn, team: str = "") -> str:
        """Let owners through, in their own team's channel or in the 1:1 chat; the team they speak
        for.

        ``team`` is the one whose card is pressed; without it the turn says which programme is
        meant.

        Raises:
            Refusal: ``owners-only``; ``wrong-team`` in any other team's channel;
                ``which-programme`` for a 1:1 message of somebody who is an owner of several.
        """
        own = await self.teams_of(turn.person_id)
        if not own or (team and team not in own):
            raise Refusal("owners-only")
        if turn.scope == "channel":
            return await self._here(turn, team, own)
        if not team and len(own) > 1:
            raise Refusal("which-programme")
        return team or own[0]

    async def _here(self, turn: Turn, team: str, own: tuple[str, ...]) -> str:
        here = await self.team_in(turn)
        if here not in self._teams or here != (team or here):
            raise Refusal("wrong-team")
        if here not in own:
            raise Refusal("owners-only")
        return here

    async def team_in(self, turn: Turn) -> str:
        """The directory id of the turn's team; empty if unknown.

        The Connector is asked where the activity has only the conversation's.
        """
        team = (turn.chat.service_url, turn.team_conversation)
        if turn.team or not turn.team_conversation:
            return turn.team
        if team not in self._groups:
            try:
                self._groups[team] = await self._group_of(*team)
            except (NotThere, NotAllowed):
                return ""
        return self._groups[team]
