"""The owners' button under the preview of the next cycle, and the answers of those who are asked
anew.
"""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.enrolment.enrolment import said_by
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.enrolment.buttons import (
    ChangeRole,
    EraseKept,
    SameAnswers,
    TakePartAgain,
    WishNextTime,
)
from cards.enrolment.next_cycle import DiscardCycle, OpenCycle, StopCycle
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.enrolment import (
    coming_back,
    enrolment,
    next_cycle,
    next_time,
    opening_next,
)


@handles(OpenCycle, owners_only=True, decides="everywhere")
async def open_cycle(desk: Desk, turn: Turn, action: OpenCycle) -> Unit[object]:
    """Open the next cycle and ask everybody of this one."""
    return unit(opening_next.confirm, action.cycle, action.posting)


@handles(StopCycle, owners_only=True, decides="everywhere")
async def stop_cycle(desk: Desk, turn: Turn, action: StopCycle) -> Unit[object]:
    """Stop it before anybody is asked."""
    return unit(opening_next.stop, action.cycle, action.posting)


@handles(TakePartAgain)
async def again(desk: Desk, turn: Turn, action: TakePartAgain) -> Unit[object]:
    """*Again*."""
    return unit(coming_back.again, action.enrolment, turn.person_id, said_by(action))


@handles(ChangeRole)
async def change_role(desk: Desk, turn: Turn, action: ChangeRole) -> Unit[object]:
    """The other role this time."""
    return unit(coming_back.change_role, action.enrolment, turn.person_id)


@handles(DiscardCycle, owners_only=True, decides="here")
async def discard(desk: Desk, turn: Turn, action: DiscardCycle) -> Unit[object]:
    """Let go of the preview."""
    return unit(next_cycle.discard, action.cycle, action.posting)


@handles(SameAnswers)
async def same_answers(desk: Desk, turn: Turn, action: SameAnswers) -> Unit[object]:
    """*Same answers next time*."""
    return unit(enrolment.same_answers, action.enrolment, turn.person_id)


@handles(EraseKept)
async def erase_kept(desk: Desk, turn: Turn, action: EraseKept) -> Unit[object]:
    """They are erased after all."""
    return unit(enrolment.erase_kept, action.enrolment, turn.person_id)


@handles(WishNextTime)
async def wish(desk: Desk, turn: Turn, action: WishNextTime) -> Unit[object]:
    """What somebody wishes for next time."""
    who = next_time.Who(action.enrolment, turn.person_id, turn.chat)
    return unit(next_time.wish, who, action.wish)
