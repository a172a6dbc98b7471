"""What owners press under the open call, and about those who have applied."""

from __future__ import annotations

from collections.abc import Collection

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.enrolment.applications import AcceptApplicants, DeclineApplicants, TurnApplications
from cards.enrolment.open_call import SwitchCall
from cards.kit.inputs import listed
from mentoring.notices import Said
from mentoring.ports.moment import Moment, Unit, unit
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.enrolment import applications, open_call


@handles(SwitchCall, owners_only=True, decides="everywhere")
async def switch(desk: Desk, turn: Turn, action: SwitchCall) -> Unit[object]:
    """Open the call for a role, or close it."""
    return unit(open_call.switch, turn.person_id, action.role, on=action.on)


@handles(AcceptApplicants, owners_only=True, decides="everywhere")
async def accept(desk: Desk, turn: Turn, action: AcceptApplicants) -> Unit[object]:
    """Let those who are chosen take part."""
    chosen = listed(action.inputs.get("applicants"))
    answer = unit(applications.accept, turn.person_id, chosen, action.posting)
    return answered(answer, chosen)


@handles(DeclineApplicants, owners_only=True, decides="everywhere")
async def decline(desk: Desk, turn: Turn, action: DeclineApplicants) -> Unit[object]:
    """Decline those who are chosen."""
    chosen = listed(action.inputs.get("applicants"))
    answer = unit(applications.decline, turn.person_id, chosen, action.posting)
    return answered(answer, chosen)


@handles(TurnApplications, owners_only=True)
async def turn_applications(desk: Desk, turn: Turn, action: TurnApplications) -> Unit[object]:
    """Another page of the list."""
    return unit(applications.turn_to, action.posting, action.page)


def answered(answer: Unit[int], chosen: Collection[str]) -> Unit[Said | None]:
    """Where somebody who was chosen waits no more, it is said alike whether another owner or they
    themselves have ended it, and how many have got this answer.
    """

    def told(uow: UnitOfWork, moment: Moment) -> Said | None:
        done, wanted = answer(uow, moment), len(set(chosen))
        if done == wanted:
            return None
        some = Said.of("applications-some-gone", done=done, chosen=wanted)
        return some if done else Said.of("applications-gone")

    return told
