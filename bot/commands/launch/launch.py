"""``launch`` with the first day on which a session may take place."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk, as_owner
from bot.turn import Turn
from bot.typed.dates import day_in
from mentoring.domain.cycle import CycleState
from mentoring.domain.errors import Refusal
from mentoring.usecases.launch import confirming


@command("launch", who="owners", during=[CycleState.MATCHING, CycleState.RUNNING])
async def launch(desk: Desk, turn: Turn, rest: str) -> None:
    """Show what a launch would do."""
    start = day_in(rest, await desk.today(turn))
    if start is None:
        await desk.world.run(as_owner(turn, confirming.require_ready))
        words = await desk.words(turn)
        raise Refusal("date-missing", example=words.text("example-launch"))
    await desk.world.run(as_owner(turn, confirming.prepare, start, turn.chat))
