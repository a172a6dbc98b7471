"""``close``: the end of a cycle."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.domain.cycle import CycleState
from mentoring.usecases.launch import closing


@command("close", who="owners", during=[CycleState.RUNNING])
async def close(desk: Desk, turn: Turn, rest: str) -> None:
    """Show what closing would do."""
    await desk.world.run(closing.prepare, turn.person_id, turn.chat)
