"""The owners' buttons under what the daily watch has found."""

from __future__ import annotations

from bot.desk import Desk, readers_here
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.launch.findings import HandOverFirst, LeaveFinding
from mentoring.ports.moment import Moment, Unit, unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.launch import findings


@handles(HandOverFirst, owners_only=True)
async def hand_over_first(desk: Desk, turn: Turn, action: HandOverFirst) -> Unit[object]:
    """Show whose sessions would be booked again in the other one's calendar."""

    def shown(uow: UnitOfWork, moment: Moment) -> None:
        readers = readers_here(moment, turn)
        owner, chat = turn.person_id, turn.chat
        findings.hand_over_first(uow, moment, owner, action.finding, chat, readers)

    return shown


@handles(LeaveFinding, owners_only=True)
async def leave(desk: Desk, turn: Turn, action: LeaveFinding) -> Unit[object]:
    """Leave the tandem as it is."""
    return unit(findings.leave, turn.person_id, action.finding)
