"""The owners' button under the preview of a closing."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.launch.closing import ConfirmClosing
from mentoring.usecases.launch import closing


@handles(ConfirmClosing, owners_only=True)
async def confirm(desk: Desk, turn: Turn, action: ConfirmClosing) -> None:
    """End all running tandems."""
    await closing.confirm(desk.world, action.closing)
