"""SQLite databases with the newest schema: made by the migrations once a process, then copied.

That the migrations lead there is tested in ``tests/storage``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from mentoring.storage.migrate import upgrade


def migrated_sqlite(folder: Path) -> str:
    """The URL of a new database in the folder, with all tables and no rows."""
    path = folder / "tandem.sqlite"
    path.write_bytes(_schema())
    return f"sqlite:///{path}"


@cache
def _schema() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "schema.sqlite"
        upgrade(f"sqlite:///{path}")
        return path.read_bytes()
