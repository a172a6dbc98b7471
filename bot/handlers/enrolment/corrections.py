"""The owners' buttons under what they put right about one person."""

from __future__ import annotations

from bot.desk import Desk, readers_here
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.enrolment.corrections import ConfirmCorrection, DiscardCorrection
from mentoring.ports.moment import Moment, Unit, unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.enrolment import correcting


@handles(ConfirmCorrection, owners_only=True)
async def confirm(desk: Desk, turn: Turn, action: ConfirmCorrection) -> Unit[object]:
    """Do what the card shows."""

    def confirmed(uow: UnitOfWork, moment: Moment) -> None:
        readers, who = readers_here(moment, turn), turn.person_id
        correcting.confirm(uow, moment, who, action.enrolment, action.posting, readers=readers)

    return confirmed


@handles(DiscardCorrection, owners_only=True)
async def discard(desk: Desk, turn: Turn, action: DiscardCorrection) -> Unit[object]:
    """Let go of it."""
    return unit(correcting.discard, action.enrolment, action.posting)
