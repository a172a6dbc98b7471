"""The buttons of what a tandem has brought."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.measurement.result import AgreeToResult, ReleaseResult, TakeBackResult
from cards.sessions.buttons import OpenResult
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.measurement import results

NO_FIGURE = "-"


@handles(OpenResult)
async def open_it(desk: Desk, turn: Turn, action: OpenResult) -> Unit[object]:
    """Put it below."""
    return unit(results.show, action.tandem, turn.person_id, turn.chat)


@handles(ReleaseResult)
async def release(desk: Desk, turn: Turn, action: ReleaseResult) -> Unit[object]:
    """Let the other one read it, and owners if both like."""
    figure = str(action.inputs.get("figure") or NO_FIGURE)
    line = results.Line(str(action.inputs.get("line") or ""), "" if figure == NO_FIGURE else figure)
    return unit(results.release, action.tandem, turn.person_id, line)


@handles(TakeBackResult)
async def take_back(desk: Desk, turn: Turn, action: TakeBackResult) -> Unit[object]:
    """Let nobody read it."""
    return unit(results.take_back, action.tandem, turn.person_id)


@handles(AgreeToResult)
async def agree(desk: Desk, turn: Turn, action: AgreeToResult) -> Unit[object]:
    """Release the other one's line as well, or not any more."""
    answer = results.Answer(action.at, action.yes)
    return unit(results.agree, action.tandem, turn.person_id, answer)
