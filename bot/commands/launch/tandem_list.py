"""``tandems``: which tandems there are, and where each stands."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.domain.cycle import CycleState
from mentoring.usecases.launch import tandem_list


@command("tandems", who="owners", during=[CycleState.RUNNING])
async def tandems(desk: Desk, turn: Turn, rest: str) -> None:
    """Show the tandems by number and names."""
    await desk.world.run(tandem_list.show, turn.person_id, turn.chat)
