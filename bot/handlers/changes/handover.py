"""The owners' buttons under the preview of a handover."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.changes.handover import ConfirmHandover, DiscardHandover
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.changes import handover


@handles(ConfirmHandover, owners_only=True, decides="everywhere")
async def confirm(desk: Desk, turn: Turn, action: ConfirmHandover) -> Unit[object]:
    """Move the sessions."""
    return unit(handover.confirm, turn.person_id, action.subject, action.posting)


@handles(DiscardHandover, owners_only=True, decides="here")
async def discard(desk: Desk, turn: Turn, action: DiscardHandover) -> Unit[object]:
    """Let go of the preview."""
    return unit(handover.discard, action.subject, action.posting)
