"""``circle``: the circle of one's fellow mentors, to join it or leave it."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.usecases.circles.offering import show_each


@command("circle", who="everybody", alone="my-tandem-own-chat")
async def circle(desk: Desk, turn: Turn, rest: str) -> None:
    """Show it in the 1:1 chat alone."""
    await desk.world.run(show_each, turn.person_id, turn.chat)
