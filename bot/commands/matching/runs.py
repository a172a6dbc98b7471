"""``match`` and ``approve``."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.domain.cycle import CycleState
from mentoring.ports.moment import unit
from mentoring.usecases.matching import runs as matching
from mentoring.usecases.programme.acts import by_command

TOGETHER = [CycleState.ENROLLING, CycleState.MATCHING, CycleState.RUNNING]
"""When people are brought together; those who come late are while the others' tandems run."""


@command("match", who="owners", during=TOGETHER, at_once=True)
async def match(desk: Desk, turn: Turn, rest: str) -> None:
    """Compute proposals; they appear in a card."""
    started = unit(matching.start, turn.person_id, turn.chat)
    await desk.world.run(by_command(turn.person_id, "match", started))


@command("approve", who="owners", during=TOGETHER[1:], at_once=True)
async def approve(desk: Desk, turn: Turn, rest: str) -> None:
    """Show the latest proposals once more; their button asks twice, because offers go out."""
    await desk.world.run(matching.show, turn.person_id, turn.chat)
