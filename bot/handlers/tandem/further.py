"""The buttons of the question whether the two would like more sessions."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.tandem.further import SayFurther
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.tandem import further


@handles(SayFurther)
async def say(desk: Desk, turn: Turn, action: SayFurther) -> Unit[object]:
    """Whether one would."""
    return unit(further.say, action.tandem, turn.person_id, action.going_on)
