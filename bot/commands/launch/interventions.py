"""What owners do to one tandem: ``show tandem``, ``add tandem``, ``replace``, ``extend``, ``end
tandem``, by number or name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from bot.commands.registry import command
from bot.commands.which_tandem import tandem_meant
from bot.desk import Desk, as_owner, readers_here
from bot.turn import Turn
from bot.typed.words import either, pair_in, people_and_reason, people_in
from mentoring.domain.cycle import CycleState
from mentoring.domain.errors import Refusal
from mentoring.domain.intervention import MOST_FURTHER
from mentoring.domain.tandem import TOGETHER
from mentoring.usecases.common import which_tandem
from mentoring.usecases.common.people import people_named
from mentoring.usecases.launch import interventions, single_tandem

SESSIONS = re.compile(rf"\s+(?:{either('by')})\s+(?:(\d{{1,3}})\b)?.*$", re.IGNORECASE | re.DOTALL)
IN_PLACE_OF = re.compile(rf"\s+(?:{either('in-place-of')})\s+", re.IGNORECASE)
IN_TANDEM = rf"(?:(?:{either('in-tandem')})\s{{1,9}})?#?(\d{{1,6}})\)?[.!]?$"
ALONE = re.compile(IN_TANDEM, re.IGNORECASE)
BEHIND = re.compile(rf"[\s,;(]{{1,9}}{IN_TANDEM}", re.IGNORECASE)
"""The number of a tandem, by itself or behind one of the two."""
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
    people, reason = people_and_reason(rest)
    leaves, comes = ([*IN_PLACE_OF.split(people.strip(), maxsplit=1), ""])[:2]
    leaving, coming = await _who(desk, turn, leaves), await _who(desk, turn, comes)
    if comes.strip() and not coming.id:
        raise await _unclear(desk, turn, "correct-whom", "example-replace")
    leaving = await _seated(desk, turn, leaving, coming)
    readers = await desk.world.read(lambda _, moment: readers_here(moment, turn))
    await interventions.prepare_replacement(
        desk.world,
        turn.person_id,
        leaving.tandem,
        leaving.id,
        coming.id,
        turn.chat,
        reason=reason,
        readers=readers,
    )


@dataclass(frozen=True)
class Who:
    """Somebody who is named, and the number of the tandem that is named with them (0: none); once
    that is known, its id.
    """

    id: str = ""
    name: str = ""
    number: int = 0
    tandem: str = ""


async def _who(desk: Desk, turn: Turn, said: str) -> Who:
    """Whom this names: somebody, a tandem, both, or nobody.

    Raises:
        Refusal: ``correct-whom`` if several are named; as ``people_named``.
    """
    if not said.strip():
        return Who()
    if number := ALONE.match(said.strip()):
        return Who(number=int(number[1]))
    behind = BEHIND.search(said)
    try:
        return await _somebody(desk, turn, said)
    except Refusal:  # Somebody's name may end with a number, so that is looked for first.
        if behind is None:
            raise
    found = await _somebody(desk, turn, said[: behind.start()])
    return Who(found.id, found.name, int(behind[1]))


async def _somebody(desk: Desk, turn: Turn, said: str) -> Who:
    found = await people_named(desk.world, "person", people_in(said))
    if len(found) != 1:
        raise await _unclear(desk, turn, "correct-whom", "example-replace")
    return Who(*next(iter(found.items())))


async def _seated(desk: Desk, turn: Turn, leaving: Who, coming: Who) -> Who:
    """Who leaves, with the id of the tandem. If they are not named, it follows from a number and
    from the role of the one who comes.

    Raises:
        Refusal: ``correct-whom``, ``replace-several``; as ``numbered`` and ``of_person``.
    """
    number = leaving.number or coming.number
    if not leaving.id:
        return await _by_number(desk, turn, number, coming)
    find = partial(which_tandem.of_person, number=number)
    named = turn.person_id, leaving.id, leaving.name, TOGETHER
    try:
        return Who(leaving.id, tandem=await desk.world.read(find, *named))
    except Refusal as refusal:
        if refusal.code != "tandem-several":
            raise
        words = await desk.words(turn)
        facts = {**refusal.facts, "example": words.text("example-replace-in")}
        raise Refusal("replace-several", field=refusal.field, **facts) from refusal


async def _by_number(desk: Desk, turn: Turn, number: int, coming: Who) -> Who:
    if not number or not coming.id:
        raise await _unclear(desk, turn, "correct-whom", "example-replace")
    tandem = await desk.world.read(which_tandem.numbered, number, TOGETHER)
    leaving = await desk.world.read(which_tandem.in_whose_place, tandem, coming.id)
    if not leaving:
        raise await _unclear(desk, turn, "correct-whom", "example-replace-in")
    return Who(leaving, tandem=tandem)


async def _unclear(desk: Desk, turn: Turn, code: str, example: str) -> Refusal:
    """The refusal of what nobody can tell, with an example of what would be clear."""
    words = await desk.words(turn)
    return Refusal(code, example=words.text(example))


@command("add-tandem", who="owners", of_pair=True)
async def add_tandem(desk: Desk, turn: Turn, rest: str) -> None:
    """Show that two people would be put to each other."""
    people, reason = people_and_reason(rest)
    found = await people_named(desk.world, "people", pair_in(people)) if people.strip() else {}
    readers = await desk.world.read(lambda _, moment: readers_here(moment, turn))
    await interventions.prepare_addition(
        desk.world, turn.person_id, list(found), turn.chat, reason=reason, readers=readers
    )
