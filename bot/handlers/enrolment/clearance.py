"""What owners press about those who wait for the company's clearance."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.enrolment.applications import answered
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.enrolment.clearance import ConfirmClearance, NotThisTime
from cards.kit.inputs import listed
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.enrolment import clearance


@handles(ConfirmClearance, owners_only=True, decides="everywhere")
async def confirm(desk: Desk, turn: Turn, action: ConfirmClearance) -> Unit[object]:
    """The clearance is there."""
    chosen = listed(action.inputs.get("people"))
    answer = unit(clearance.confirm, turn.person_id, chosen, action.posting)
    return answered(answer, chosen)


@handles(NotThisTime, owners_only=True, decides="everywhere")
async def not_this_time(desk: Desk, turn: Turn, action: NotThisTime) -> Unit[object]:
    """There is none."""
    chosen = listed(action.inputs.get("people"))
    answer = unit(clearance.not_this_time, turn.person_id, chosen, action.posting)
    return answered(answer, chosen)
