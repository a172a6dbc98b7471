"""The buttons under a reminder of a session."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.sessions.reminders import SayMet, TenMinutesLate
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.polls import after_session as session_after
from mentoring.usecases.sessions import late


@handles(TenMinutesLate)
async def ten_minutes_late(desk: Desk, turn: Turn, action: TenMinutesLate) -> Unit[object]:
    """Tell the other one."""
    return unit(late.ten_minutes_late, action.session, turn.person_id)


@handles(SayMet)
async def say_met(desk: Desk, turn: Turn, action: SayMet) -> Unit[object]:
    """*We met*, or *we did not*."""
    return unit(
        session_after.tell, action.session, turn.person_id, "met" if action.met else "missed"
    )
