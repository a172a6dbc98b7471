"""The answer to an offer."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.matching.offers import AnswerOffer
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.matching import offers


@handles(AnswerOffer)
async def answer(desk: Desk, turn: Turn, action: AnswerOffer) -> Unit[object]:
    """*Yes, gladly* or *rather not*."""
    return unit(offers.answer, action.tandem, turn.person_id, yes=action.yes)
