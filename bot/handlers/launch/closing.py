"""The owners' button under the preview of a closing."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.launch.closing import ConfirmClosing
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.launch import closing


@handles(ConfirmClosing, owners_only=True)
async def confirm(desk: Desk, turn: Turn, action: ConfirmClosing) -> Unit[object]:
    """End all running tandems."""
    return unit(closing.confirm, action.closing)
