"""Whom a pasted list to invite means, and in which roles: names, e-mails, groups, or all of them
mixed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.typed.words import either
from mentoring.domain.errors import Refusal
from mentoring.domain.pasted import CURLY, PeopleAndGroups, conjunctions, names_in
from mentoring.domain.people import Role

ROLES = {
    role: re.compile(rf"^((?:{either('as')})\s+)?(?:{either(role)})(?!\w)[:\s]*", re.IGNORECASE)
    for role in Role
}
ROLES_LAST = {
    role: re.compile(rf"(?<!\S)(?:{either('as')})\s+(?:{either(role)})[.!\s]*$", re.IGNORECASE)
    for role in Role
}
AND = "|".join(re.escape(each) for each in sorted(conjunctions()))
ALSO = re.compile(
    rf"(?:{AND})\s+(?:(?:{either('as')})\s+)?(?:{either('mentor')}|{either('mentee')})(?!\w)",
    re.IGNORECASE,
)
GROUP = re.compile(
    rf"(?:^|(?<=[,;\n\r\t])|(?<=\s)(?:{AND})\s)[ \xa0]{{0,9}}"
    r"(?:(?:[-–•*]{1,9}|\d{1,4}[.)])[ \xa0]{0,9})?"
    rf"(?:(?:{either('light')})\s)?(?:(?P<several>{either('groups')})|{either('group')})(?!\w)"
    r"[:\s]{1,9}(?=[^\s,;])",
    re.IGNORECASE,
)
"""Where the name of a group, or of several, begins in a list."""
END_OF_LINE = re.compile(r"[;\n\r\t]|$")
SAID = re.compile(
    rf"(?<![^\s,;:])(?P<behind>(?:{either('as')})\s{{1,9}}(?:(?:{either('light')})\s{{1,9}})?)?"
    rf"(?:(?P<mentor>{either('mentor')})|(?P<mentee>{either('mentee')}))(?![\w@.-]*[\w@])"
    r"[ \xa0]{0,9}:?",
    re.IGNORECASE,
)
"""A role, with *as* before it or without."""
TOGETHER = re.compile(r'"[^"\n]*"|<[^<>\s]*>')
"""What is one name, whatever stands in it."""
PIECE = re.compile(r"[;\n\r]")
OF_A_GROUP = re.compile(rf"(?<!\S)(?:{either('groups')}|{either('group')}):?$", re.IGNORECASE)
LAST_AND = re.compile(rf"(?<!\S)(?:{AND})$", re.IGNORECASE)
LONGEST_BEFORE = 40


@dataclass(frozen=True)
class Listed:
    """Some people, and the role in which they are to be invited; None if that is not said."""

    role: Role | None
    people: str


def lists_in(said: str) -> list[Listed]:
    """The people of each role. A role stands before its people (``mentors A, mentees B``) or behind
    them (``A as mentor and B as mentee``; a pasted table).

    Raises:
        Refusal: ``invite-roles`` if it is not clear who is meant in which role.
    """
    found: dict[Role | None, list[str]] = {}
    parts = list(_parts(said))
    for role, people in parts:
        if _names_anybody(people):
            found.setdefault(role, []).append(people.strip())
        elif role is not None and len(parts) > 1:
            raise Refusal("invite-roles")
    if not found:
        found = {parts[0][0]: [parts[0][1].strip()]}
    return [Listed(role, "\n".join(people)) for role, people in found.items()]


def _names_anybody(people: str) -> bool:
    listed = listed_in(people)
    return bool(listed.groups or names_in(listed.people))


def _parts(said: str) -> Iterator[tuple[Role | None, str]]:
    """The text taken apart at its roles, in its order."""
    ahead: Role | None = None
    begin = 0
    for found, leads in _roles(said):
        role, before = _role(found), said[begin : found.start()]
        if leads:
            if ahead or _names_anybody(before):
                yield ahead, before
            ahead = role
        else:
            if ahead not in {None, role}:
                raise Refusal("invite-roles")
            yield role, before
            ahead = None
        begin = found.end()
    if ahead or begin == 0 or said[begin:].strip():
        yield ahead, said[begin:]


def _role(found: re.Match[str]) -> Role:
    return Role.MENTOR if found["mentor"] else Role.MENTEE


def _roles(said: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Each role that is said, and whether it stands before its people; what belongs to a name, or
    to the name of a group, is none.
    """
    bare = TOGETHER.sub(lambda name: "\ue000" * len(name[0]), said.translate(CURLY))
    every = list(SAID.finditer(bare))
    gaps = _gaps(bare, every)
    in_group = False
    for found, before, behind in zip(every, gaps, gaps[1:], strict=False):
        piece = PIECE.split(before)
        named = bool(OF_A_GROUP.search(before.rstrip()[-LONGEST_BEFORE:]))
        in_group = named or bool(GROUP.search(piece[-1])) or (in_group and len(piece) == 1)
        leads = _leads(found, before, behind, is_first=found is every[0], in_group=in_group)
        if not named and leads is not None:
            yield found, leads


def _gaps(text: str, every: Sequence[re.Match[str]]) -> list[str]:
    """What stands before, between and behind these parts of the text."""
    begins, ends = [0, *(each.end() for each in every)], [each.start() for each in every]
    return [text[begin:end] for begin, end in zip(begins, [*ends, len(text)], strict=True)]


def _leads(
    found: re.Match[str], before: str, behind: str, *, is_first: bool, in_group: bool
) -> bool | None:
    """Whether the role stands before its people or behind them; None if it is none."""
    after, joined = _without_and(before.rstrip(" \xa0"))
    ended = joined or after.endswith((",", ";", ":", "\n", "\r", "\t"))
    if after.endswith((";", "\n", "\r")) or (is_first and not after):
        return True
    closes = _closes(behind)
    if found["behind"]:
        return ended and not closes
    if closes:
        return None if in_group or not ended else False
    return True if ended or not in_group else None


def _without_and(text: str) -> tuple[str, bool]:
    """The text without an *and* at its end, and whether there was one."""
    found = LAST_AND.search(text, max(0, len(text) - LONGEST_BEFORE))
    return (text[: found.start()].rstrip(" \xa0"), True) if found else (text, False)


def _closes(behind: str) -> bool:
    """Whether nothing follows in the same piece of the list."""
    follows = behind.lstrip(" \xa0.!")[:LONGEST_BEFORE]
    first = follows.split(" ", 1)[0].casefold()
    return not follows or follows[0] in ",;\n\r\t" or first in conjunctions()


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


def role_in(rest: str) -> tuple[Role | None, str]:
    """The one role, before what is said of it or behind it, and the rest."""
    for role, words in ROLES.items():
        if found := words.match(rest):
            return role, rest[found.end() :].strip()
    for role, words in ROLES_LAST.items():
        if found := words.search(rest):
            return role, rest[: found.start()].strip()
    return None, rest.strip()


def is_both(rest: str) -> bool:
    """Whether what follows a role names one more."""
    return bool(ALSO.match(rest))
