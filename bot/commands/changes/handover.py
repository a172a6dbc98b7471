"""``handover`` with a tandem's number: before the organizer's account is closed."""

from __future__ import annotations

import re

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.domain.errors import Refusal
from mentoring.notices import Notice, Said
from mentoring.usecases.changes import handover as handovers


@command("handover", who="owners")
async def handover(desk: Desk, turn: Turn, rest: str) -> Notice:
    """Book a tandem's sessions again in the other partner's calendar."""
    number = re.search(r"\d{1,6}", rest)
    if number is None:
        words = await desk.words(turn)
        raise Refusal("handover-which", example=words.text("example-handover"))
    tandem = await desk.world.run(handovers.ask, turn.person_id, int(number[0]))
    return Said.of("handing-over", number=tandem.number)
