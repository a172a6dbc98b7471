"""The buttons of the short lessons."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.tandem.lessons import TurnLesson
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.tandem import lessons


@handles(TurnLesson)
async def turn_to(desk: Desk, turn: Turn, action: TurnLesson) -> Unit[object]:
    """Another lesson."""
    return unit(lessons.turn, action.enrolment, turn.person_id, action.posting, action.page)
