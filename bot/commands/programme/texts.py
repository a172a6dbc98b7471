"""``texts``: what people read, in the product's words or in the house's own."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.programmes.examples import examples_are_drawn
from bot.turn import Turn
from mentoring.usecases.programme import texts as use_case


@command("texts", who="owners")
async def texts(desk: Desk, turn: Turn, rest: str) -> None:
    """Show the texts, to be put into the house's own words one by one."""
    await examples_are_drawn()
    await desk.world.run(use_case.show, turn.person_id, turn.chat)
