"""How a cell of the people file is read.

Each reader takes the text and the role, and gives the value or says what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from mentoring.domain.people import Role

HIGHEST_CAPACITY = 2
HIGHEST_TOPIC_LEVEL = 3


class WrongCell(Exception):
    """A cell cannot be read; ``code`` and ``facts`` say why, the reader of the file knows the line
    and column.
    """

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def listed(text: str) -> tuple[str, ...]:
    """The entries of a list; they are separated by semicolons, and an empty entry is none."""
    return tuple(part.strip() for part in text.split(";") if part.strip())


def read_id(text: str) -> str:
    """The id of a person, as it stands."""
    if not text:
        raise WrongCell("id")
    return text


def read_role(text: str) -> Role:
    """``mentor`` or ``mentee``."""
    if text not in {role.value for role in Role}:
        raise WrongCell("role", value=text)
    return Role(text)


def read_level(text: str) -> int:
    """The distance from the top of the company, 1 = top."""
    return _whole_number(text, "level", lowest=1)


def read_languages(text: str) -> frozenset[str]:
    """At least one language."""
    found = frozenset(listed(text))
    if not found:
        raise WrongCell("languages")
    return found


def read_capacity(text: str, role: Role) -> int:
    """How many partners: always one for a mentee, one or two for a mentor.

    An empty cell means one.
    """
    highest = HIGHEST_CAPACITY if role is Role.MENTOR else 1
    return _whole_number(text or "1", f"capacity_{role.value}", lowest=1, highest=highest)


def read_wishes(text: str, known: Callable[[str], str]) -> tuple[str, ...]:
    """A mentee's topics in order of importance; ``known`` gives a topic's id."""
    wishes = [known(topic) for topic in listed(text)]
    for topic in listed(text):
        if re.search(r":\s*[0-9]+$", topic):
            raise WrongCell("wish_level", value=topic)
    return tuple(_each_once(wishes, "mentee"))


def read_teaches(text: str, known: Callable[[str], str]) -> dict[str, int]:
    """A mentor's topics, each ``topic:level`` with a level from 1 to 3; ``known`` gives a topic's
    id.
    """
    found = []
    for entry in listed(text):
        topic, _, level = entry.rpartition(":")
        if not topic.strip():
            raise WrongCell("topic_level", value=entry)
        number = _whole_number(
            level.strip(), "topic_level", lowest=1, highest=HIGHEST_TOPIC_LEVEL, value=entry
        )
        found.append((known(topic.strip()), number))
    _each_once([topic for topic, _ in found], "mentor")
    return dict(found)


def _each_once(topics: list[str], role: str) -> list[str]:
    if not topics:
        raise WrongCell(f"topics_{role}")
    for topic in topics:
        if topics.count(topic) > 1:
            raise WrongCell("topic_twice", value=topic)
    return topics


def _whole_number(
    text: str, code: str, *, lowest: int, highest: int | None = None, value: str | None = None
) -> int:
    """A whole number in plain digits within the limits; ``value`` is what the fault quotes, if not
    the text itself.
    """
    number = int(text) if re.fullmatch(r"[0-9]{1,6}", text) else None
    if number is None or number < lowest or (highest is not None and number > highest):
        raise WrongCell(code, value=text if value is None else value)
    return number
