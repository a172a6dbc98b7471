"""``try``: the programme, played to oneself."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.programmes.examples import examples_are_drawn
from bot.turn import Turn
from mentoring.domain.cycle import CycleState
from mentoring.domain.errors import Refusal
from mentoring.usecases.trial import playing


@command("try", who="owners", during=[CycleState.PREPARING])
async def try_out(desk: Desk, turn: Turn, rest: str) -> None:
    """Show what can be tried, in the owner's own chat alone: elsewhere its cards would puzzle
    whoever reads along.
    """
    if turn.scope == "channel":
        raise Refusal("trial-own-chat")
    await examples_are_drawn()
    await desk.world.run(playing.show, turn.person_id, turn.chat)
