"""``my data``: what is held about whoever asks."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.notices import Notice
from mentoring.usecases.privacy import my_data


@command("my-data", who="everybody", alone="only-alone")
async def show_my_data(desk: Desk, turn: Turn, rest: str) -> Notice | None:
    """Show it, in the 1:1 chat alone."""
    await desk.world.run(my_data.show, turn.person_id, turn.chat)
    return None
