"""The owners' button under a launch's preview."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.launch.launch import ConfirmLaunch, DiscardLaunch
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.launch import confirming


@handles(ConfirmLaunch, owners_only=True, decides="everywhere")
async def confirm(desk: Desk, turn: Turn, action: ConfirmLaunch) -> Unit[object]:
    """Start the launch."""
    return unit(confirming.confirm, action.launch, seen=action.seen, ending=action.ending)


@handles(DiscardLaunch, owners_only=True, decides="everywhere")
async def discard(desk: Desk, turn: Turn, action: DiscardLaunch) -> Unit[object]:
    """Let go of the preview."""
    return unit(confirming.discard, action.launch)
