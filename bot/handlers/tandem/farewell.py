"""The buttons of a mentee's line to their mentor."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.launch.closing import TakeBackFarewell, WriteFarewell
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.tandem import farewell


@handles(WriteFarewell)
async def write(desk: Desk, turn: Turn, action: WriteFarewell) -> Unit[object]:
    """Let the mentor read it."""
    line = str(action.inputs.get("line") or "")
    return unit(farewell.write, action.tandem, turn.person_id, line)


@handles(TakeBackFarewell)
async def take_back(desk: Desk, turn: Turn, action: TakeBackFarewell) -> Unit[object]:
    """Let nobody read it."""
    return unit(farewell.take_back, action.tandem, turn.person_id)
