"""Statements whose parameters are single values, run straight by the database's driver: a press
reads and writes little else, and SQLAlchemy's own way to them costs more than the database's
(docs/why.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import attrgetter, methodcaller
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Dialect, Float, Select
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.dml import UpdateBase

from mentoring.storage import written

Make = Callable[[Any], Any]
Statement = Select[Any] | UpdateBase
K = TypeVar("K")
CURSOR = "cursor"
"""Where a connection keeps its own; SQLite's has none."""
_one, _all, _count = methodcaller("fetchone"), methodcaller("fetchall"), attrgetter("rowcount")


class Quick:
    """A statement; its parameters are single values."""

    def __init__(self, statement: Statement) -> None:
        self._statement = statement
        self._ways: dict[str, _Way] = {}

    def first(self, connection: Connection, given: Mapping[str, Any]) -> Sequence[Any] | None:
        """The row that it reads or returns, its columns as SQLAlchemy would give them; None if
        there is none.

        Raises:
            DBAPIError: as SQLAlchemy would tell it.
        """
        return self._way(connection).first(connection, given)

    def every(self, connection: Connection, given: Mapping[str, Any]) -> Iterator[Sequence[Any]]:
        """All rows that it reads, likewise; all have been read when the first is given."""
        return self._way(connection).every(connection, given)

    def each(self, connection: Connection, given: Iterable[Mapping[str, Any]]) -> None:
        """Run it for each of these.

        Raises:
            DBAPIError: as SQLAlchemy would tell it.
        """
        self._way(connection).each(connection, given)

    def changed(self, connection: Connection, given: Mapping[str, Any]) -> int:
        """Run it; how many rows it has written.

        Raises:
            DBAPIError: as SQLAlchemy would tell it.
        """
        return self._way(connection).changed(connection, given)

    def _way(self, connection: Connection) -> _Way:
        dialect = connection.dialect
        way = self._ways.get(dialect.name)
        if way is None:
            way = self._ways[dialect.name] = _Way(self._statement, dialect)
        return way


class _Way:
    """The same in the words of one kind of database."""

    def __init__(self, statement: Statement, dialect: Dialect) -> None:
        compiled: Any = statement.compile(dialect=dialect)
        # SQLite's would go on reading where not all rows were fetched.
        self._keeps = dialect.name != "sqlite"
        self._said = str(compiled)
        self._constant: dict[str, Any] = compiled.params
        self._places: Sequence[str] | None = compiled.positiontup if compiled.positional else None
        self._put = _makers(
            (name, bind.type.dialect_impl(dialect).bind_processor(dialect))
            for bind, name in compiled.bind_names.items()
        )
        self._table = "" if isinstance(statement, Select) else str(compiled.statement.table.name)
        self._made = _makers(
            (place, column.type.dialect_impl(dialect).result_processor(dialect, None))
            for place, column in enumerate(_columns(statement))
            if not isinstance(column.type, Float)  # drivers give these as they are
        )

    def first(self, connection: Connection, given: Mapping[str, Any]) -> Sequence[Any] | None:
        row = self._run(connection, given, _one)
        return None if row is None else self._read(row)

    def every(self, connection: Connection, given: Mapping[str, Any]) -> Iterator[Sequence[Any]]:
        return map(self._read, self._run(connection, given, _all))

    def changed(self, connection: Connection, given: Mapping[str, Any]) -> int:
        count: int = self._run(connection, given, _count)
        return count

    def each(self, connection: Connection, given: Iterable[Mapping[str, Any]]) -> None:
        with self._cursor(connection) as cursor:
            cursor.executemany(self._said, [self._parameters(each) for each in given])

    def _read(self, row: Iterable[Any]) -> Sequence[Any]:
        found = list(row)
        for place, make in self._made:
            found[place] = make(found[place])
        return found

    def _run(self, connection: Connection, given: Mapping[str, Any], take: Make) -> Any:  # noqa: ANN401 - what is taken of the driver's own cursor
        with self._cursor(connection, many=take is _all) as cursor:
            cursor.execute(self._said, self._parameters(given))
            return take(cursor)  # SQLite may find only now that it cannot read on

    @contextmanager
    def _cursor(self, connection: Connection, *, many: bool = False) -> Iterator[DBAPICursor]:
        """The driver's own; its errors are told as SQLAlchemy's, and what is written is noted."""
        try:
            keeps = self._keeps and not many  # what it has read last it has in memory
            yield self._kept(connection) if keeps else connection.connection.cursor()
        except connection.dialect.loaded_dbapi.Error as error:
            raise told(connection, self._said, error) from error
        if self._table:
            written.note(self._table)

    def _kept(self, connection: Connection) -> DBAPICursor:
        """The connection's own cursor: making one costs a quarter of a question."""
        if CURSOR not in connection.info:
            connection.info[CURSOR] = connection.connection.cursor()
        cursor: DBAPICursor = connection.info[CURSOR]
        return cursor

    def _parameters(self, given: Mapping[str, Any]) -> Any:  # noqa: ANN401 - by place or by name
        values = {**self._constant, **given}
        for name, make in self._put:
            values[name] = make(values[name])
        return values if self._places is None else [values[name] for name in self._places]


def _columns(statement: Statement) -> Iterable[ColumnElement[Any]]:
    """What it reads or returns."""
    if isinstance(statement, Select):
        return statement.selected_columns
    return statement.exported_columns


def _makers(found: Iterable[tuple[K, Make | None]]) -> list[tuple[K, Make]]:
    """Those that really make something else of a value."""
    return [(key, make) for key, make in found if make is not None]


def told(connection: Connection, said: str, error: Any) -> BaseException:  # noqa: ANN401 - of the driver's own class
    """The error as SQLAlchemy tells it; a connection that is lost is not used again."""
    dialect = connection.dialect
    lost = dialect.is_disconnect(error, connection.connection.dbapi_connection, None)
    if lost:
        connection.invalidate(error)
    told: BaseException = DBAPIError.instance(
        said,
        None,
        error,
        dialect.loaded_dbapi.Error,
        hide_parameters=True,
        connection_invalidated=lost,
        dialect=dialect,
    )
    return told
