"""``successor`` and ``undo successor``: who is to become a programme owner."""

from __future__ import annotations

from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.ports.moment import unit
from mentoring.usecases.programme import successor as use_case
from mentoring.usecases.programme.acts import by_command


@command("successor", who="owners")
async def successor(desk: Desk, turn: Turn, rest: str) -> None:
    """Show that somebody would be named; without a name, whoever is."""
    if not rest.strip():
        await desk.world.run(use_case.show, turn.person_id, turn.chat)
        return
    found = await use_case.looked_up(desk.world, rest)
    await desk.world.run(use_case.prepare, turn.person_id, found, turn.chat)


@command("undo-successor", who="owners", at_once=True)
async def undo_successor(desk: Desk, turn: Turn, rest: str) -> None:
    """Name whom one has named no longer."""
    withdrawn = unit(use_case.withdraw_own, turn.person_id, turn.chat)
    await desk.world.run(by_command(turn.person_id, "undo-successor", withdrawn))
