"""The buttons of a pause."""

from __future__ import annotations

from bot.commands.dates import day_in
from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.changes.absence import Resume, WaitOrMove
from cards.sessions.buttons import Pause
from mentoring.domain.errors import Refusal
from mentoring.usecases.changes import absence


@handles(Pause)
async def pause(desk: Desk, turn: Turn, action: Pause) -> None:
    """Pause until the chosen day."""
    until = day_in(str(action.inputs.get("until", "")))
    if until is None:
        raise Refusal("pause-in-past", field="until")
    await absence.pause(desk.world, action.person, until, turn.person_id)


@handles(Resume)
async def resume(desk: Desk, turn: Turn, action: Resume) -> None:
    """Back again."""
    await absence.resume(desk.world, action.person, turn.person_id)


@handles(WaitOrMove)
async def wait_or_move(desk: Desk, turn: Turn, action: WaitOrMove) -> None:
    """What the other one does meanwhile."""
    await (absence.move if action.move else absence.wait)(desk.world, action.session, turn.person_id)
