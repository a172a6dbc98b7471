"""``handover`` with a tandem's number or one of the two: before the organizer's account closes."""

from __future__ import annotations

import re

from bot.commands.registry import command
from bot.desk import Desk, readers_here
from bot.turn import Turn
from mentoring.domain.errors import Refusal
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.changes import handover as handovers
from mentoring.usecases.common.people import people_named

NUMBER = re.compile(r"(?:[^\W\d]+\s+)?#?(\d{1,6})[.!]?")


@command("handover", who="owners")
async def handover(desk: Desk, turn: Turn, rest: str) -> None:
    """Show whose sessions would be booked again in the other partner's calendar."""
    tandem = await _meant(desk, turn, rest.strip())

    def unit(uow: UnitOfWork, moment: Moment) -> None:
        readers = readers_here(moment, turn)
        handovers.prepare(uow, moment, turn.person_id, tandem, turn.chat, readers=readers)

    await desk.world.run(unit)


async def _meant(desk: Desk, turn: Turn, said: str) -> str:
    """The id of the tandem that is named by its number, or by one of the two."""
    number = NUMBER.fullmatch(said)
    if number:
        return await desk.world.read(handovers.numbered, int(number[1]))
    found = await people_named(desk.world, "person", said) if said else {}
    if len(found) != 1:
        words = await desk.words(turn)
        raise Refusal("handover-which", example=words.text("example-handover"))
    person, name = next(iter(found.items()))
    return await desk.world.read(handovers.of_person, turn.person_id, person, name)
