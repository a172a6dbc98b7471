"""``enter for``: topics, languages and times on somebody's behalf."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from bot.typed.words import people_in
from mentoring.domain.errors import Refusal
from mentoring.usecases.common.people import people_named
from mentoring.usecases.enrolment import on_behalf


@command("enter-for", who="owners")
async def enter_for(desk: Desk, turn: Turn, rest: str) -> None:
    """Show the form for one person."""
    found = await people_named(desk.world, "person", people_in(rest)) if rest.strip() else {}
    if len(found) != 1:
        words = await desk.words(turn)
        raise Refusal("correct-whom", example=words.text("example-enter-for"))
    [person] = found
    await desk.world.run(on_behalf.prepare, turn.person_id, person, turn.chat)
