"""The buttons of the question whether a tandem fits."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.tandem.fit import SayFit
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.tandem import fit


@handles(SayFit)
async def say(desk: Desk, turn: Turn, action: SayFit) -> Unit[object]:
    """How it fits."""
    return unit(fit.say, action.tandem, turn.person_id, action.feeling or None)
