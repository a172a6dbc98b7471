"""``past pairs`` with one pair per line: who was a tandem before the programme used Tandem; and
``undo past pairs`` with the same lines.
"""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from bot.typed.words import people_in
from mentoring.domain.cycle import CycleState
from mentoring.notices import Notice, Said
from mentoring.usecases.matching.past_pairs import enter, take_back


@command("past-pairs", who="owners", during=[CycleState.PREPARING])
async def past_pairs(desk: Desk, turn: Turn, rest: str) -> Notice:
    """Enter past pairs."""
    return Said.of("past-pairs", pairs=await enter(desk.world, turn.person_id, people_in(rest)))


@command("undo-past-pairs", who="owners")
async def undo_past_pairs(desk: Desk, turn: Turn, rest: str) -> Notice:
    """Take past pairs back."""
    taken = await take_back(desk.world, turn.person_id, people_in(rest))
    return Said.of("past-pairs-undone", pairs=taken)
