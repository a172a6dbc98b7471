"""``invite``: names, e-mails, a pasted list, or a group."""

from __future__ import annotations

import re

from bot.commands.registry import command
from bot.commands.typed import either
from bot.desk import Desk
from bot.turn import Turn
from mentoring.domain.cycle import CycleState
from mentoring.domain.people import Role
from mentoring.usecases.enrolment import invitation, inviting

ROLES = {
    role: re.compile(rf"^((?:{either('as')})\s+)?(?:{either(role)})(?!\w)[:\s]*", re.IGNORECASE)
    for role in Role
}
ROLES_LAST = {
    role: re.compile(rf"(?<!\S)(?:{either('as')})\s+(?:{either(role)})[.!\s]*$", re.IGNORECASE)
    for role in Role
}
GROUP = re.compile(rf"^({either('group')})\b[:\s]*", re.IGNORECASE)


@command("invite", who="owners", during=[CycleState.PREPARING, CycleState.ENROLLING])
async def invite(desk: Desk, turn: Turn, rest: str) -> None:
    """Resolve the people and show the preview; nobody is invited before it is confirmed."""
    role, people = role_in(rest)
    group = GROUP.match(people)
    if group:
        name = people[group.end() :].strip().strip("\"'„“”")
        await invitation.prepare_group(desk.world, turn.person_id, role, name, turn.chat)
        return
    await invitation.prepare(desk.world, turn.person_id, role, people, turn.chat)


@command("undo-invite", who="owners", during=[CycleState.ENROLLING])
async def undo_invite(desk: Desk, turn: Turn, rest: str) -> None:
    """Show the list that was sent last, where it can be taken back."""
    await desk.world.run(inviting.show_last, turn.person_id, turn.chat)


def role_in(rest: str) -> tuple[Role | None, str]:
    """The role, before the people or behind them (``… as mentees``), and the people."""
    for role, words in ROLES.items():
        if found := words.match(rest):
            return role, rest[found.end() :].strip()
    for role, words in ROLES_LAST.items():
        if found := words.search(rest):
            return role, rest[: found.start()].strip()
    return None, rest.strip()
