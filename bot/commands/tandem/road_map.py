"""``road map``: what the sessions of one's tandem could be about, and how far the two are."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.usecases.tandem.showing_the_way import show_each


@command("road-map", who="everybody", alone="my-tandem-own-chat")
async def road_map(desk: Desk, turn: Turn, rest: str) -> None:
    """Show it in the 1:1 chat alone."""
    await desk.world.run(show_each, turn.person_id, turn.chat)
