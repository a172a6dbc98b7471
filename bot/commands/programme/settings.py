"""``settings``: everything that owners may set."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.domain.cycle import CycleState
from mentoring.usecases.programme import settings as use_case


@command("settings", who="owners", during=[CycleState.PREPARING])
async def settings(desk: Desk, turn: Turn, rest: str) -> None:
    """Show the programme's settings, to be changed part by part."""
    await desk.world.run(use_case.show, turn.person_id, turn.chat)
