"""The owners' button under a launch's preview."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.launch.launch import ConfirmLaunch
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.launch import launch


@handles(ConfirmLaunch, owners_only=True)
async def confirm(desk: Desk, turn: Turn, action: ConfirmLaunch) -> Unit[object]:
    """Start the launch."""
    return unit(launch.confirm, action.launch)
