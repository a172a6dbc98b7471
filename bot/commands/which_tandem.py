"""Which tandem a command means: by its number, or by one of the two."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.desk import Desk
from bot.turn import Turn
from bot.typed.words import either, people_in
from mentoring.domain.errors import Refusal
from mentoring.domain.tandem import TandemState
from mentoring.usecases.common import which_tandem
from mentoring.usecases.common.people import people_named

TANDEM_OF = re.compile(
    rf"^(?:(?:{either('tandem-of')})\s+(?!#?\d)|(?:{either('of')})\s+(?=[^\s,]+\s+[^,]*$|\S+@))",
    re.IGNORECASE,
)
"""What of *end tandem of Jan Kurz* names nobody; *Von Arx, Lea* is a name."""
NUMBER = re.compile(r"(?:[^\W\d]+\s+)?#?(\d{1,6})[.!]?")


async def tandem_meant(
    desk: Desk,
    turn: Turn,
    said: str,
    example: str,
    states: Collection[TandemState] = which_tandem.RUNNING,
) -> str:
    """The id of the tandem that is named by its number, or by one of the two.

    Raises:
        Refusal: ``tandem-which`` with an example (the key of a text) if neither is named; as
            ``numbered`` and ``of_person``.
    """
    number = NUMBER.fullmatch(said.strip())
    if number:
        return await desk.world.read(which_tandem.numbered, int(number[1]), states)
    whom = people_in(of_whom(said))
    found = await people_named(desk.world, "person", whom) if whom.strip() else {}
    if len(found) != 1:
        words = await desk.words(turn)
        raise Refusal("tandem-which", example=words.text(example))
    person, name = next(iter(found.items()))
    return await desk.world.read(which_tandem.of_person, turn.person_id, person, name, states)


def of_whom(said: str) -> str:
    """Who is named, without *the tandem of*."""
    return TANDEM_OF.sub("", said.strip())
