"""What people type in commands besides their names, in whichever language."""

from __future__ import annotations

import re

from cards.kit.words import typed
from mentoring.domain.pasted import names_in


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


BEFORE_REASON = re.compile(
    rf"(?:{'|'.join(re.escape(one) for one in typed('mentor') if ':' in one)}|[^:])*+",
    re.IGNORECASE,
)
BESIDE_PAIR = re.compile(
    rf"^\s*(?:(?:{either('light')})\s+)?(?:{either('tandem-of')})\s+"
    rf"|[\s,]+(?:{either('as')})(?:\s+(?:{either('light')}))?(?:\s+tandem)?\s*$",
    re.IGNORECASE,
)
LONGEST_NAME = 5
"""In words."""


def people_and_reason(said: str) -> tuple[str, str]:
    """Who is named, and the reason behind a colon; that of ``Mentor:in`` is none."""
    found = BEFORE_REASON.match(said)
    people = found[0] if found else ""
    return people, said[len(people) + 1 :].strip()


def pair_in(said: str) -> str:
    """What is said of people, without roles and what they become (``… as a tandem``)."""
    return people_in(BESIDE_PAIR.sub("", said))


def names_a_pair(said: str) -> bool:
    """Whether two people are named who may become a tandem: not something else, and not two in the
    same role, whom one would invite.
    """
    people = people_and_reason(said)[0]
    named = names_in(pair_in(people))
    words = {word.strip(".,;()") for word in people.casefold().split()}
    roles = [bool(words & {*typed(role)}) for role in ("mentor", "mentee")]
    about_people = roles[0] == roles[1] and not words & {*typed("no-person")}
    short = all(len(name.split()) <= LONGEST_NAME for name in named)
    return about_people and short and len(named) == 2
