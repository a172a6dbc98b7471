"""``new cycle``: the next one, in which everybody is asked anew."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.domain.cycle import CycleState
from mentoring.usecases.enrolment import next_cycle


@command("new-cycle", who="owners", during=[CycleState.CLOSED])
async def new_cycle(desk: Desk, turn: Turn, rest: str) -> None:
    """Show who would be asked anew."""
    await desk.world.run(next_cycle.prepare, turn.person_id, turn.chat)
