"""``status``, ``people`` and ``find``: how the programme stands, and who is where."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from bot.typed.words import people_in
from mentoring.domain.cycle import CycleState
from mentoring.domain.errors import Refusal
from mentoring.notices import Notice
from mentoring.usecases.programme import finding_people, people_list
from mentoring.usecases.programme import status as how_it_stands


@command("status", who="owners", during=[*CycleState])
async def status(desk: Desk, turn: Turn, rest: str) -> None:
    """How the programme stands, what comes next, what waits for owners."""
    await desk.world.run(how_it_stands.show, turn.person_id, turn.chat)


@command("people", who="owners", during=[CycleState.ENROLLING, CycleState.MATCHING])
async def people(desk: Desk, turn: Turn, rest: str) -> None:
    """Who is where."""
    await desk.world.run(people_list.show, turn.person_id, turn.chat)


@command("find", who="owners")
async def find(desk: Desk, turn: Turn, rest: str) -> Notice:
    """Where one person stands, in the owner's own chat alone: in the channel the answer would stay,
    for everybody who ever reads there.
    """
    if turn.scope == "channel":
        raise Refusal("find-own-chat")
    if not rest.strip():
        raise Refusal("find-whom")
    return await finding_people.find(desk.world, turn.person_id, people_in(rest))
