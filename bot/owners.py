"""Who the programme owners are: the members of the owners' team, asked for when they act, never polled."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from bot.turn import Turn
from mentoring.domain.errors import NotAllowed, NotThere, Refusal
from mentoring.ports.teams import Channels

KEPT_SECONDS = 600.0
GroupOf = Callable[[str, str], Awaitable[str]]


class Owners:
    """The members of the owners' team, kept for ten minutes or until Teams reports a change.

    ``group_of`` asks the Connector (service URL, team's conversation id) for a team's directory id.
    """

    def __init__(self, channels: Channels, team_id: str, group_of: GroupOf) -> None:
        self._channels = channels
        self._team_id = team_id
        self._group_of = group_of
        self._groups: dict[tuple[str, str], str] = {}
        self._ids: frozenset[str] = frozenset()
        self._read_at = float("-inf")
        self._asking = asyncio.Lock()

    async def includes(self, person_id: str) -> bool:
        """Whether this person is a programme owner."""
        if self._is_old:
            async with self._asking:
                if self._is_old:  # nobody else has just asked
                    self._ids = await self._channels.owners()
                    self._read_at = time.monotonic()
        return person_id in self._ids

    @property
    def _is_old(self) -> bool:
        return time.monotonic() - self._read_at > KEPT_SECONDS

    def changed(self) -> None:
        """Somebody joined or left a team: ask anew next time."""
        self._read_at = float("-inf")

    async def require(self, turn: Turn) -> None:
        """Let owners through, in their own team's channel or in the 1:1 chat.

        Raises:
            Refusal: ``owners-only``, or ``wrong-team`` where others read along.
        """
        if not await self.includes(turn.person_id):
            raise Refusal("owners-only")
        if turn.scope == "channel" and await self._team(turn) != self._team_id:
            raise Refusal("wrong-team")

    async def _team(self, turn: Turn) -> str:
        """The directory id of the turn's team, asked for where the activity has only the conversation's; empty if unknown."""
        team = (turn.chat.service_url, turn.team_conversation)
        if turn.team or not turn.team_conversation:
            return turn.team
        if team not in self._groups:
            try:
                self._groups[team] = await self._group_of(*team)
            except (NotThere, NotAllowed):
                return ""
        return self._groups[team]
