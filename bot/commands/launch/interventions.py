"""What owners do to one tandem: ``show tandem``, ``add tandem``, ``replace``, ``extend``, ``end
tandem``, by number or name.
"""

from __future__ import annotations

import re

from bot.commands.registry import command
from bot.commands.which_tandem import NUMBER, tandem_meant
from bot.desk import Desk, as_owner, readers_here
from bot.turn import Turn
from bot.typed.words import either, people_in
from mentoring.domain.cycle import CycleState
from mentoring.domain.errors import Refusal
from mentoring.domain.intervention import MOST_FURTHER
from mentoring.domain.tandem import TOGETHER
from mentoring.usecases.common import which_tandem
from mentoring.usecases.common.people import people_named
from mentoring.usecases.launch import interventions, single_tandem

SESSIONS = re.compile(rf"\s+(?:{either('by')})\s+(?:(\d{{1,3}})\b)?.*$", re.IGNORECASE | re.DOTALL)
IN_PLACE_OF = re.compile(rf"\s+(?:{either('in-place-of')})\s+", re.IGNORECASE)
USUAL = 3
"""By how many sessions a tandem is extended if nothing is said."""


@command("show-tandem", who="owners", during=[CycleState.RUNNING])
async def show_tandem(desk: Desk, turn: Turn, rest: str) -> None:
    """Show one tandem, and what may be done to it."""
    tandem = await tandem_meant(desk, turn, rest, "example-show-tandem", TOGETHER)
    await desk.world.run(as_owner(turn, single_tandem.show, tandem, turn.chat))


@command("end-tandem", who="owners")
async def end_tandem(desk: Desk, turn: Turn, rest: str) -> None:
    """Show what ending a tandem would do."""
    tandem = await tandem_meant(desk, turn, rest, "example-end-tandem", TOGETHER)
    await desk.world.run(as_owner(turn, interventions.prepare_end, tandem, turn.chat))


@command("extend", who="owners")
async def extend(desk: Desk, turn: Turn, rest: str) -> None:
    """Show that the two would be asked about further sessions."""
    sessions, named = sessions_in(rest)
    tandem = await tandem_meant(desk, turn, named, "example-extend")
    await desk.world.run(
        as_owner(turn, interventions.prepare_extension, tandem, sessions, turn.chat)
    )


def sessions_in(rest: str) -> tuple[int, str]:
    """By how many sessions, and which tandem is named.

    Raises:
        Refusal: ``extend-number`` for what is said instead of a number.
    """
    said = SESSIONS.search(rest)
    if said and not said[1]:
        raise Refusal("extend-number", most=MOST_FURTHER)
    return (int(said[1]), rest[: said.start()]) if said else (USUAL, rest)


@command("replace", who="owners")
async def replace(desk: Desk, turn: Turn, rest: str) -> None:
    """Show who would leave a tandem, and who comes."""
    people, _, reason = rest.partition(":")
    leaves, comes = ([*IN_PLACE_OF.split(people.strip(), maxsplit=1), ""])[:2]
    leaving = await _one_person(desk, turn, leaves)
    coming = await _one_person(desk, turn, comes) if comes.strip() else ("", "")
    readers = await desk.world.read(lambda _, moment: readers_here(moment, turn))
    tandem = await desk.world.read(which_tandem.of_person, turn.person_id, *leaving, TOGETHER)
    await interventions.prepare_replacement(
        desk.world,
        turn.person_id,
        tandem,
        leaving[0],
        coming[0],
        turn.chat,
        reason=reason.strip(),
        readers=readers,
    )


async def _one_person(desk: Desk, turn: Turn, said: str) -> tuple[str, str]:
    """The id and the name of the one person who is named.

    Raises:
        Refusal: ``correct-whom`` unless it is exactly one; a tandem's number does not say which
            of the two leaves.
    """
    nobody = not said.strip() or NUMBER.fullmatch(said.strip())
    found = {} if nobody else await people_named(desk.world, "person", people_in(said))
    if len(found) != 1:
        words = await desk.words(turn)
        raise Refusal("correct-whom", example=words.text("example-replace"))
    return next(iter(found.items()))


@command("add-tandem", who="owners")
async def add_tandem(desk: Desk, turn: Turn, rest: str) -> None:
    """Show that two people would be put to each other."""
    people, _, reason = rest.partition(":")
    found = await people_named(desk.world, "people", people_in(people)) if people.strip() else {}
    readers = await desk.world.read(lambda _, moment: readers_here(moment, turn))
    await interventions.prepare_addition(
        desk.world, turn.person_id, list(found), turn.chat, reason=reason.strip(), readers=readers
    )
