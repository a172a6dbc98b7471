"""The owners' buttons by which a launch is taken back."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.launch.undoing import ClearAgain, ConfirmUndoing, DiscardUndoing, UndoLaunch
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.launch import undoing


@handles(UndoLaunch, owners_only=True)
async def show(desk: Desk, turn: Turn, action: UndoLaunch) -> Unit[object]:
    """Show what taking it back would do."""
    return unit(undoing.prepare, turn.person_id, action.launch, turn.chat)


@handles(ConfirmUndoing, owners_only=True, decides="everywhere")
async def confirm(desk: Desk, turn: Turn, action: ConfirmUndoing) -> Unit[object]:
    """Take it back."""
    return unit(undoing.confirm, turn.person_id, action.undoing, seen=action.seen)


@handles(DiscardUndoing, owners_only=True, decides="everywhere")
async def discard(desk: Desk, turn: Turn, action: DiscardUndoing) -> Unit[object]:
    """Let go of the preview."""
    return unit(undoing.discard, action.undoing)


@handles(ClearAgain, owners_only=True, decides="everywhere")
async def again(desk: Desk, turn: Turn, action: ClearAgain) -> Unit[object]:
    """Another attempt at what could not be cleared away."""
    return unit(undoing.again, action.undoing)
