"""The answers on the card of a tandem that has ended."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.launch.ending import AnotherTandem
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.launch import another_partner


@handles(AnotherTandem)
async def another(desk: Desk, turn: Turn, action: AnotherTandem) -> Unit[object]:
    """Whether somebody would like another tandem."""
    person, card = turn.person_id, action.posting
    return unit(another_partner.answer, action.tandem, person, card, yes=action.yes)
