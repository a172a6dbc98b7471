"""The buttons under a reminder of a session."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.sessions.reminders import SayMet, TenMinutesLate
from mentoring.usecases.polls import after_session as session_after
from mentoring.usecases.sessions import reminders as session_reminder


@handles(TenMinutesLate)
async def ten_minutes_late(desk: Desk, turn: Turn, action: TenMinutesLate) -> None:
    """Tell the other one."""
    await session_reminder.ten_minutes_late(desk.world, action.session, turn.person_id)


@handles(SayMet)
async def say_met(desk: Desk, turn: Turn, action: SayMet) -> None:
    """*We met*, or *we did not*."""
    await session_after.tell(desk.world, action.session, turn.person_id, "met" if action.met else "missed")
