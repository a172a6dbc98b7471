"""From pydantic's errors to what is told of a setting: where it stands, what is allowed there, and
the nearest word.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process, utils

from bot.programmes.lines import Path
from mentoring.domain.language import LANGUAGES
from mentoring.domain.programme import RETIRED, Programme
from mentoring.domain.tables import keys_of

NEAR = 60
"""From this likeness on (0 to 100) a word is named as the one that was probably meant."""
LONGEST_SHOWN = 60
KINDS = {
    "int": "number",
    "string": "text",
    "bool": "switch",
    "tuple": "list",
    "model": "table",
    "dict": "table",
    "date": "day",
    "time": "time",
}
"""What a value has to be, by the first word of pydantic's code."""
SPOKEN_AS = {"rules": "rules_", "sentences": "sentence_", "texts": "text_"}
"""Before a language's code, what a file writes for each of these fields."""
BOUNDS = frozenset({"greater_than_equal", "less_than_equal"})
LENGTHS = {
    "too_short": "too-few",
    "too_long": "too-many",
    "string_too_short": "empty",
    "string_too_long": "text-too-long",
}
OWN = frozenset(
    {
        "topic_twice", "topic_id", "address", "picture", "reminders", "falling", "not_switchable",
        "people_twice", "in_two_groups", "months_or_number", "order", "no_reminders", "region",
        "region_twice", "kit_id", "kit_twice", "no_texts", "link", "boundary", "no_room",
    }
)  # fmt: skip
"""The codes that our own types raise; the words have hyphens."""


@dataclass(frozen=True)
class Finding:
    """Something wrong at a path of the file, as code and facts."""

    path: Path
    code: str
    facts: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """The path as a person writes it; which entry of a list it is, the line says."""
        return ".".join(part for part in self.path if isinstance(part, str))


def explained(plain: Mapping[str, object], error: ErrorDetails) -> Finding | None:
    """What is told of an error; None where another one tells it better."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "literal_error" and context.get("expected") == "False":
        return None  # lunch = false is one way to write it; what is wrong with the other is told
    if kind == "too_short" and len(error["input"]) >= int(context["min_length"]):
        return None  # an entry is missing only because something else is wrong with it
    path, kinds = _placed(plain, error["loc"])
    if kind == "extra_forbidden":
        return _unknown(path, kinds)
    if kind in {"literal_error", "one_of"}:
        allowed = str(context["allowed"]).split(", ") if kind == "one_of" else _choices(kinds)
        return Finding(path, "choice", with_nearest(error["input"], allowed))
    return Finding(path, *_bounds(kinds)) if kind in BOUNDS else _coded(path, error)


def _coded(path: Path, error: ErrorDetails) -> Finding:
    """What an error's own code and context say."""
    kind, context = error["type"], error.get("ctx", {})
    if kind in LENGTHS:
        limits = {key: value for key, value in context.items() if isinstance(value, int)}
        return Finding(path, LENGTHS[kind], {**limits, "length": len(error["input"])})
    if kind in OWN:
        facts = {key: value for key, value in context.items() if key != "at"}
        return Finding((*path, *_at(str(context.get("at", "")))), kind.replace("_", "-"), facts)
    return _other(path, kind, error)


def _at(text: str) -> Path:
    """The rest of a path that one of our types names, in text."""
    parts = filter(None, text.split("."))
    return tuple(int(part) if part.isdecimal() else part for part in parts)


def _other(path: Path, kind: str, error: ErrorDetails) -> Finding:
    if kind == "missing":
        return Finding(path, "missing", {"name": str(error["loc"][-1])})
    needed = KINDS.get(kind.split("_", maxsplit=1)[0])
    if needed:
        return Finding(path, f"kind-{needed}", {"value": _shown(error["input"])})
    return Finding(path, "other", {"message": error["msg"]})


def nearest(word: object, allowed: Sequence[str]) -> str:
    """The allowed word that is most like this one; empty if none is near."""
    found = process.extractOne(
        str(word), allowed, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=NEAR
    )
    return str(found[0]) if found else ""


def with_nearest(word: object, allowed: Sequence[str]) -> dict[str, str | int]:
    """The facts of a word that is not allowed: what is, and which was probably meant."""
    near = nearest(word, allowed)
    return {"value": _shown(word), "allowed": ", ".join(allowed), "nearest": near or "none"}


def _unknown(path: Path, kinds: Sequence[object]) -> Finding:
    """A key that is not allowed where it stands: gone, at home in another table, or misspelt."""
    key, shown = str(path[-1]), ".".join(part for part in path if isinstance(part, str))
    if shown in RETIRED:
        return Finding(path, RETIRED[shown])
    homes = [name for name, each in tables_of(Programme) if key in keys_of(each)]
    table = next(iter(_models(kinds)), Programme)
    if homes:
        around = shown.rpartition(".")[0]
        within = (name for name in homes if name.startswith(f"{around}."))
        return Finding(path, "elsewhere", {"table": next(within, homes[0]) or "none"})
    return Finding(path, "unknown", with_nearest(key, keys_of(table)))


def tables_of(table: type[BaseModel], name: str = "") -> Iterator[tuple[str, type[BaseModel]]]:
    """The table and all those inside it, each with its name in a file."""
    yield name, table
    for key, each in table.model_fields.items():
        for inner in _models([each.annotation]):
            yield from tables_of(inner, f"{name}.{key}".strip("."))
        for language, inner in product(LANGUAGES, _spoken([each.annotation])):
            yield from tables_of(inner, f"{name}.{language}")


def _placed(plain: Mapping[str, object], loc: Sequence[str | int]) -> tuple[Path, Sequence[object]]:
    """The path in the file that pydantic's ``loc`` means, and what may stand there: of the last
    part if it is known, else of the table around it.

    What is no key and no entry of the file names a branch of a union, or the field whose values lie
    under their languages' codes, and is left out.
    """
    value: Any = plain
    path: Path = ()
    kinds: Sequence[object] = (Programme,)
    for around, part in pairwise((*loc[:1], *loc)):
        step = _step(value, part, SPOKEN_AS.get(str(around), ""))
        if step is not None:
            path, value = (*path, step), value[step]
        kinds = _inside(kinds, part) or kinds
    return path, kinds


def _step(value: object, part: str | int, prefix: str) -> str | int | None:
    if isinstance(value, list) and isinstance(part, int):
        return part if part < len(value) else None
    if isinstance(value, Mapping):
        return next((key for key in (f"{prefix}{part}", part) if key in value), None)
    return None


def _inside(kinds: Sequence[object], part: str | int) -> Sequence[object]:
    """What may stand below ``part`` of something of these kinds."""
    if isinstance(part, str):
        fields = (table.model_fields.get(part) for table in _models(kinds))
        found = [kind for each in fields if each for kind in (each.annotation, *each.metadata)]
        return found or list(_spoken(kinds))
    return [kind for each in kinds for kind in get_args(each) if kind is not Ellipsis]


def _flat(kinds: Sequence[object]) -> Iterator[object]:
    """Every kind itself, with the members of unions and what stands in ``Annotated``."""
    for kind in kinds:
        yield kind
        if get_origin(kind) in {Annotated, Union, types.UnionType}:
            yield from _flat(get_args(kind))
        elif isinstance(kind, FieldInfo):
            yield from _flat(kind.metadata)


def _models(kinds: Sequence[object]) -> Iterator[type[BaseModel]]:
    """The tables among these kinds, and those of which they are lists."""
    for kind in _flat(kinds):
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield kind
        elif get_origin(kind) is tuple:
            yield from _models(get_args(kind))


def _spoken(kinds: Sequence[object]) -> Iterator[type[BaseModel]]:
    """The tables of which there is one for each language."""
    for kind in _flat(kinds):
        if get_origin(kind) is dict:
            yield from _models(get_args(kind)[1:])


def _choices(kinds: Sequence[object]) -> list[str]:
    found = [kind for kind in _flat(kinds) if get_origin(kind) is Literal]
    return [_shown(value) for kind in found for value in get_args(kind)]


def _bounds(kinds: Sequence[object]) -> tuple[str, dict[str, str | int]]:
    """The code and facts of a number out of its bounds."""
    known = list(_flat(kinds))
    lowest = next((str(each.ge) for each in known if isinstance(each, Ge)), "0")
    highest = next((str(each.le) for each in known if isinstance(each, Le)), "")
    if not highest:
        return "at-least", {"lowest": lowest}
    return "range", {"lowest": lowest, "highest": highest}


def _shown(value: object) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text[:LONGEST_SHOWN]
