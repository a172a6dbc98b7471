"""The owners' button under what was given up."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.programme.given_up import TryAgain
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.programme import given_up


@handles(TryAgain, owners_only=True, decides="everywhere")
async def again(desk: Desk, turn: Turn, action: TryAgain) -> Unit[object]:
    """Have all of it tried again."""
    return unit(given_up.again)
