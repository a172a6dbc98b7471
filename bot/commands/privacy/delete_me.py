"""``delete me``: everything that is held about whoever asks is erased, once they have said yes."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.domain.errors import Refusal
from mentoring.notices import Notice
from mentoring.usecases.privacy import delete_me


@command("delete-me", who="everybody", alone="only-alone")
async def ask(desk: Desk, turn: Turn, rest: str) -> Notice | None:
    """Ask, in the 1:1 chat alone.

    Raises:
        Refusal: ``nothing-held``; ``note-forgotten`` once it is done for somebody
            of whom only a note was left.
    """
    if await desk.world.run(delete_me.offer, turn.person_id, turn.chat):
        raise Refusal("note-forgotten")
    return None
