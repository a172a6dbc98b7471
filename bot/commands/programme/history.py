"""``history``: what owners have done, and when."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.usecases.programme import history as use_case


@command("history", who="owners")
async def history(desk: Desk, turn: Turn, rest: str) -> None:
    """Show who has done what, the newest first."""
    await desk.world.run(use_case.show, turn.person_id, turn.chat)
