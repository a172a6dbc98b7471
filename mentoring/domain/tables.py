"""What all tables of the programme's settings have in common."""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Table(BaseModel):
    """Base of the tables: frozen, and an unknown key is an error.

    ``written_as`` names the keys of a file where they are not simply the fields.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    written_as: ClassVar[tuple[str, ...]] = ()


def keys_of(table: type[BaseModel]) -> tuple[str, ...]:
    """The keys that the table may have in a file, in their order."""
    own: tuple[str, ...] = getattr(table, "written_as", ())
    return own or tuple(table.model_fields)
