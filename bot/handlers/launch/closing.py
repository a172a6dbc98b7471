"""The owners' button under the preview of a closing."""

from __future__ import annotations

from bot.desk import Desk, for_readers
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.launch.closing import ClearClosingAgain, ConfirmClosing, DiscardClosing
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.launch import clearing_again, closing


@handles(ConfirmClosing, owners_only=True, decides="everywhere")
async def confirm(desk: Desk, turn: Turn, action: ConfirmClosing) -> Unit[object]:
    """End all running tandems."""
    return for_readers(turn, closing.confirm, action.closing, seen=action.seen)


@handles(DiscardClosing, owners_only=True, decides="everywhere")
async def discard(desk: Desk, turn: Turn, action: DiscardClosing) -> Unit[object]:
    """Let go of the preview."""
    return unit(closing.discard, action.closing)


@handles(ClearClosingAgain, owners_only=True, decides="everywhere")
async def again(desk: Desk, turn: Turn, action: ClearClosingAgain) -> Unit[object]:
    """Another attempt at what could not be cleared away."""
    return unit(clearing_again.all_again, action.closing)
