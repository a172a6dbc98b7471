"""How one kind of entity is stored in its table: the statements, and the way from entity to row and
back, with what lies encrypted and what earlier versions wrote.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python
from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Delete,
    Label,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    exists,
    literal_column,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

from mentoring.storage.conditions import Usual, column_of, filled, one_of, places_for
from mentoring.storage.earlier import EARLIER
from mentoring.storage.quick import Quick

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

T = TypeVar("T")
VERSION = "row_version"


class Unreadable(Exception):
    """A row does not fit its entity any more: write a migration.

    Says where, never what stands there.
    """

    def __init__(self, table: str, key: object, error: ValidationError) -> None:
        places = {".".join(str(part) for part in each["loc"]) for each in error.errors()}
        super().__init__(f"{table} {key}: {', '.join(sorted(places))} cannot be read")


@cache
def adapter_of(entity: type[Any]) -> TypeAdapter[Any]:
    """What turns entities into rows and rows into entities; made once per process, however many
    stores there are.
    """
    return TypeAdapter(entity)


SEALED = "gAAAA"
"""How ciphertext begins [Fernet: version and the upper half of the time]; what earlier versions
stored unencrypted does not.
"""


class Shape(Generic[T]):
    """How one kind of entity is stored in its table; built once per process, so that statements are
    compiled once.
    """

    def __init__(self, table: Table, entity: type[T], cipher: MultiFernet, dialect: str) -> None:
        self.table = table
        self.adapter: TypeAdapter[T] = adapter_of(entity)  # type: ignore[arg-type]  # to mypy not every class is hashable
        self.cipher = cipher
        self.held = bool(table.info.get("held"))
        self.scope = str(table.info.get("scope", ""))
        self.owned = [name for name in ("cycle_id", "programme_id") if name in table.c]
        self.names = [column.name for column in table.columns]
        self.id_at = self.names.index("id")
        self.nested = [column.name for column in table.columns if isinstance(column.type, JSON)]
        self.earlier = EARLIER.get(table.name, {})
        self.sealed = [column.name for column in table.columns if column.info.get("sealed")]
        self.secret = [column.name for column in table.columns if column.info.get("encrypted")]
        self._findings: dict[tuple[object, ...], Quick] = {}
        self._insert = postgresql.insert if dialect == "postgresql" else sqlite.insert

    def glimpse(self, connection: Connection, key: str, *, versioned: bool) -> Sequence[Any] | None:
        """The row with this id, or None; with its version and locked, if that is the table's rule
        and it is asked for ``versioned``.
        """
        found = self._built(("one", versioned), lambda: self._held(versioned, self._is_key))
        return found.first(connection, {"key": key})

    def several(
        self, connection: Connection, keys: Collection[str], *, versioned: bool
    ) -> Iterable[Sequence[Any]]:
        """The same for some rows, ordered by id, so that no two units wait for each other."""
        places, by_id = places_for(len(keys)), self.table.c.id

        def build() -> Select[Any]:
            return self._held(versioned, one_of(by_id, "key", places)).order_by(by_id)

        found = self._built(("several", versioned, places), build)
        return found.every(connection, filled("key", keys))

    @property
    def _is_key(self) -> ColumnElement[bool]:
        return self.table.c.id == bindparam("key")

    def _held(self, versioned: bool, chosen: ColumnElement[bool]) -> Select[Any]:
        """Reads rows, with their versions; and locks them if that is the table's rule."""
        if not versioned:
            return select(self.table).where(chosen)
        found = self.versioned.where(chosen)
        return found.with_for_update() if self.held else found

    @cached_property
    def versioned(self) -> Select[Any]:
        """Reads rows with their versions: the number of the transaction that wrote them."""
        return select(self.table, version_of(self.table))

    @cached_property
    def whole(self) -> Quick | None:
        """Locks the row that this one is a part of; None if it is part of nothing."""
        name = self.table.info.get("part_of")
        if not name:
            return None
        whole, column = self.table.metadata.tables[name[0]], self.table.c[name[1]]
        part = select(column).where(self._is_key).scalar_subquery()
        return Quick(select(whole.c.id).where(whole.c.id == part).with_for_update())

    def finding(self, conditions: Usual, *, versioned: bool, locked: bool = False) -> Quick:
        """Reads (and locks) the rows that meet the conditions, ordered by id; built once."""

        def build() -> Select[Any]:
            found = self.versioned if versioned else select(self.table)
            found = found.where(*conditions.conditions()).order_by(self.table.c.id)
            return found.with_for_update() if locked else found

        return self._built(("rows", versioned, locked, conditions), build)

    def reading(self, names: tuple[str, ...], conditions: Usual) -> Quick:
        """Reads these columns of them, ordered by id; built once."""

        def build() -> Select[Any]:
            found = select(*(column_of(self.table, name) for name in names))
            chosen = found.select_from(self.table).where(*conditions.conditions())
            return chosen.order_by(self.table.c.id)

        return self._built(("columns", names, conditions), build)

    def there_is(self, conditions: Usual) -> Quick:
        """Says whether there are any; built once."""
        return self._built(
            ("any", conditions),
            lambda: select(exists().select_from(self.table).where(*conditions.conditions())),
        )

    def clearing(self, conditions: Usual) -> Quick:
        """Removes the rows that meet the conditions; built once."""
        return self._built(
            ("cleared", conditions), lambda: delete(self.table).where(*conditions.conditions())
        )

    @cached_property
    def remove(self) -> Quick:
        """Removes a row."""
        return Quick(delete(self.table).where(self._is_key))

    def _built(self, key: tuple[object, ...], build: Callable[[], Select[Any] | Delete]) -> Quick:
        if key not in self._findings:
            self._findings[key] = Quick(build())
        return self._findings[key]

    @cached_property
    def insert(self) -> Quick:
        """Writes a new row."""
        return Quick(self.table.insert())

    @cached_property
    def update(self) -> Quick:
        """Writes a row that is there."""
        return Quick(self._update)

    @cached_property
    def update_same(self) -> Quick:
        """Writes a row that still has the version that was read."""
        return Quick(self._update.where(version_of(self.table) == bindparam("version_read")))

    @property
    def _update(self) -> Update:
        return self.table.update().where(self._is_key)

    @cached_property
    def put(self) -> Quick:
        """Writes a row, whether it is there or not."""
        made = self._insert(self.table)
        changed = {column.name: column for column in made.excluded}
        return Quick(made.on_conflict_do_update(index_elements=["id"], set_=changed))

    @cached_property
    def add(self) -> Quick:
        """Writes a new row unless its id is taken."""
        return Quick(self._insert(self.table).on_conflict_do_nothing(index_elements=["id"]))

    def values(self, entity: T) -> dict[str, Any]:
        """The entity as a row."""
        row: dict[str, Any] = self.adapter.dump_python(entity)
        row.update({name: to_jsonable_python(row[name]) for name in self.nested})
        hidden = (*self.secret, *self.sealed)
        row.update(
            {name: self.cipher.encrypt(json.dumps(row[name]).encode()).decode() for name in hidden}
        )
        return row

    def entity(self, row: Sequence[Any]) -> T:
        """The row, its columns as they stand in the table, as an entity."""
        values = dict(zip(self.names, row, strict=False))  # a version may stand behind the columns
        for name in self.secret:
            values[name] = json.loads(self.cipher.decrypt(values[name].encode()))
        for name in self.sealed:
            if isinstance(values[name], str) and values[name].startswith(SEALED):
                values[name] = json.loads(self.cipher.decrypt(values[name].encode()))
        for name, as_today in self.earlier.items():
            values[name] = as_today(values[name])
        try:
            return self.adapter.validate_python(values)
        except ValidationError as error:
            raise Unreadable(self.table.name, values["id"], error) from None


def version_of(table: Table) -> Label[str]:
    """The version of a row: the number of the transaction that wrote it."""
    return literal_column(f"{table.name}.xmin::text").label(VERSION)
