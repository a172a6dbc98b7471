"""Entities in and out of a table: one generic repository, because every entity is a frozen
dataclass with an ``id``.

Where several units write at once (PostgreSQL), three rules keep what is decided right:

- what a unit gets by its id is locked until the unit has ended: an enrolment, a tandem, whatever
  ``held`` names in ``tables.py``. What is part of a tandem (a session, a poll) is locked with it,
  so all units take locks in the same order;
- whatever else a unit has read and writes back is written only if nobody has changed it since;
  otherwise ``Overtaken``, and the unit runs again;
- what is decided about many rows at once takes ``UnitOfWork.alone``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, delete, exists, func, select

from mentoring.domain.errors import Refusal
from mentoring.ports.rows import Altered, Cases
from mentoring.storage.conditions import Selected, chosen, column_of, given, portions, usual
from mentoring.storage.shape import VERSION, Shape

T = TypeVar("T")
SEVERAL = 2
"""So many rows are read together rather than one by one."""


class Overtaken(Exception):
    """Another unit has changed what this one has read and wants to write back: run it again."""


class SqlRows(Generic[T]):
    """The entities of one kind within a transaction; see ``mentoring.ports.rows.Rows``."""

    def __init__(
        self,
        connection: Connection,
        shape: Shape[T],
        bounds: Mapping[str, str],
        altered: list[Altered],
        *,
        locks: bool,
    ) -> None:
        self._connection = connection
        self._altered = altered
        self._seen: dict[str, T] = {}
        self._shape = shape
        self._bounds = bounds
        self._locks = locks
        self._versions: dict[str, str] = {}
        self._ours: set[str] = set()
        self._absent: set[str] = set()
        self._known: dict[str, T | None] = {}

    def get(self, key: str) -> T | None:
        """The entity, or None; locked, if that is its table's rule.

        What the unit knows already is not read again.
        """
        if key not in self._known:
            self._known[key] = self._read(key)
        found = self._known[key]
        return found if found is None or self._is_seen(found) else None

    def forget(self) -> None:
        """Read all rows again: they were changed bypassing this object, or others may have changed
        them.
        """
        self._known.clear()

    def _read(self, key: str) -> T | None:
        if self._locks and self._shape.whole is not None:
            self._shape.whole.first(self._connection, {"key": key})
        row = self._shape.glimpse(self._connection, key, versioned=self._locks)
        if row is None:
            self._absent.add(key)
            return None
        return self._met(row, ours=self._shape.held)

    def prefetch(self, keys: Collection[str]) -> None:
        """Read these together. SQLite has its rows at hand, so they are read as they are asked
        for, and what is locked with its tandem is asked for one by one, too.
        """
        missing = {*keys} - self._known.keys()
        alone = self._locks and self._shape.whole is not None
        if len(missing) < SEVERAL or alone or self._connection.dialect.name == "sqlite":
            return
        for some in portions(missing):
            self._prefetch(some)

    def _prefetch(self, keys: Sequence[str]) -> None:
        rows = self._shape.several(self._connection, keys, versioned=self._locks)
        found = {row[self._shape.id_at]: self._met(row, ours=self._shape.held) for row in rows}
        self._absent.update({*keys} - found.keys())
        self._known.update((key, found.get(key)) for key in keys)

    def knows(self, key: str) -> bool:
        """Whether the unit knows already what is stored under this id."""
        return key in self._known

    def meet(self, row: Sequence[Any], *, ours: bool = False) -> None:
        """Take in a row that was read elsewhere in the unit, its version behind the columns;
        ``ours``: this unit wrote or locked it.
        """
        key = row[self._shape.id_at]
        if ours or key not in self._known:
            self._known[key] = self._met(row, ours=ours)

    def locked(self, rows: Iterable[Sequence[Any]]) -> Sequence[T]:
        """The entities of rows that were read and locked elsewhere in the unit."""
        return [self._met(row, ours=True) for row in rows]

    def seeing(self, bounds: Mapping[str, str]) -> SqlRows[T]:
        """The rows of the same transaction, restricted by other ``bounds`` (column to value)."""
        other = copy(self)
        other._bounds = bounds  # noqa: SLF001 - a copy of our own
        return other

    def _is_seen(self, entity: T) -> bool:
        bound = self._bounds.get(self._shape.scope)
        return not bound or getattr(entity, self._shape.scope) == bound

    def _chosen(self, equals: Mapping[str, object]) -> list[ColumnElement[bool]]:
        return chosen(self._shape.table, {**self._within, **equals})

    @property
    def _within(self) -> dict[str, object]:
        """The cycle or programme whose rows alone are seen, as a condition."""
        bound = self._bounds.get(self._shape.scope)
        return {self._shape.scope: bound} if bound else {}

    def _owned(self, entity: T) -> T:
        """The entity with the cycle and programme for which the unit works, where it names none."""
        missing = {
            name: self._bounds[name]
            for name in self._shape.owned
            if name in self._bounds and not getattr(entity, name)
        }
        return replace(entity, **missing) if missing else entity  # type: ignore[type-var]  # every entity is a dataclass

    def need(self, key: str) -> T:
        """The entity; ``Refusal("gone")`` if it no longer exists."""
        entity = self.get(key)
        if entity is None:
            raise Refusal("gone")
        return entity

    def put(self, entity: T) -> T:
        """Store the entity under its id, replacing what was there, and hand it back."""
        entity = self._owned(entity)
        row = self._shape.values(entity)
        self._write(row["id"], row)
        self._ours.add(row["id"])
        self._known[row["id"]] = entity
        self._alter(row["id"], entity)
        return entity

    def add(self, entity: T) -> bool:
        """Store the entity unless its id is taken; says whether it was stored."""
        entity = self._owned(entity)
        row = self._shape.values(entity)
        stored = self._shape.add.changed(self._connection, row) == 1
        self._known.pop(row["id"], None)
        if stored:
            self._ours.add(row["id"])
            self._alter(row["id"], entity)
        return stored

    def put_all(self, entities: Iterable[T]) -> None:
        """Put many at once."""
        owned = [self._owned(entity) for entity in entities]
        rows = [self._shape.values(entity) for entity in owned]
        self._hold({row["id"] for row in rows} & self._versions.keys() - self._ours)
        if rows:
            self._shape.put.each(self._connection, rows)
        self._ours.update(row["id"] for row in rows)
        for row, entity in zip(rows, owned, strict=True):
            self._alter(row["id"], entity)
        self.forget()

    def add_all(self, entities: Iterable[T]) -> None:
        """Add many at once; those whose id is taken stay as they are."""
        owned = [self._owned(entity) for entity in entities]
        rows = [self._shape.values(entity) for entity in owned]
        if rows:
            self._shape.add.each(self._connection, rows)
        self._altered.extend(Altered(None, entity) for entity in owned)
        self.forget()

    def all(self, **equals: object) -> Sequence[T]:
        """The chosen entities, ordered by id."""
        return [self._met(row) for row in self._found(equals)]

    def _found(
        self, equals: Mapping[str, object], *, locked: bool = False
    ) -> Iterable[Sequence[Any]]:
        """The chosen rows; the statement for the usual case, in which each column equals one text
        or one of several, is built once.
        """
        wanted = {**self._within, **equals}
        conditions = usual(self._shape.table, wanted)
        if conditions is None:
            built = self._select(equals)
            return self._connection.execute(built.with_for_update() if locked else built)
        found = self._shape.finding(conditions, versioned=self._locks, locked=locked)
        return found.every(self._connection, given(wanted))

    def page(self, by: str, limit: int, offset: int, **equals: object) -> Sequence[T]:
        """At most ``limit`` of the chosen entities after the first ``offset``, ordered by the
        column ``by``, then by id.
        """
        table = self._shape.table
        found = self._select(equals).order_by(None).order_by(column_of(table, by), table.c.id)
        rows = self._connection.execute(found.limit(limit).offset(offset))
        return [self._met(row) for row in rows]

    def hold(self, keys: Collection[str]) -> Sequence[T]:
        """The entities with these ids, ordered by id, locked."""
        rows = self._found({"id": tuple(keys)}, locked=self._locks)
        self.forget()
        return [self._met(row, ours=True) for row in rows]

    def first(self, *, last: bool = False, **equals: object) -> T | None:
        """The chosen entity with the lowest id (or the highest: ``last``), or None."""
        by_id = self._shape.table.c.id
        found = (
            self._select(equals).order_by(None).order_by(by_id.desc() if last else by_id).limit(1)
        )
        row = self._connection.execute(found).first()
        return None if row is None else self._met(row)

    def any(self, **equals: object) -> bool:
        """Whether any row is chosen."""
        wanted = {**self._within, **equals}
        if conditions := usual(self._shape.table, wanted):
            known = self._shape.there_is(conditions)
            return any(there for (there,) in known.every(self._connection, given(wanted)))
        found = select(exists().select_from(self._shape.table).where(*self._chosen(equals)))
        return bool(self._connection.execute(found).scalar())

    def count(self, **equals: object) -> int:
        """How many rows are chosen."""
        found = select(func.count()).select_from(self._shape.table).where(*self._chosen(equals))
        return int(self._connection.execute(found).scalar_one())

    def count_by(self, column: str, **equals: object) -> Mapping[Any, int]:
        """How many rows are chosen for each value of the column; a value without any is left
        out.
        """
        table = self._shape.table
        found = (
            select(table.c[column], func.count())
            .where(*self._chosen(equals))
            .group_by(table.c[column])
        )
        return {row[0]: row[1] for row in self._connection.execute(found)}

    def tally(self, *names: str | Cases, **equals: object) -> Sequence[tuple[Any, ...]]:
        """The different values that these columns have together in the chosen rows, each with how
        many rows have them.
        """
        table = self._shape.table
        columns = [column_of(table, name).label(f"c{n}") for n, name in enumerate(names)]
        each = select(*columns).select_from(table).where(*self._chosen(equals)).subquery()
        found = select(*each.c, func.count()).group_by(*each.c)
        return [tuple(row) for row in self._connection.execute(found)]

    def earliest(self, column: str, **equals: object) -> datetime | None:
        """The earliest moment (aware) that the column has in the chosen rows, or None."""
        table = self._shape.table
        return self._connection.execute(
            select(func.min(table.c[column])).where(*self._chosen(equals))
        ).scalar()

    def latest(self, column: str, **equals: object) -> datetime | None:
        """The latest moment (aware) that the column has in the chosen rows, or None."""
        table = self._shape.table
        return self._connection.execute(
            select(func.max(table.c[column])).where(*self._chosen(equals))
        ).scalar()

    def columns(self, *names: str | Cases, **equals: object) -> Sequence[tuple[Any, ...]]:
        """Single columns of the chosen rows, ordered by id."""
        table, wanted = self._shape.table, {**self._within, **equals}
        conditions = usual(table, wanted)
        plainly = tuple(name for name in names if isinstance(name, str))
        if conditions and plainly == names:
            known = self._shape.reading(plainly, conditions)
            return [tuple(row) for row in known.every(self._connection, given(wanted))]
        found = (
            select(*(column_of(table, name) for name in names))
            .select_from(table)
            .where(*self._chosen(equals))
            .order_by(table.c.id)
        )
        return [tuple(row) for row in self._connection.execute(found)]

    def those(self, of: str = "id", /, **equals: object) -> Selected:
        """What the column has in the chosen rows, as a value for a column of other rows."""
        return Selected(self._shape.table, of, {**self._within, **equals})

    def delete(self, key: str) -> None:
        """Remove the entity, if it is there."""
        before = self.get(key)
        if before is None:
            return
        self._altered.append(Altered(before, None))
        self._seen.pop(key, None)
        self._shape.remove.changed(self._connection, {"key": key})
        self._ours.discard(key)
        self._versions.pop(key, None)
        self._known.pop(key, None)

    def delete_all(self, **equals: object) -> None:
        """Remove the chosen rows; at least one condition is needed."""
        if not equals:
            raise ValueError("say which rows are to be deleted")
        wanted = {**self._within, **equals}
        if conditions := usual(self._shape.table, wanted):
            self._shape.clearing(conditions).changed(self._connection, given(wanted))
        else:
            self._connection.execute(delete(self._shape.table).where(*self._chosen(equals)))
        self.forget()

    def _select(self, equals: Mapping[str, object]) -> Select[Any]:
        table = self._shape.table
        found = self._shape.versioned if self._locks else select(table)
        return found.where(*self._chosen(equals)).order_by(table.c.id)

    def _met(self, row: Sequence[Any], *, ours: bool = False) -> T:
        """The row's entity; its version, which stands behind the columns, is kept for when it is
        written back.
        """
        key = row[self._shape.id_at]
        if ours or not self._locks:
            self._ours.add(key)
        else:
            self._versions.setdefault(key, row[-1])
        entity = self._seen[key] = self._shape.entity(row)
        return entity

    def _alter(self, key: str, entity: T) -> None:
        before = self._seen.get(key)
        if before != entity:
            self._altered.append(Altered(before, entity))
        self._seen[key] = entity

    def _write(self, key: str, row: dict[str, Any]) -> None:
        shape, connection = self._shape, self._connection
        if key in self._ours:
            if not shape.update.changed(connection, {**row, "key": key}):
                shape.insert.changed(connection, row)
        elif key in self._versions:
            found = {**row, "key": key, "version_read": self._versions[key]}
            if not shape.update_same.changed(connection, found):
                raise Overtaken(f"{shape.table.name} {key} has changed since it was read")
        elif key in self._absent:
            shape.insert.changed(connection, row)
        else:
            shape.put.changed(connection, row)

    def _hold(self, keys: set[str]) -> None:
        """Lock these rows; they must be as they were read."""
        if not keys:
            return
        table = self._shape.table
        locked = (
            self._shape.versioned.where(table.c.id.in_(sorted(keys)))
            .order_by(table.c.id)
            .with_for_update()
        )
        found = {row["id"]: row[VERSION] for row in self._connection.execute(locked).mappings()}
        if any(found.get(key) != self._versions[key] for key in keys):
            raise Overtaken(f"{table.name}: some have changed since they were read")
