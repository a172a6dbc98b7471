"""``past pairs`` with one pair per line: who was a tandem before the programme used Tandem."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.domain.cycle import CycleState
from mentoring.notices import Notice, Said
from mentoring.usecases.matching.past_pairs import enter


@command("past-pairs", who="owners", during=[CycleState.PREPARING])
async def past_pairs(desk: Desk, turn: Turn, rest: str) -> Notice:
    """Enter past pairs."""
    return Said.of("past-pairs", pairs=await enter(desk.world, turn.person_id, rest))
