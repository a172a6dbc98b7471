"""What tables are made of: kinds of columns, and what may be said of a table."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    Integer,
    MetaData,
    String,
    Text,
    TypeDecorator,
)

from mentoring.domain.errors import aware

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class AwareDateTime(TypeDecorator[datetime]):
    """An aware moment, stored in UTC; SQLite has no time zones, so UTC is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive moments; store the rest in UTC."""
        if value is None:
            return None
        utc = aware(value).astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Every moment comes back aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


HELD: dict[str, Any] = {"held": True}
SCOPED: dict[str, Any] = {"scope": "cycle_id"}
PART_OF_TANDEM: dict[str, Any] = {"part_of": ("tandems", "tandem_id")}


def key() -> Column[str]:
    """The id of the entity."""
    return Column("id", String(200), primary_key=True)


def text(name: str, *, index: bool = False) -> Column[str]:
    """Text that anybody may read who reads the row."""
    return Column(name, Text, nullable=False, index=index)


def cycle() -> Column[str]:
    """The cycle that the row belongs to; empty for what belongs to a person alone."""
    return Column("cycle_id", Text, nullable=False)


def number(name: str) -> Column[int]:
    """A whole number."""
    return Column(name, Integer, nullable=False)


def flag(name: str) -> Column[bool]:
    """Whether or not."""
    return Column(name, Boolean, nullable=False)


def moment(name: str, *, nullable: bool = False, index: bool = False) -> Column[datetime]:
    """An aware moment."""
    return Column(name, AwareDateTime, nullable=nullable, index=index)


def nested(name: str) -> Column[Any]:
    """Values within values, as JSON."""
    return Column(name, JSON, nullable=False)


def sealed(name: str) -> Column[Any]:
    """The same, as ciphertext."""
    return Column(name, JSON, nullable=False, info={"sealed": True})


def sealed_text(name: str) -> Column[str]:
    """Text, as ciphertext."""
    return Column(name, Text, nullable=False, info={"sealed": True})


def secret(name: str) -> Column[str]:
    """Text that only its author may read, as ciphertext."""
    return Column(name, Text, nullable=False, info={"encrypted": True})
