"""Entities in and out of a table: one generic repository, because every entity is a frozen dataclass with an ``id``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import TypeAdapter
from pydantic_core import to_jsonable_python
from sqlalchemy import JSON, Connection, RowMapping, Table, bindparam, select

from mentoring.domain.errors import Refusal

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

T = TypeVar("T")


class Shape(Generic[T]):
    """How one kind of entity lies in its table; built once a process, so that statements are compiled once."""

    def __init__(self, table: Table, entity: type[T], cipher: MultiFernet) -> None:
        self.table = table
        self.adapter = TypeAdapter(entity)
        self.cipher = cipher
        self.nested = [column.name for column in table.columns if isinstance(column.type, JSON)]
        self.secret = [column.name for column in table.columns if column.info.get("encrypted")]

    @cached_property
    def by_id(self) -> Any:  # noqa: ANN401 - SQLAlchemy's statement types do not survive caching
        """The statement that reads one row."""
        return select(self.table).where(self.table.c.id == bindparam("key"))

    def values(self, entity: T) -> dict[str, Any]:
        """The entity as a row."""
        row: dict[str, Any] = self.adapter.dump_python(entity)
        row.update({name: to_jsonable_python(row[name]) for name in self.nested})
        row.update({name: self.cipher.encrypt(json.dumps(row[name]).encode()).decode() for name in self.secret})
        return row

    def entity(self, row: RowMapping) -> T:
        """The row as an entity."""
        values = dict(row)
        values.update({name: json.loads(self.cipher.decrypt(values[name].encode())) for name in self.secret})
        return self.adapter.validate_python(values)


class SqlRows(Generic[T]):
    """The entities of one kind within a transaction; see ``mentoring.ports.Rows``."""

    def __init__(self, connection: Connection, shape: Shape[T]) -> None:
        self._connection = connection
        self._shape = shape

    def get(self, key: str) -> T | None:
        """The entity, or None."""
        row = self._connection.execute(self._shape.by_id, {"key": key}).mappings().first()
        return None if row is None else self._shape.entity(row)

    def need(self, key: str) -> T:
        """The entity; ``Refusal("gone")`` if it no longer exists."""
        entity = self.get(key)
        if entity is None:
            raise Refusal("gone")
        return entity

    def put(self, entity: T) -> T:
        """Store the entity under its id, replacing what was there, and hand it back."""
        row = self._shape.values(entity)
        table = self._shape.table
        changed = self._connection.execute(table.update().where(table.c.id == bindparam("key")), {**row, "key": row["id"]})
        if changed.rowcount == 0:
            self._connection.execute(table.insert(), row)
        return entity

    def add(self, entity: T) -> bool:
        """Store the entity unless its id is taken; says whether it was stored."""
        row = self._shape.values(entity)
        if self._connection.execute(self._shape.by_id, {"key": row["id"]}).first() is not None:
            return False
        self._connection.execute(self._shape.table.insert(), row)
        return True

    def all(self, **equals: object) -> Sequence[T]:
        """Those whose columns equal the given values (a collection means any of them), ordered by id."""
        columns = self._shape.table.c
        wanted = [
            columns[name].in_(sorted(value)) if isinstance(value, (tuple, list, set, frozenset)) else columns[name] == value
            for name, value in equals.items()
        ]
        rows = self._connection.execute(select(self._shape.table).where(*wanted).order_by(columns.id)).mappings()
        return [self._shape.entity(row) for row in rows]

    def delete(self, key: str) -> None:
        """Remove the entity, if it is there."""
        table = self._shape.table
        self._connection.execute(table.delete().where(table.c.id == bindparam("key")), {"key": key})
