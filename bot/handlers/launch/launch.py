"""The owners' button under a launch's preview."""

from __future__ import annotations

from bot.desk import Desk, for_readers
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.launch.launch import ConfirmLaunch, DiscardLaunch
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.launch import confirming


@handles(ConfirmLaunch, owners_only=True, decides="everywhere")
async def confirm(desk: Desk, turn: Turn, action: ConfirmLaunch) -> Unit[object]:
    """Start the launch."""
    seen, ending = action.seen, action.ending
    return for_readers(turn, confirming.confirm, action.launch, seen=seen, ending=ending)


@handles(DiscardLaunch, owners_only=True, decides="everywhere")
async def discard(desk: Desk, turn: Turn, action: DiscardLaunch) -> Unit[object]:
    """Let go of the preview."""
    return unit(confirming.discard, action.launch)
