"""Which rows are meant: the conditions of ``mentoring.ports.rows.Rows`` as those of SQL."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, Text, bindparam, cast, false, true

from mentoring.ports.rows import Above, Containing, NoneOf, Other, UpTo


@cache
def plain(
    table: Table, names: tuple[str, ...], several: tuple[str, ...]
) -> list[ColumnElement[bool]]:
    """Conditions that these columns equal the parameters ``is_<name>``; those in ``several`` equal
    one of a list. Made once.
    """
    lists: dict[str, ColumnElement[Any]] = {
        name: bindparam(f"is_{name}", expanding=True) for name in several
    }
    return [
        table.c[name].in_(lists[name])
        if name in lists
        else table.c[name] == bindparam(f"is_{name}")
        for name in names
    ]


def chosen(table: Table, equals: Mapping[str, object]) -> list[ColumnElement[bool]]:
    """The conditions that ``mentoring.ports.rows.Rows`` describes."""
    return [_condition(table.c[name], value) for name, value in equals.items()]


def _condition(column: ColumnElement[Any], value: object) -> ColumnElement[bool]:
    match value:
        case bool():
            # Written out, so that an index over the rows with this value is used.
            return column == (true() if value else false())
        case tuple() | list() | set() | frozenset():
            return column.in_(sorted(value))
        case Select():
            return column.in_(value)
        case Other(value=other):
            return column != other
        case NoneOf(values=others):
            return column.not_in(sorted(others))
        case Above() | UpTo() | Containing():
            return _compared(column, value)
    return column == value


def _compared(column: ColumnElement[Any], value: Above | UpTo | Containing) -> ColumnElement[bool]:
    match value:
        case Above(value=least):
            return column > least
        case UpTo(value=most):
            return column <= most
        case Containing(text=part):
            return cast(column, Text).contains(part, autoescape=True)
