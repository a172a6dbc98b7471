"""``invite``: names, e-mails, groups, or a pasted list of them all."""

from __future__ import annotations

import re

from bot.commands.registry import command
from bot.commands.typed import either
from bot.desk import Desk
from bot.turn import Turn
from mentoring.domain.cycle import CycleState
from mentoring.domain.pasted import PeopleAndGroups, conjunctions, names_in
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
AND = "|".join(re.escape(each) for each in sorted(conjunctions()))
GROUP = re.compile(
    rf"(?:^|(?<=[,;\n\r\t])|(?<=\s)(?:{AND})\s)[ \xa0]{{0,9}}"
    r"(?:(?:[-–•*]{1,9}|\d{1,4}[.)])[ \xa0]{0,9})?"
    rf"(?:(?:{either('light')})\s)?(?:(?P<several>{either('groups')})|{either('group')})(?!\w)"
    r"[:\s]{1,9}(?=[^\s,;])",
    re.IGNORECASE,
)
"""Where the name of a group, or of several, begins in a list."""
END_OF_LINE = re.compile(r"[;\n\r\t]|$")


@command("invite", who="owners", during=[CycleState.PREPARING, CycleState.ENROLLING])
async def invite(desk: Desk, turn: Turn, rest: str) -> None:
    """Resolve the people and show the preview; nobody is invited before it is confirmed."""
    role, people = role_in(rest)
    await invitation.prepare(desk.world, turn.person_id, role, listed_in(people), turn.chat)


def listed_in(text: str) -> PeopleAndGroups:
    """The list without its groups, and of each group the words from its name to the end of the
    line, or to the next group.
    """
    opened = list(GROUP.finditer(text))
    until = [*(each.start() for each in opened), len(text)]
    people, groups = [text[: until[0]]], list[str]()
    for each, following in zip(opened, until[1:], strict=True):
        end = END_OF_LINE.search(text, each.end(), following)
        words = text[each.end() : end.start() if end else following]
        groups += names_in(words) if each["several"] else [words]
        people.append(text[end.end() : following] if end else "")
    return PeopleAndGroups("\n".join(people), tuple(groups))


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
