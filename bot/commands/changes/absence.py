"""``pause`` until a day: for oneself, or for somebody else by an owner."""

from __future__ import annotations

import re

from bot.commands.dates import day_in
from bot.commands.registry import command
from bot.commands.typed import either
from bot.desk import Desk
from bot.turn import Turn
from cards.kit.dates import day
from mentoring.domain.errors import Refusal
from mentoring.notices import Notice, Said
from mentoring.usecases.changes import absence
from mentoring.usecases.common.people import people_named

UNTIL = re.compile(rf"\b({either('until')})\b.*$", re.IGNORECASE | re.DOTALL)


@command("pause", who="everybody")
async def pause(desk: Desk, turn: Turn, rest: str) -> Notice | None:
    """Pause until a day; an owner names for whom."""
    until, who = day_in(rest), UNTIL.sub("", rest).strip()
    words = await desk.words(turn)
    if until is None:
        raise Refusal("date-missing", example=words.text("example-pause"))
    if not who or day_in(who):
        await desk.world.run(absence.pause, turn.person_id, until, turn.person_id)
        return None
    await desk.owners.require(turn)
    found = await people_named(desk.world, "person", who)
    if len(found) != 1:
        raise Refusal("pause-who")
    person, name = next(iter(found.items()))
    await desk.world.run(absence.pause, person, until, turn.person_id, owner=True)
    return Said.of("paused", name=name, day=day(until, words))
