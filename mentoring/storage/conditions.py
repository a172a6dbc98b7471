"""Which rows are meant: the conditions of ``mentoring.ports.rows.Rows`` as those of SQL."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    case,
    cast,
    false,
    literal_column,
    or_,
    select,
    true,
)

from mentoring.ports.rows import (
    Above,
    Among,
    Cases,
    Containing,
    Meeting,
    NoneOf,
    Other,
    Saying,
    Those,
    UpTo,
)

SEVERAL_KINDS = (list, tuple, set, frozenset)
"""What a condition takes for several values."""


@dataclass(frozen=True)
class Usual:
    """Conditions of the usual kind: each column of ``table`` that is named equals one text, or, for
    those in ``several``, one of a list. A statement with them is built once, and then given values.
    """

    table: Table
    names: tuple[str, ...]
    several: tuple[str, ...]

    def conditions(self, prefix: str = "is_") -> list[ColumnElement[bool]]:
        """They as SQL; the parameters are called like the columns, after the prefix."""
        return plain(self.table, self.names, self.several, prefix)


def usual(table: Table, equals: Mapping[str, object]) -> Usual | None:
    """The conditions, if all of them are of the usual kind."""
    values = equals.items()
    if not all(
        isinstance(each, (str, *SEVERAL_KINDS)) and name in table.c for name, each in values
    ):
        return None
    several = tuple(name for name, each in values if isinstance(each, SEVERAL_KINDS))
    return Usual(table, tuple(equals), several)


def given(equals: Mapping[str, object], prefix: str = "is_") -> dict[str, object]:
    """The values for a statement with usual conditions."""
    return {
        f"{prefix}{name}": sorted(each) if isinstance(each, SEVERAL_KINDS) else each
        for name, each in equals.items()
    }


@dataclass(frozen=True)
class Selected(Those):
    """Those that the column ``of`` has in the rows of a table that meet these conditions."""

    table: Table
    of: str
    equals: Mapping[str, object]

    def __hash__(self) -> int:
        """By the texts in the conditions: a unit that changes a thousand rows has as many of these
        to tell apart.
        """
        texts = frozenset((name, _texts_in(value)) for name, value in self.equals.items())
        return hash((self.table.name, self.of, texts))

    @property
    def query(self) -> Select[Any]:
        """What finds them."""
        return those_where(self.table, self.of, chosen(self.table, self.equals))


def _texts_in(value: object) -> Hashable:
    """One text or several; of a condition of another kind nothing."""
    if isinstance(value, list | tuple):
        return tuple(value)
    if isinstance(value, set | frozenset):
        return frozenset(value)
    return value if isinstance(value, str) else None


def those_where(table: Table, of: str, conditions: Iterable[ColumnElement[bool]]) -> Select[Any]:
    """Finds what the column has in the rows that meet the conditions, as a value for a column of
    other rows.
    """
    found = select(column_of(table, of)).select_from(table).where(*conditions)
    return found.correlate(None)


@cache
def plain(
    table: Table, names: tuple[str, ...], several: tuple[str, ...], prefix: str = "is_"
) -> list[ColumnElement[bool]]:
    """Conditions that these columns equal the parameters ``<prefix><name>``; those in ``several``
    equal one of a list. Made once.
    """
    lists: dict[str, ColumnElement[Any]] = {
        name: bindparam(f"{prefix}{name}", expanding=True) for name in several
    }
    return [
        table.c[name].in_(lists[name])
        if name in lists
        else table.c[name] == bindparam(f"{prefix}{name}")
        for name in names
    ]


def chosen(table: Table, equals: Mapping[str, object]) -> list[ColumnElement[bool]]:
    """The conditions that ``mentoring.ports.rows.Rows`` describes."""
    return [_condition(column_of(table, name), value) for name, value in equals.items()]


def column_of(table: Table, name: str | Cases) -> ColumnElement[Any]:
    """The column of this name, the text at a place within a nested one (``profile.name``), or the
    first case that a row meets.

    SQLite and PostgreSQL say it alike.
    """
    if isinstance(name, Cases):
        every = [and_(true(), *chosen(table, each)) for each in name.conditions]
        return case(*((met, number) for number, met in enumerate(every)), else_=len(every))
    head, _, place = name.partition(".")
    if not place:
        return table.c[head]
    if not place.isidentifier():
        raise ValueError(f"{place!r} is no field of {head}")
    return literal_column(f"{table.name}.{table.c[head].name} ->> '{place}'", Text)


def _condition(column: ColumnElement[Any], value: object) -> ColumnElement[bool]:
    match value:
        case bool():
            # Written out, so that an index over the rows with this value is used.
            return column == (true() if value else false())
        case tuple() | list() | set() | frozenset():
            return column.in_(sorted(value))
        case Selected(query=query):
            return column.in_(query)
        case Other() | NoneOf() | Among() | Meeting():
            return _apart(column, value)
        case Above() | UpTo() | Containing() | Saying():
            return _compared(column, value)
    return column == value


def _apart(
    column: ColumnElement[Any], value: Other | NoneOf | Among | Meeting
) -> ColumnElement[bool]:
    match value:
        case Other(value=other):
            return column != other
        case NoneOf(values=others):
            return column.not_in(sorted(others))
        case Meeting(cases=cases, numbers=numbers):
            return column_of(column.table, cases).in_(sorted(numbers))
        case Among(those=those, others=others, but=but):
            inside = [column.in_(query) for query in _queries(those)]
            outside = [column.not_in(query) for query in _queries(others)]
            return and_(or_(*inside) if inside else true(), *outside, column.not_in(sorted(but)))


def _queries(those: Iterable[Those]) -> list[Select[Any]]:
    """Raises ``TypeError`` for what ``SqlRows.those`` has not made: left out, it would choose more
    rows than were meant.
    """
    return [_query(each) for each in those]


def _query(those: Those) -> Select[Any]:
    if not isinstance(those, Selected):
        raise TypeError(f"{those!r} is not what `those` gives")
    return those.query


def _compared(
    column: ColumnElement[Any], value: Above | UpTo | Containing | Saying
) -> ColumnElement[bool]:
    match value:
        case Saying(words=words):
            return and_(true(), *(_says(column, word) for word in words))
        case Above(value=least):
            return column > least
        case UpTo(value=most):
            return column <= most
        case Containing(text=part):
            return cast(column, Text).contains(part, autoescape=True)


def _says(column: ColumnElement[Any], word: str) -> ColumnElement[bool]:
    """SQLite folds no letters beyond English ones, so each way to write the word is looked for."""
    ways = sorted({word, word.lower(), word.upper(), word.capitalize()})
    return or_(*(column.icontains(each, autoescape=True) for each in ways))
