"""The owners' buttons under the preview of a reminder."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.enrolment.reminding import ConfirmReminder, DiscardReminder
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.enrolment import reminders


@handles(ConfirmReminder, owners_only=True, decides="here")
async def confirm(desk: Desk, turn: Turn, action: ConfirmReminder) -> Unit[object]:
    """Remind those who have not finished."""
    return unit(reminders.confirm, action.posting)


@handles(DiscardReminder, owners_only=True, decides="here")
async def discard(desk: Desk, turn: Turn, action: DiscardReminder) -> Unit[object]:
    """Let go of it."""
    return unit(reminders.discard, action.posting)
