"""The buttons of a retrospective."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.sessions.buttons import OpenRetrospective
from cards.tandem.retrospective import HideLine, SwitchRetrospectives, TapAnswer, WriteLine
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.tandem import looking_back, wanted


@handles(OpenRetrospective)
async def open_it(desk: Desk, turn: Turn, action: OpenRetrospective) -> Unit[object]:
    """Put it below."""
    return unit(looking_back.show, action.session, turn.person_id, turn.chat)


@handles(TapAnswer)
async def tap(desk: Desk, turn: Turn, action: TapAnswer) -> Unit[object]:
    """One of the two taps, and what was typed meanwhile."""
    line = action.inputs.get("line")
    said = looking_back.Tapped(action.tap, action.answer, None if line is None else str(line))
    return unit(looking_back.tap, action.session, turn.person_id, said)


@handles(WriteLine)
async def write(desk: Desk, turn: Turn, action: WriteLine) -> Unit[object]:
    """The line, and whether the other one may read it."""
    line = str(action.inputs.get("line") or "")
    return unit(looking_back.write, action.session, turn.person_id, line, share=action.share)


@handles(HideLine)
async def hide(desk: Desk, turn: Turn, action: HideLine) -> Unit[object]:
    """The other one reads it no more."""
    return unit(looking_back.hide, action.session, turn.person_id)


@handles(SwitchRetrospectives)
async def switch(desk: Desk, turn: Turn, action: SwitchRetrospectives) -> Unit[object]:
    """Asked after each session, or no more."""
    what = wanted.WITHOUT_RETROSPECTIVES
    return unit(wanted.switch, action.tandem, turn.person_id, what, comes=action.comes)
