"""Erasing what the registry says: the rule of each part (``Kept``) decides what goes when.

A part goes by emptying its fields; a row of which nothing meaningful would be left goes as a whole.
Whatever stands in no part cannot be erased, so ``tests/house/test_holdings.py`` fails for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from typing import Any

from mentoring.ports.rows import Row, UnitOfWork, rows_of
from mentoring.usecases.common.holdings import HOLDINGS, Holding, Part, Until


class _Nothing(Exception):
    """A field cannot be empty, so nothing of the row would be left."""


@dataclass(frozen=True)
class Expiring:
    """An entity some of whose parts go after an event, and all its parts of whatever holding.

    ``holding`` finds the rows, by an index if any of them does.
    """

    holding: Holding
    parts: tuple[Part, ...]


def expiring(*until: Until) -> Iterator[Expiring]:
    """The entities of which something goes after one of these events, each once."""
    entities = {each.entity: each for each in sorted(HOLDINGS, key=lambda each: each.quick)}
    for entity, holding in entities.items():
        parts = tuple(p for each in HOLDINGS if each.entity is entity for p in each.parts)
        due = tuple(part for part in parts if part.kept.until in until)
        if due:
            yield Expiring(holding, due)


def days_after(until: Until) -> list[int]:
    """After how many days from the event something goes, in order."""
    kept = (part.kept for holding in HOLDINGS for part in holding.parts)
    return sorted({each.days for each in kept if each.until is until})


def erase(uow: UnitOfWork, entity: type, key: str, parts: Sequence[Part]) -> bool:
    """Erase these parts of the row with this id; says whether there was anything to erase."""
    rows = rows_of(uow.everywhere, entity)
    row = rows.get(key)
    if row is None:
        return False
    left = without(row, parts)
    if left is None:
        rows.delete(key)
    elif left != row:
        rows.put(left)
    return bool(left != row)


def without(row: Row, parts: Sequence[Part]) -> Any:  # noqa: ANN401 - the row's own type
    """The row without what these parts hold; None if nothing would be left of it."""
    try:
        return replace(row, **_emptied(row, parts))  # type: ignore[type-var]  # every entity is a dataclass
    except _Nothing:
        return None


def _emptied(row: Row, parts: Sequence[Part]) -> Mapping[str, object]:
    """The columns that these parts hold, as they are when they hold nothing."""
    columns: dict[str, object] = {}
    paths = {path for part in parts if part.emptied is None for path in part.fields}
    for column in {path.partition(".")[0] for path in paths}:
        inside = {path.partition(".")[2] for path in paths if path.split(".")[0] == column} - {""}
        kept = _registered(type(row), column) - inside
        columns[column] = (
            _pruned(getattr(row, column), inside, kept)
            if inside and kept
            else _default(row, column)
        )
    for part in parts:
        columns.update(part.emptied or {})
    return columns


def _registered(entity: type, column: str) -> set[str]:
    """The fields nested in the column that stand in any part."""
    holdings = (each for each in HOLDINGS if each.entity is entity)
    paths = (path for each in holdings for part in each.parts for path in part.fields)
    return {path.partition(".")[2] for path in paths if path.split(".")[0] == column} - {""}


def _pruned(value: Any, paths: set[str], kept: set[str]) -> Any:  # noqa: ANN401 - whatever is nested
    """The value with these nested fields empty, and whatever has none that is ``kept`` empty as a
    whole; what has no empty form stays until its row goes.
    """
    if isinstance(value, tuple):
        return tuple(_pruned(each, paths, kept) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes = {}
    for name in {path.partition(".")[0] for path in paths}:
        inside, left = _within(paths, name), _within(kept, name)
        try:
            changes[name] = (
                _pruned(getattr(value, name), inside, left)
                if inside and left
                else _default(value, name)
            )
        except _Nothing:
            continue
    return replace(value, **changes)


def _within(paths: set[str], name: str) -> set[str]:
    """Those that are nested in the field, as they are called there."""
    return {path.partition(".")[2] for path in paths if path.split(".")[0] == name} - {""}


def _default(holder: object, name: str) -> Any:  # noqa: ANN401 - whatever the field holds
    """What the field holds when nobody has put anything into it."""
    [field] = [each for each in fields(holder) if each.name == name]  # type: ignore[arg-type]
    if field.default_factory is not MISSING:
        return field.default_factory()
    if field.default is MISSING:
        raise _Nothing
    return field.default
