"""The buttons of the kick-off."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.launch.kickoff import CancelKickoff, ConfirmKickoff, DiscardKickoff, TakeSeat
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.launch import kickoff


@handles(ConfirmKickoff, owners_only=True)
async def confirm(desk: Desk, turn: Turn, action: ConfirmKickoff) -> Unit[object]:
    """Ask everybody."""
    return unit(kickoff.confirm, action.kickoff)


@handles(TakeSeat)
async def take_seat(desk: Desk, turn: Turn, action: TakeSeat) -> Unit[object]:
    """This date suits, or none does."""
    return unit(kickoff.take_seat, action.kickoff, turn.person_id, action.number)


@handles(DiscardKickoff, owners_only=True)
async def discard(desk: Desk, turn: Turn, action: DiscardKickoff) -> Unit[object]:
    """Let go of the preview."""
    return unit(kickoff.discard, action.kickoff)


@handles(CancelKickoff, owners_only=True)
async def cancel(desk: Desk, turn: Turn, action: CancelKickoff) -> Unit[object]:
    """Call it off."""
    return unit(kickoff.cancel, action.kickoff)
