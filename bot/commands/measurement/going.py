"""``how is it going``: what shows in groups."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.domain.cycle import CycleState
from mentoring.usecases.measurement import going as how_it_goes


@command("going", who="owners", during=[CycleState.RUNNING, CycleState.CLOSING, CycleState.CLOSED])
async def going(desk: Desk, turn: Turn, rest: str) -> None:
    """Shares and changes in groups, as they were last told."""
    await desk.world.run(how_it_goes.show, turn.person_id, turn.chat)
