"""What owners press under the open call, and about those who have applied."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.enrolment.applications import AcceptApplicants, DeclineApplicants, TurnApplications
from cards.enrolment.open_call import SwitchCall
from mentoring.notices import Said
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.enrolment import applications, open_call


@handles(SwitchCall, owners_only=True, decides="everywhere")
async def switch(desk: Desk, turn: Turn, action: SwitchCall) -> Unit[object]:
    """Open the call for a role, or close it."""
    return unit(open_call.switch, turn.person_id, action.role, on=action.on)


@handles(AcceptApplicants, owners_only=True, decides="everywhere")
async def accept(desk: Desk, turn: Turn, action: AcceptApplicants) -> Unit[object]:
    """Let those who are chosen take part."""
    return answered(unit(applications.accept, turn.person_id, _chosen(action), action.posting))


@handles(DeclineApplicants, owners_only=True, decides="everywhere")
async def decline(desk: Desk, turn: Turn, action: DeclineApplicants) -> Unit[object]:
    """Decline those who are chosen."""
    return answered(unit(applications.decline, turn.person_id, _chosen(action), action.posting))


@handles(TurnApplications, owners_only=True)
async def turn_applications(desk: Desk, turn: Turn, action: TurnApplications) -> Unit[object]:
    """Another page of the list."""
    return unit(applications.turn_to, action.posting, action.page)


def answered(answer: Unit[int]) -> Unit[Said | None]:
    """Where nobody waits any more who was chosen, it is said alike whether owners or they
    themselves have ended it.
    """
    return lambda uow, moment: None if answer(uow, moment) else Said.of("applications-gone")


def _chosen(action: AcceptApplicants | DeclineApplicants) -> list[str]:
    said = str(action.inputs.get("applicants") or "")
    return [part.strip() for part in said.split(",") if part.strip()]
