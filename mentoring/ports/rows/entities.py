"""The entities of one kind, by id, and what a unit has changed of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from mentoring.ports.rows.conditions import Cases, Those

T = TypeVar("T")


class Row(Protocol):
    """Whatever is stored."""

    @property
    def id(self) -> str:
        """Its id."""
        ...


@dataclass(frozen=True)
class Altered:
    """A row that a unit has written: as the unit knew it (None: it did not), and as it is now
    (None: it is gone).
    """

    before: Any
    after: Any

    @property
    def row(self) -> Any:  # noqa: ANN401 - whichever entity it is
        """The row as it is now, or as it was if it is gone."""
        return self.before if self.after is None else self.after

    def alters(self, *fields: str) -> bool:
        """Whether one of these fields has changed, or may have."""
        if self.before is None or self.after is None:
            return True
        return any(getattr(self.before, each) != getattr(self.after, each) for each in fields)

    def is_or_was(self, field: str, *values: object) -> bool:
        """Whether the field has one of these values now or had it before, or may have had it."""
        if self.before is None or self.after is None:
            return True
        return any(getattr(each, field) in values for each in (self.before, self.after))


class Rows(Protocol[T]):
    """The stored entities of one kind, by id.

    Where ``equals`` chooses rows, each name is a column and its value what the column must equal:
    one value, a collection (any of them), ``Other``, ``NoneOf``, ``Above``, ``UpTo``,
    ``Containing``, ``Saying``, ``Among``, ``Meeting`` (of the id), or what ``those`` has chosen. A
    text within a nested column is named with a dot: ``profile.name``.
    """

    def get(self, key: str) -> T | None:
        """The entity, or None. Nobody else can change a person or a tandem once read here until
        the unit has ended.
        """
        ...

    def need(self, key: str) -> T:
        """The same; ``Refusal("gone")`` if it no longer exists."""
        ...

    def prefetch(self, keys: Collection[str]) -> None:
        """Read these together, so that ``get`` asks the database for none of them any more."""
        ...

    def put(self, entity: T) -> T:
        """Store the entity under its id, replacing what was there, and hand it back."""
        ...

    def add(self, entity: T) -> bool:
        """Store the entity unless its id is taken; says whether it was stored."""
        ...

    def all(self, **equals: object) -> Sequence[T]:
        """The chosen entities, ordered by id."""
        ...

    def page(self, by: str, limit: int, offset: int, **equals: object) -> Sequence[T]:
        """At most ``limit`` of the chosen entities after the first ``offset``, ordered by the
        column ``by``, then by id; nothing else is read.
        """
        ...

    def hold(self, keys: Collection[str]) -> Sequence[T]:
        """The entities with these ids, ordered by id; nobody else can change them until the unit
        has ended.
        """
        ...

    def first(self, *, last: bool = False, **equals: object) -> T | None:
        """The chosen entity with the lowest id (or the highest: ``last``), or None."""
        ...

    def any(self, **equals: object) -> bool:
        """Whether any row is chosen."""
        ...

    def count(self, **equals: object) -> int:
        """How many rows are chosen."""
        ...

    def count_by(self, column: str, **equals: object) -> Mapping[Any, int]:
        """How many rows are chosen for each value of the column; a value without any is left
        out.
        """
        ...

    def tally(self, *names: str | Cases, **equals: object) -> Sequence[tuple[Any, ...]]:
        """The different values that these columns have together in the chosen rows, each with how
        many rows have them.
        """
        ...

    def earliest(self, column: str, **equals: object) -> datetime | None:
        """The earliest moment (aware) that the column has in the chosen rows, or None."""
        ...

    def latest(self, column: str, **equals: object) -> datetime | None:
        """The latest moment (aware) that the column has in the chosen rows, or None."""
        ...

    def columns(self, *names: str | Cases, **equals: object) -> Sequence[tuple[Any, ...]]:
        """Single columns of the chosen rows, ordered by id: nothing else is read or decrypted."""
        ...

    def those(self, of: str = "id", /, **equals: object) -> Those:
        """What the column has in the chosen rows, as a value for a column of other rows."""
        ...

    def put_all(self, entities: Iterable[T]) -> None:
        """Put many at once."""
        ...

    def add_all(self, entities: Iterable[T]) -> None:
        """Add many at once; those whose id is taken stay as they are."""
        ...

    def delete(self, key: str) -> None:
        """Remove the entity, if it is there."""
        ...

    def delete_all(self, **equals: object) -> None:
        """Remove the chosen rows; at least one condition is needed.

        Cards that show them are not brought up to date for this.
        """
        ...
