"""``other role`` and ``remove``: what was wrong about one person is put right."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk, as_owner
from bot.turn import Turn
from bot.typed.words import people_in
from mentoring.domain.errors import Refusal
from mentoring.usecases.common.people import people_named
from mentoring.usecases.enrolment import correcting
from mentoring.usecases.enrolment.correcting import Correction


@command("correct-role", who="owners")
async def correct_role(desk: Desk, turn: Turn, rest: str) -> None:
    """Show that somebody is asked in the other role."""
    await _prepare(desk, turn, rest, Correction.ROLE)


@command("remove", who="owners")
async def remove(desk: Desk, turn: Turn, rest: str) -> None:
    """Show that somebody is taken out."""
    await _prepare(desk, turn, rest, Correction.REMOVE)


async def _prepare(desk: Desk, turn: Turn, rest: str, kind: Correction) -> None:
    found = await people_named(desk.world, "person", people_in(rest)) if rest.strip() else {}
    if len(found) != 1:
        words = await desk.words(turn)
        raise Refusal("correct-whom", example=words.text(f"example-{kind}"))
    [person] = found
    await desk.world.run(as_owner(turn, correcting.prepare, kind, person, turn.chat))
