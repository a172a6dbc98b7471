"""The owners' buttons under what they put right about one person."""

from __future__ import annotations

from bot.desk import Desk, as_owner
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.enrolment.corrections import ConfirmCorrection, DiscardCorrection
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.enrolment import correcting


@handles(ConfirmCorrection, owners_only=True, decides="here")
async def confirm(desk: Desk, turn: Turn, action: ConfirmCorrection) -> Unit[object]:
    """Do what the card shows."""
    begun = action.begun
    return as_owner(turn, correcting.confirm, action.enrolment, action.posting, begun=begun)


@handles(DiscardCorrection, owners_only=True, decides="here")
async def discard(desk: Desk, turn: Turn, action: DiscardCorrection) -> Unit[object]:
    """Let go of it."""
    return unit(correcting.discard, action.enrolment, action.posting)
