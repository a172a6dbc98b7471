"""The buttons of *delete me*."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.privacy.delete_me import Erase, Keep
from cards.privacy.my_data import AskErasure
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.privacy import delete_me


@handles(AskErasure)
async def ask(desk: Desk, turn: Turn, action: AskErasure) -> Unit[object]:
    """Ask first."""
    return unit(delete_me.offer, turn.person_id, turn.chat)


@handles(Erase)
async def erase(desk: Desk, turn: Turn, action: Erase) -> Unit[object]:
    """*Yes*."""
    return unit(delete_me.confirm, turn.person_id)


@handles(Keep)
async def keep(desk: Desk, turn: Turn, action: Keep) -> Unit[object]:
    """*No*."""
    return unit(delete_me.keep, turn.person_id, action.posting)
