"""Which rows are meant: the conditions of ``mentoring.ports.rows.Rows`` as those of SQL."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
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
MOST = 256
"""So many values a condition of the usual kind has at most."""


@dataclass(frozen=True)
class Usual:
    """Conditions of the usual kind: each column of ``table`` that is named equals one text, or one
    of as many as ``places`` says. A statement with them is built once, and then given values.
    """

    table: Table
    names: tuple[str, ...]
    places: tuple[int | None, ...]

    def conditions(self, prefix: str = "is_") -> list[ColumnElement[bool]]:
        """They as SQL; the parameters are called like the columns, after the prefix."""
        return plain(self.table, self.names, self.places, prefix)


def usual(table: Table, equals: Mapping[str, object]) -> Usual | None:
    """The conditions, if all of them are of the usual kind."""
    if not all(name in table.c and _is_usual(each) for name, each in equals.items()):
        return None
    places = (
        places_for(len(each)) if isinstance(each, SEVERAL_KINDS) else None
        for each in equals.values()
    )
    return Usual(table, tuple(equals), tuple(places))


def _is_usual(value: object) -> bool:
    if isinstance(value, SEVERAL_KINDS):
        return len(value) <= MOST
    return isinstance(value, str)


def given(equals: Mapping[str, object], prefix: str = "is_") -> dict[str, object]:
    """The values for a statement with usual conditions."""
    values: dict[str, object] = {}
    for name, each in equals.items():
        if isinstance(each, SEVERAL_KINDS):
            values |= filled(f"{prefix}{name}", each)
        else:
            values[f"{prefix}{name}"] = each
    return values


def places_for(count: int) -> int:
    """How many places a condition has for so many values: few statements are built and prepared,
    however long their lists are.
    """
    return 1 << (count - 1).bit_length() if count else 0


def portions(values: Collection[Any]) -> Iterator[Sequence[Any]]:
    """The values in order, in portions for which there are places."""
    ordered = sorted(values)
    return (ordered[first : first + MOST] for first in range(0, len(ordered), MOST))


def one_of(column: ColumnElement[Any], name: str, places: int) -> ColumnElement[bool]:
    """That the column is one of the values for which the parameters of this name have places."""
    if not places:
        return false()
    return column.in_([bindparam(f"{name}_{nth}", type_=column.type) for nth in range(places)])


def filled(name: str, values: Collection[Any], places: int | None = None) -> dict[str, object]:
    """The values for their places, or for so many; the last one fills those that are left."""
    ordered = sorted(values)
    places = places_for(len(ordered)) if places is None else places
    ordered += ordered[-1:] * (places - len(ordered))
    return {f"{name}_{nth}": each for nth, each in enumerate(ordered)}


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
    table: Table, names: tuple[str, ...], places: tuple[int | None, ...], prefix: str = "is_"
) -> list[ColumnElement[bool]]:
    """Conditions that these columns equal the parameters ``<prefix><name>``, or one of those for
    which there are ``places``. Made once.
    """
    return [
        table.c[name] == bindparam(f"{prefix}{name}")
        if count is None
        else one_of(table.c[name], f"{prefix}{name}", count)
        for name, count in zip(names, places, strict=True)
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
