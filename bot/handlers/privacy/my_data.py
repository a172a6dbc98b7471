"""The buttons of *my data*."""

from __future__ import annotations

from bot.desk import Desk
from bot.handlers.registry import handles
from bot.turn import Turn
from cards.privacy.my_data import AsFile
from mentoring.ports.moment import Unit, unit
from mentoring.usecases.privacy import my_data


@handles(AsFile)
async def as_file(desk: Desk, turn: Turn, action: AsFile) -> Unit[object]:
    """Offer it as a file."""
    consents = desk.world.messenger.hands_over_files
    return unit(my_data.as_file, turn.person_id, turn.chat, consents=consents)
