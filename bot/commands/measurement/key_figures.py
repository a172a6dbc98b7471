"""``key figures``: the house's own figures beside what people say of themselves."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.domain.cycle import CycleState
from mentoring.usecases.measurement import key_figures as use_case


@command("key-figures", who="owners", during=[CycleState.CLOSED])
async def key_figures(desk: Desk, turn: Turn, rest: str) -> None:
    """Show them, to be named and filled in."""
    await desk.world.run(use_case.show, turn.person_id, turn.chat)
