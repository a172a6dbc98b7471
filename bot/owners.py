"""Who the programme owners are: the members of the owners' team, asked for when they act, never polled."""

from __future__ import annotations

import time

from bot.turn import Turn
from mentoring.domain.errors import Refusal
from mentoring.ports import Channels

KEPT_SECONDS = 600.0


class Owners:
    """The members of the owners' team, kept for ten minutes or until Teams reports a change."""

    def __init__(self, channels: Channels, team_id: str) -> None:
        self._channels = channels
        self._team_id = team_id
        self._ids: frozenset[str] = frozenset()
        self._read_at = float("-inf")

    async def includes(self, person_id: str) -> bool:
        """Whether this person is a programme owner."""
        if time.monotonic() - self._read_at > KEPT_SECONDS:
            self._ids = await self._channels.owners()
            self._read_at = time.monotonic()
        return person_id in self._ids

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
        if turn.scope == "channel" and turn.team != self._team_id:
            raise Refusal("wrong-team")
