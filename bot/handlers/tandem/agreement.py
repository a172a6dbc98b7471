"""The buttons of the mentoring agreement."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.sessions.buttons import OpenAgreement
from cards.tandem.agreement import Agree, LookAtItem, SaveItem, SwitchAgreement
from mentoring.domain.agreement import Change
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.tandem import agreeing, wanted


@handles(OpenAgreement)
async def open_agreement(desk: Desk, turn: Turn, action: OpenAgreement) -> Unit[object]:
    """Put the agreement below."""
    return unit(agreeing.show, action.tandem, turn.person_id, turn.chat)


@handles(LookAtItem)
async def look_at(desk: Desk, turn: Turn, action: LookAtItem) -> Unit[object]:
    """Change an item, or go back to the whole."""
    who = turn.person_id
    return unit(agreeing.look_at, action.tandem, who, action.posting, action.item)


@handles(SaveItem)
async def save(desk: Desk, turn: Turn, action: SaveItem) -> Unit[object]:
    """Propose what was filled in."""
    said = str(action.inputs.get(action.item.value) or "")
    change = Change(action.item, said, action.version)
    return unit(agreeing.change, action.tandem, turn.person_id, action.posting, change)


@handles(SwitchAgreement)
async def switch(desk: Desk, turn: Turn, action: SwitchAgreement) -> Unit[object]:
    """What the other one says to it is told, or no more."""
    what = wanted.WITHOUT_AGREEMENT
    return unit(wanted.switch, action.tandem, turn.person_id, what, comes=action.tells)


@handles(Agree)
async def agree(desk: Desk, turn: Turn, action: Agree) -> Unit[object]:
    """*Agreed*."""
    return unit(agreeing.agree, action.tandem, turn.person_id, action.version)
