"""``my tandem``: one's tandem once more, with all that can be done there."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.usecases.sessions.my_tandem import show_again


@command("my-tandem", who="everybody", alone="my-tandem-own-chat")
async def my_tandem(desk: Desk, turn: Turn, rest: str) -> None:
    """Show it in the 1:1 chat alone.

    Who would like another partner may say that, too, and gets the same: what they have written is
    kept nowhere, and the card stands there for many reasons.
    """
    await desk.world.run(show_again, turn.person_id, turn.chat)
