"""``invite``: names, e-mails, groups, or a pasted list of them all."""

from __future__ import annotations

from bot.commands.enrolment.lists import listed_in, lists_in
from bot.commands.registry import command
from bot.desk import Desk
from bot.turn import Turn
from mentoring.domain.cycle import CycleState
from mentoring.usecases.enrolment import invitation, inviting


@command("invite", who="owners", during=[CycleState.PREPARING, CycleState.ENROLLING])
async def invite(desk: Desk, turn: Turn, rest: str) -> None:
    """Resolve the people and show a preview for each role; nobody is invited before it is
    confirmed.
    """
    lists = [(each.role, listed_in(each.people)) for each in lists_in(rest)]
    await invitation.prepare_each(desk.world, turn.person_id, lists, turn.chat)


@command("undo-invite", who="owners", during=[CycleState.ENROLLING])
async def undo_invite(desk: Desk, turn: Turn, rest: str) -> None:
    """Show the list that was sent last, where it can be taken back."""
    await desk.world.run(inviting.show_last, turn.person_id, turn.chat)
