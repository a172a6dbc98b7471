"""``open call`` and ``applications``."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.usecases.enrolment import applications, open_call


@command("open-call", who="owners")
async def show_call(desk: Desk, turn: Turn, rest: str) -> None:
    """Show the links by which somebody applies."""
    bot = turn.inbound.recipient.id
    await desk.world.run(open_call.show, turn.person_id, bot, turn.chat)


@command("applications", who="owners")
async def show_applications(desk: Desk, turn: Turn, rest: str) -> None:
    """Show who has applied."""
    await desk.world.run(applications.show, turn.person_id, turn.chat)
