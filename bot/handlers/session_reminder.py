"""The buttons under a reminder of a session."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.session_reminder import TenMinutesLate
from mentoring.usecases import session_reminder


@handles(TenMinutesLate)
async def ten_minutes_late(desk: Desk, turn: Turn, action: TenMinutesLate) -> None:
    """Tell the other one."""
    await session_reminder.ten_minutes_late(desk.world, action.session, turn.person_id)
