"""The buttons of the question box."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.sessions.buttons import OpenQuestions
from cards.tandem.questions import (
    PutQuestion,
    SayAnswered,
    SendQuestion,
    SwitchQuestions,
    TakeQuestionBack,
)
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.tandem import asking, wanted


@handles(OpenQuestions)
async def open_box(desk: Desk, turn: Turn, action: OpenQuestions) -> Unit[object]:
    """Put the box below."""
    return unit(asking.show, action.tandem, turn.person_id, turn.chat)


@handles(PutQuestion)
async def put(desk: Desk, turn: Turn, action: PutQuestion) -> Unit[object]:
    """One more question."""
    text = str(action.inputs.get("text", ""))
    return unit(asking.put, action.tandem, turn.person_id, text, at_once=action.at_once)


@handles(SendQuestion)
async def send(desk: Desk, turn: Turn, action: SendQuestion) -> Unit[object]:
    """The other one is to read it now."""
    return unit(asking.send, action.question, turn.person_id)


@handles(TakeQuestionBack)
async def take_back(desk: Desk, turn: Turn, action: TakeQuestionBack) -> Unit[object]:
    """It is out of the box."""
    return unit(asking.take_back, action.question, turn.person_id)


@handles(SwitchQuestions)
async def switch(desk: Desk, turn: Turn, action: SwitchQuestions) -> Unit[object]:
    """What is asked between two sessions is told, or no more."""
    what = wanted.WITHOUT_QUESTIONS
    return unit(wanted.switch, action.tandem, turn.person_id, what, comes=action.tells)


@handles(SayAnswered)
async def say_answered(desk: Desk, turn: Turn, action: SayAnswered) -> Unit[object]:
    """*Answered*, or *still open* after all."""
    return unit(asking.answered, action.question, turn.person_id, yes=action.yes)
