"""The lines of what has come together."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.tandem.what_waited import OpenWaiting
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.tandem.what_waited import open_waiting


@handles(OpenWaiting)
async def open_one(desk: Desk, turn: Turn, action: OpenWaiting) -> Unit[object]:
    """Put it below, or all of them."""
    wanted = (action.card, action.about) if action.card else None
    return unit(open_waiting, turn.person_id, turn.chat, wanted)
