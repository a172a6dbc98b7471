"""``certificate``: one's own, once one's tandem has ended."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.notices import Notice
from mentoring.usecases.tandem.certificate_by_word import show_each


@command("certificate", who="everybody", alone="my-tandem-own-chat")
async def certificate(desk: Desk, turn: Turn, rest: str) -> Notice | None:
    """Show it in the 1:1 chat alone."""
    return await desk.world.run(show_each, turn.person_id, turn.chat)
