"""The buttons of a session kit."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.sessions.buttons import OpenKit
from cards.sessions.by_hand import OpenNextKit
from cards.tandem.kits import ChooseKit, SkipKit, SwitchKits, TakeKit
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.tandem import bringing, kits, wanted


@handles(OpenKit)
async def open_kit(desk: Desk, turn: Turn, action: OpenKit) -> Unit[object]:
    """Put the kit below."""
    return unit(bringing.show, action.session, turn.person_id, turn.chat)


@handles(OpenNextKit)
async def open_next(desk: Desk, turn: Turn, action: OpenNextKit) -> Unit[object]:
    """Put that of the session that comes next below."""
    return unit(bringing.show_next, action.tandem, turn.person_id, turn.chat)


@handles(TakeKit)
async def take(desk: Desk, turn: Turn, action: TakeKit) -> Unit[object]:
    """*Fits*."""
    return unit(kits.take, action.session, turn.person_id)


@handles(ChooseKit)
async def choose(desk: Desk, turn: Turn, action: ChooseKit) -> Unit[object]:
    """Another one."""
    return unit(kits.choose, action.session, turn.person_id, action.kit)


@handles(SkipKit)
async def skip(desk: Desk, turn: Turn, action: SkipKit) -> Unit[object]:
    """*Without one*."""
    return unit(kits.skip, action.session, turn.person_id)


@handles(SwitchKits)
async def switch(desk: Desk, turn: Turn, action: SwitchKits) -> Unit[object]:
    """Kits come by themselves, or no more."""
    return unit(wanted.switch, action.tandem, turn.person_id, comes=action.comes)
