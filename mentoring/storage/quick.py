"""Statements of one parameter, run straight by the database's driver: a press reads little but
single rows, and SQLAlchemy's own way to them costs more than the reading (docs/why.md).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, Dialect, Select
from sqlalchemy.exc import DBAPIError

Make = Callable[[Any], Any]


class Quick:
    """A statement that reads at most one row by its parameter ``key``."""

    def __init__(self, statement: Select[Any]) -> None:
        self._statement = statement
        self._ways: dict[str, _Way] = {}

    def first(self, connection: Connection, key: str) -> Sequence[Any] | None:
        """The row, its columns as SQLAlchemy would give them; None if there is none.

        Raises:
            DBAPIError: as SQLAlchemy would tell it.
        """
        dialect = connection.dialect
        way = self._ways.get(dialect.name)
        if way is None:
            way = self._ways[dialect.name] = _Way(self._statement, dialect)
        return way.first(connection, key)


class _Way:
    """The same in the words of one kind of database."""

    def __init__(self, statement: Select[Any], dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        kinds = [column.type.dialect_impl(dialect) for column in statement.selected_columns]
        makers: list[Make | None] = [kind.result_processor(dialect, None) for kind in kinds]
        self._made = [(place, make) for place, make in enumerate(makers) if make is not None]
        self._said = str(compiled)
        self._by_place = bool(compiled.positional)

    def first(self, connection: Connection, key: str) -> Sequence[Any] | None:
        cursor = connection.connection.cursor()
        try:
            cursor.execute(self._said, (key,) if self._by_place else {"key": key})
            row = cursor.fetchone()
        except connection.dialect.loaded_dbapi.Error as error:
            raise _told(connection, self._said, error) from error
        if row is None:
            return None
        found = list(row)
        for place, make in self._made:
            found[place] = make(found[place])
        return found


def _told(connection: Connection, said: str, error: Any) -> BaseException:  # noqa: ANN401 - of the driver's own class
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
