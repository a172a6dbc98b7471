"""The programme's settings one by one: what each may be, by what the types of ``Programme`` say.

A setting is named by its path as a file writes it (``sessions.months``). What stands at a path is
plain: texts, numbers, lists, as JSON has them.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Annotated, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen
from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from mentoring.domain.language import LANGUAGES
from mentoring.domain.programme import Programme

Kind = Literal["line", "number", "choice", "switch", "several", "list", "numbers", "days", "time"]
Plain = Mapping[str, object]
LONGEST_LINE = 500
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "basics": ("name", "tone", "language", "cycles"),
    "sponsor": (
        *("sponsor.name", "sponsor.title", "sponsor.email"),
        *(f"sponsor.sentence_{code}" for code in LANGUAGES),
    ),
    "contacts": ("contact.name", "contact.email", "boundary.name", "boundary.email"),
    "sessions": (
        *("sessions.length_minutes", "sessions.rhythm", "sessions.months", "sessions.number"),
        *("organizer", "sessions.lengths", "sessions.rhythms"),
    ),
    "times": (
        *("sessions.earliest", "sessions.latest", "sessions.closing_days"),
        *("sessions.notice_days", "sessions.move_days", "sessions.pause_days"),
        "sessions.step_minutes",
    ),
    "people": ("apply_as", "under_18", "languages", "offers.days", "offers.reminders"),
    "condition": tuple(
        f"{role}_condition.text_{code}" for role in ("mentor", "mentee") for code in LANGUAGES
    ),
    "circles": ("mentors_circle", "communities"),
    "figures": ("smallest_group", "wish_to_stay", "retention.months"),
}
"""The settings that a card has inputs for, by the part of the card; topics have a part of their
own.
"""
BY_FILE = (
    *("kits", "matching", "sponsor.picture", "texts"),
    *("sessions.lunch", "sessions.no_go", "sessions.regions"),
)
"""What owners set as text: pictures, tables whose inputs would fill cards, and the matching, which
has a card of its own to try it out; the texts have one, too.
"""


@dataclass(frozen=True)
class Setting:
    """What may stand at a path: its ``kind``, the values to choose from, the bounds of a number or
    the longest text; ``optional`` ones may be empty.
    """

    path: str
    kind: Kind
    choices: tuple[str, ...] = ()
    lowest: int = 0
    highest: int | None = None
    longest: int = LONGEST_LINE
    optional: bool = False


def setting(path: str) -> Setting:
    """What may stand at the path."""
    kinds = list(_flat(_declared(path)))
    optional = type(None) in kinds
    choices = _choices(kinds)
    if any(get_origin(each) is tuple for each in kinds):
        return Setting(path, _kind_of_list(kinds, choices), choices, optional=True)
    lowest = next((each.ge for each in kinds if isinstance(each, Ge)), 0)
    highest = next((each.le for each in kinds if isinstance(each, Le)), None)
    longest = next(filter(None, map(_longest, kinds)), LONGEST_LINE)
    kind = _kind(kinds, choices)
    number = int(str(lowest)), None if highest is None else int(str(highest))
    return Setting(path, kind, choices, *number, min(longest, LONGEST_LINE), optional=optional)


def _longest(kind: object) -> int | None:
    return kind.max_length if isinstance(kind, MaxLen | StringConstraints) else None


def _kind(kinds: Sequence[object], choices: Sequence[str]) -> Kind:
    if choices:
        return "choice"
    if bool in kinds:
        return "switch"
    if int in kinds:
        return "number"
    return "time" if time in kinds else "line"


def _kind_of_list(kinds: Sequence[object], choices: Sequence[str]) -> Kind:
    if choices:
        return "several"
    if int in kinds:
        return "numbers"
    return "days" if date in kinds else "list"


def _declared(path: str) -> list[object]:
    """The types at the end of the path; what a table writes for each language is a text."""
    table: type[BaseModel] = Programme
    *around, name = path.split(".")
    for part in around:
        inner = [
            each
            for each in _flat([table.model_fields[part].annotation])
            if isinstance(each, type) and issubclass(each, BaseModel)
        ]
        table = inner[0]
    found = table.model_fields.get(name)
    return [found.annotation, *found.metadata] if found else [str]


def _flat(kinds: Sequence[object]) -> Iterator[object]:
    """Every type itself, and what it is made of."""
    for kind in kinds:
        yield kind
        if isinstance(kind, FieldInfo):
            yield from _flat(kind.metadata)
        elif get_origin(kind) in {Annotated, Union, types.UnionType, tuple}:
            yield from _flat(get_args(kind))


def _choices(kinds: Sequence[object]) -> tuple[str, ...]:
    named = [each for each in kinds if get_origin(each) is Literal]
    return tuple(str(value) for each in named for value in get_args(each))


def plain(programme: Programme) -> Plain:
    """The settings as a file has them, each with its value."""
    return programme.model_dump(mode="json")


def value_at(settings: Mapping[str, object], path: str) -> object:
    """What stands at the path; None if nothing does."""
    found: object = settings
    for part in path.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def with_values(settings: Plain, values: Plain) -> dict[str, object]:
    """The settings with other values at these paths; None takes away what stood there."""
    made = {**settings}
    for path, value in values.items():
        name, _, rest = path.partition(".")
        inner = made.get(name)
        if rest:
            made[name] = with_values(inner if isinstance(inner, Mapping) else {}, {rest: value})
        elif value is None:
            made.pop(name, None)
        else:
            made[name] = value
    return made


@dataclass(frozen=True)
class Changed:
    """A setting that is otherwise; None where it was not, or is no more."""

    path: str
    before: object
    after: object


def changes(before: Programme, after: Programme) -> tuple[Changed, ...]:
    """What is otherwise, path by path; lists are compared as a whole."""
    return tuple(_changes(plain(before), plain(after), ""))


def _changes(
    before: Mapping[str, object], after: Mapping[str, object], at: str
) -> Iterator[Changed]:
    for key in dict.fromkeys([*before, *after]):
        old, new, path = before.get(key), after.get(key), f"{at}{key}"
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            yield from _changes(old, new, f"{path}.")
        elif old != new:
            yield Changed(path, old, new)
