"""``handover`` with a tandem's number or one of the two: before the organizer's account closes."""

from __future__ import annotations

from bot.commands.registry import command
from bot.commands.which_tandem import tandem_meant
from bot.desk import Desk, as_owner
from bot.turn import Turn
from mentoring.usecases.changes import handover as handovers


@command("handover", who="owners")
async def handover(desk: Desk, turn: Turn, rest: str) -> None:
    """Show whose sessions would be booked again in the other partner's calendar."""
    tandem = await tandem_meant(desk, turn, rest, "example-handover")
    await desk.world.run(as_owner(turn, handovers.prepare, tandem, turn.chat))
