"""The buttons of a circle."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.circles.circle import JoinCircle, LeaveCircle
from cards.sessions.buttons import OpenCircle
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.circles import membership, offering


@handles(JoinCircle)
async def join(desk: Desk, turn: Turn, action: JoinCircle) -> Unit[object]:
    """Be in it."""
    return unit(membership.join, action.place, turn.person_id)


@handles(LeaveCircle)
async def leave(desk: Desk, turn: Turn, action: LeaveCircle) -> Unit[object]:
    """Be in it no more."""
    return unit(membership.leave, action.place, turn.person_id)


@handles(OpenCircle)
async def show(desk: Desk, turn: Turn, action: OpenCircle) -> Unit[object]:
    """Show one's place in it."""
    return unit(offering.show, action.place, turn.person_id, turn.chat)
