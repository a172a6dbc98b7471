"""What a replica has heard that is gone is obeyed by this one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.connector import Connector
from bot.router import Router
from bot.turn import Turn


@dataclass
class Listening:
    """Obeys what was put down, and answers where it was written; ``router`` is given as soon as
    there is one.
    """

    connector: Connector
    router: Router | None = None

    async def obey(self, said: str) -> None:
        """Obey it."""
        turn = Turn.again(said)

        async def reply(message: Mapping[str, Any]) -> str:
            return await self.connector.say(turn.chat, message)

        if self.router is None:
            raise RuntimeError("nothing is heard before there is a router: build it first")
        await self.router.obey_after_all(turn, reply)
