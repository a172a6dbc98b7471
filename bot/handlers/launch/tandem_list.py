"""The owners' buttons on the list of tandems."""

from __future__ import annotations

from bot.desk import Desk, as_owner
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.launch.tandem_list import OpenTandem, TurnTandems
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.launch import single_tandem, tandem_list


@handles(TurnTandems, owners_only=True)
async def turn_to(desk: Desk, turn: Turn, action: TurnTandems) -> Unit[object]:
    """Another page, or another stage."""
    return unit(tandem_list.turn_to, action.posting, action.stage, action.page)


@handles(OpenTandem, owners_only=True)
async def open_tandem(desk: Desk, turn: Turn, action: OpenTandem) -> Unit[object]:
    """Put the tandem below the list."""
    return as_owner(turn, single_tandem.show, action.tandem, turn.chat)
