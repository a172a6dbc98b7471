"""``match`` and ``approve``."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk, readers_here
from bot.turn import Turn
from mentoring.domain.cycle import CycleState
from mentoring.notices import Notice, Said
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.matching import runs as matching


@command("match", who="owners", during=[CycleState.ENROLLING, CycleState.MATCHING], at_once=True)
async def match(desk: Desk, turn: Turn, rest: str) -> None:
    """Compute proposals; they appear in a card."""
    await desk.world.run(matching.start, turn.person_id, turn.chat)


@command("approve", who="owners", during=[CycleState.MATCHING], at_once=True)
async def approve(desk: Desk, turn: Turn, rest: str) -> Notice:
    """Approve all proposals of the latest run."""

    def approved(uow: UnitOfWork, moment: Moment) -> int:
        readers = readers_here(moment, turn)
        return matching.approve(uow, moment, turn.person_id, readers=readers)

    return Said.of("approved", tandems=await desk.world.run(approved))
