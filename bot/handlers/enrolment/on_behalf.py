"""What owners press where they enter something on somebody's behalf."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.enrolment.on_behalf import EnterFor, TakeEntryBack
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.enrolment import on_behalf


@handles(EnterFor, owners_only=True, decides="here")
async def enter(desk: Desk, turn: Turn, action: EnterFor) -> Unit[object]:
    """Keep what the owner has filled in for the person."""
    return unit(on_behalf.enter, turn.person_id, action.enrolment, action.posting, action.inputs)


@handles(TakeEntryBack, owners_only=True, decides="here")
async def take_back(desk: Desk, turn: Turn, action: TakeEntryBack) -> Unit[object]:
    """Take back what the person has not confirmed."""
    return unit(on_behalf.take_back, turn.person_id, action.enrolment, action.posting)
