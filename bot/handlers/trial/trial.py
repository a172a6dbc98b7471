"""The owners' buttons of a try."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.trial.trial import ROLES, VOICE, BeginTrial, LookAtCards, PlayOn, StopTrial
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.programme import texts
from mentoring.usecases.trial import playing


@handles(BeginTrial, owners_only=True)
async def begin(desk: Desk, turn: Turn, action: BeginTrial) -> Unit[object]:
    """Begin it."""
    voice = str(action.inputs.get(VOICE, ""))
    return unit(playing.begin, turn.person_id, ROLES[action.what], voice)


@handles(LookAtCards, owners_only=True)
async def look_at_cards(desk: Desk, turn: Turn, action: LookAtCards) -> Unit[object]:
    """Single cards, in the voice."""
    view = f"{action.inputs.get(VOICE, '')} {texts.CARDS_OF_ALL}"
    return unit(texts.show, turn.person_id, turn.chat, view)


@handles(PlayOn, owners_only=True)
async def play_on(desk: Desk, turn: Turn, action: PlayOn) -> Unit[object]:
    """Do what comes next."""
    return unit(playing.go_on, turn.person_id, turn.chat)


@handles(StopTrial, owners_only=True)
async def stop(desk: Desk, turn: Turn, action: StopTrial) -> Unit[object]:
    """End it."""
    return unit(playing.stop, action.posting)
