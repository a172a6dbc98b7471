"""The buttons of what a tandem changes for somebody."""

from __future__ import annotations

from functools import partial

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.measurement.follow_up import AnswerFollowUp, StopFollowUps
from cards.measurement.measure import (
    AgreeToFollowUps,
    ConsentToMeasures,
    ResumeMeasures,
    StopMeasures,
    TapMeasure,
    TurnMeasure,
)
from cards.sessions.buttons import OpenMeasure
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.measurement import asking, following_up, saying


@handles(OpenMeasure)
async def open_it(desk: Desk, turn: Turn, action: OpenMeasure) -> Unit[object]:
    """Put it below."""
    return unit(asking.show, action.enrolment, turn.person_id, turn.chat)


@handles(TapMeasure)
async def tap(desk: Desk, turn: Turn, action: TapMeasure) -> Unit[object]:
    """An answer."""
    said = saying.Tap(action.item, action.mark, action.posting)
    return unit(saying.tap, action.measure, turn.person_id, said)


@handles(ConsentToMeasures)
async def consent(desk: Desk, turn: Turn, action: ConsentToMeasures) -> Unit[object]:
    """Whether one likes to be asked while one waits."""
    said = partial(saying.consent, yes=action.yes)
    return unit(said, action.measure, turn.person_id, action.posting)


@handles(TurnMeasure)
async def turn_to(desk: Desk, turn: Turn, action: TurnMeasure) -> Unit[object]:
    """Another question."""
    return unit(saying.turn, action.measure, turn.person_id, action.posting, action.page)


@handles(AgreeToFollowUps)
async def agree(desk: Desk, turn: Turn, action: AgreeToFollowUps) -> Unit[object]:
    """Whether one likes to be asked some months later."""
    say = following_up.agree if action.yes else following_up.disagree
    return unit(say, action.measure, turn.person_id)


@handles(AnswerFollowUp)
async def answer(desk: Desk, turn: Turn, action: AnswerFollowUp) -> Unit[object]:
    """Whether one still uses it."""
    said = partial(following_up.answer, still=action.still)
    return unit(said, action.follow_up, turn.person_id)


@handles(StopFollowUps)
async def stop_later(desk: Desk, turn: Turn, action: StopFollowUps) -> Unit[object]:
    """Nothing is left, and nothing more is asked."""
    return unit(following_up.stop, action.follow_up, turn.person_id)


@handles(StopMeasures)
async def stop(desk: Desk, turn: Turn, action: StopMeasures) -> Unit[object]:
    """Nothing is left, and nothing more is asked."""
    return unit(saying.stop, action.measure, turn.person_id)


@handles(ResumeMeasures)
async def resume(desk: Desk, turn: Turn, action: ResumeMeasures) -> Unit[object]:
    """Asked again."""
    return unit(saying.resume, action.measure, turn.person_id, action.posting)
