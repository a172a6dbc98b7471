"""Which tables the unit that runs in this thread has written."""

from __future__ import annotations

import threading

_here = threading.local()


def begin() -> None:
    """A unit begins in this thread."""
    _here.tables = set()


def note(table: str) -> None:
    """It has written into this table."""
    tables: set[str] | None = getattr(_here, "tables", None)
    if tables is not None:
        tables.add(table)


def so_far() -> frozenset[str]:
    """The names of the tables that it has written."""
    return frozenset(_here.tables)
