"""The owners' buttons under what the daily watch has found."""

from __future__ import annotations

from bot.desk import Desk, as_owner
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.launch.findings import DecideAnew, HandOverFirst, LeaveFinding
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.launch import findings


@handles(HandOverFirst, owners_only=True)
async def hand_over_first(desk: Desk, turn: Turn, action: HandOverFirst) -> Unit[object]:
    """Show whose sessions would be booked again in the other one's calendar."""
    return as_owner(turn, findings.hand_over_first, action.finding, turn.chat)


@handles(LeaveFinding, owners_only=True, decides="everywhere")
async def leave(desk: Desk, turn: Turn, action: LeaveFinding) -> Unit[object]:
    """Leave the tandem as it is."""
    return unit(findings.leave, turn.person_id, action.finding)


@handles(DecideAnew, owners_only=True, decides="everywhere")
async def decide_anew(desk: Desk, turn: Turn, action: DecideAnew) -> Unit[object]:
    """Take back that it was left as it is."""
    return unit(findings.decide_anew, turn.person_id, action.finding)
