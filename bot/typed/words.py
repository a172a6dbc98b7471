"""What people type in commands besides their names, in whichever language."""

from __future__ import annotations

import re

from cards.kit.words import typed


def either(key: str) -> str:
    """A pattern of everything that may be written for ``typed-<key>`` of the texts."""
    return "|".join(re.escape(word) for word in typed(key))


ROLE_BESIDE = re.compile(
    rf"(^|[\s,;])\s{{0,9}}\(?(?:(?:{either('as')})\s{{1,9}}(?:(?:{either('light')})\s{{1,9}})?)?"
    rf"(?:{either('mentor')}|{either('mentee')})(?![\w@.-]*[\w@])\s{{0,9}}[:)]?",
    re.IGNORECASE,
)


def people_in(said: str) -> str:
    """What is said of people, without the roles beside their names (``mentor Jan Kurz``, ``Jan Kurz
    as a mentee``) where a command needs none; a line of roles alone, a table's head, is left out.
    """
    lines = (ROLE_BESIDE.sub(r"\g<1>", line) for line in said.splitlines())
    bare = "\n".join(line for line in lines if re.search(r"\w", line)).strip()
    return bare or said


def says_more(rest: str) -> bool:
    """Whether anything is said behind a command that means something to it."""
    return bool({*rest.casefold().split()} - {*typed("light")})
