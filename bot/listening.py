"""What nobody waits for any more is said in the chat in which it was asked for: what a replica has
heard that is gone is obeyed by this one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.connector import Connector
from bot.router import Router
from bot.speakers import Reply
from bot.turn import Inbound, Turn


@dataclass
class Listening:
    """Obeys what was put down, and answers where it was written; ``router`` is given as soon as
    there is one.
    """

    connector: Connector
    router: Router | None = None

    async def obey(self, said: str) -> None:
        """Obey it; a fault of ours is told, because it is not tried again."""
        turn = Turn.again(said)
        reply = self._reply(turn)
        try:
            await self._built.obey_after_all(turn, reply)
        except Exception:
            await self._built.apologize(turn, reply)
            raise

    async def apologize(self, inbound: Inbound) -> None:
        """Say in the chat that a fault of ours has met what was sent or pressed there, which was
        answered before that was known.
        """
        turn = Turn(inbound)
        await self._built.apologize(turn, self._reply(turn))

    @property
    def _built(self) -> Router:
        if self.router is None:
            raise RuntimeError("nothing is heard before there is a router: build it first")
        return self.router

    def _reply(self, turn: Turn) -> Reply:
        async def reply(message: Mapping[str, Any]) -> str:
            return await self.connector.say(turn.chat, message)

        return reply
