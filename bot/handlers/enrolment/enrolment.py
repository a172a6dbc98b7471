"""The buttons of the invitation, the questionnaire and the summary."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.enrolment.buttons import Agree, GoTo, NotNow, SaveStep, Send, TakePart, Withdraw
from mentoring.domain.questionnaire import Position
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.enrolment import enrolment


@handles(TakePart)
async def take_part(desk: Desk, turn: Turn, action: TakePart) -> Unit[object]:
    """*Take part*."""
    return unit(enrolment.take_part, action.enrolment, turn.person_id)


@handles(NotNow)
async def not_now(desk: Desk, turn: Turn, action: NotNow) -> Unit[object]:
    """*Not now*."""
    return unit(enrolment.not_now, action.enrolment, turn.person_id)


@handles(SaveStep)
async def save_step(desk: Desk, turn: Turn, action: SaveStep) -> Unit[object]:
    """*Next* in the questionnaire."""
    at = Position.read(action.position)
    said = await enrolment.filled_in(desk.world, at, action.inputs)
    return unit(enrolment.save_step, action.enrolment, turn.person_id, said)


@handles(Agree)
async def agree(desk: Desk, turn: Turn, action: Agree) -> Unit[object]:
    """Agree to the rules of the protected space."""
    return unit(enrolment.agree, action.enrolment, turn.person_id)


@handles(GoTo)
async def go_to(desk: Desk, turn: Turn, action: GoTo) -> Unit[object]:
    """*Back*, *edit*, or a step left for later."""
    onward, since = Position.read(action.position), Position.read(action.since)
    return unit(enrolment.go_to, action.enrolment, turn.person_id, onward, since)


@handles(Send)
async def send(desk: Desk, turn: Turn, action: Send) -> Unit[object]:
    """Hand the questionnaire in."""
    return unit(enrolment.send, action.enrolment, turn.person_id)


@handles(Withdraw)
async def withdraw(desk: Desk, turn: Turn, action: Withdraw) -> Unit[object]:
    """Leave the programme."""
    return unit(enrolment.withdraw, action.enrolment, turn.person_id)
