"""``undo launch``: what the last launch has set up is taken back."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.usecases.launch import undoing


@command("undo-launch", who="owners")
async def undo_launch(desk: Desk, turn: Turn, rest: str) -> None:
    """Show what taking the last launch back would do."""
    await desk.world.run(undoing.prepare, turn.person_id, "", turn.chat)
