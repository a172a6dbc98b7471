"""The buttons of a pause."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from bot.typed.dates import day_chosen
from cards.changes.absence import WaitOrMove
from cards.sessions.buttons import Pause, Resume
from mentoring.domain.errors import Refusal
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.changes import absence


@handles(Pause)
async def pause(desk: Desk, turn: Turn, action: Pause) -> Unit[object]:
    """Pause until the chosen day."""
    until = day_chosen(action.inputs.get("until"), "until", await desk.today(turn))
    if until is None:
        raise Refusal("no-day", field="until")
    return unit(absence.pause, action.person, until, turn.person_id)


@handles(Resume)
async def resume(desk: Desk, turn: Turn, action: Resume) -> Unit[object]:
    """Back again."""
    return unit(absence.resume, action.person, turn.person_id)


@handles(WaitOrMove)
async def wait_or_move(desk: Desk, turn: Turn, action: WaitOrMove) -> Unit[object]:
    """What the other one does meanwhile."""
    return unit(absence.move if action.move else absence.wait, action.session, turn.person_id)
