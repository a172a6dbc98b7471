"""The buttons of the kick-off."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.launch.kickoff import ConfirmKickoff, TakeSeat
from mentoring.usecases.launch import kickoff


@handles(ConfirmKickoff, owners_only=True)
async def confirm(desk: Desk, turn: Turn, action: ConfirmKickoff) -> None:
    """Ask everybody."""
    await kickoff.confirm(desk.world, action.kickoff)


@handles(TakeSeat)
async def take_seat(desk: Desk, turn: Turn, action: TakeSeat) -> None:
    """This date suits, or none does."""
    await kickoff.take_seat(desk.world, action.kickoff, turn.person_id, action.number)
