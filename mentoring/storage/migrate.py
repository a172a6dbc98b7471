"""Bringing the database to the product's schema, and telling whether it has it."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from mentoring.storage.away import told_as_outside
from mentoring.storage.engines import engine_for

HERE = Path(__file__).parent / "migrations"


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.attributes["url"] = url
    return config


def upgrade(url: str) -> None:
    """Bring the database of this URL to the newest schema; one that is there already stays as it
    is.

    Raises:
        Unavailable: the database is away.
    """
    with told_as_outside():
        command.upgrade(_config(url), "head")


def is_current(url: str) -> bool:
    """Whether the database has the newest schema.

    Raises:
        Unavailable: the database is away.
    """
    engine = engine_for(url)
    try:
        with told_as_outside(), engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()
    return found == ScriptDirectory.from_config(_config(url)).get_current_head()
