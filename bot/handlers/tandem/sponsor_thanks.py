"""The buttons of the question whether the sponsor thanks all."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.tandem.sponsor_thanks import ThankAll, ThankNobody
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.tandem import sponsor_thanks


@handles(ThankAll)
async def thank(desk: Desk, turn: Turn, action: ThankAll) -> Unit[object]:
    """Let everybody read it."""
    line = str(action.inputs.get("line") or "")
    return unit(sponsor_thanks.thank, action.thanks, turn.person_id, line)


@handles(ThankNobody)
async def leave(desk: Desk, turn: Turn, action: ThankNobody) -> Unit[object]:
    """Not this time."""
    return unit(sponsor_thanks.leave, action.thanks, turn.person_id)
