"""Statements are compiled once a process, as a server compiles them, and not once a test.

SQLAlchemy keeps what it has compiled with its engine and its dialect, our store with its
shapes. Each test has a store of its own: compiling took a third of the processor's time of all
tests with a database.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
import sqlalchemy
from sqlalchemy import Connection, Engine, create_engine, make_url

from mentoring.storage import engines, store
from mentoring.storage.shape import Shape

MOST_STATEMENTS = 5000
KNOWN: dict[str, Engine] = {}
"""For each kind of engine the one whose dialect and compiled statements are shared."""


@contextmanager
def compiled_once() -> Iterator[None]:
    """Engines and stores that are made in the block share what they compile with those of their
    kind.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "create_engine", _sharing)
        patch.setattr(sqlalchemy, "create_engine", _sharing)  # for the engine of the workflows
        patch.setattr(store, "Shape", cache(Shape))
        yield


def _sharing(url: Any, **options: Any) -> Engine:
    engine = create_engine(url, query_cache_size=MOST_STATEMENTS, **options)
    kind = f"{make_url(url).drivername} {sorted(options.items())}"
    known = KNOWN.setdefault(kind, engine)
    if known.dialect.server_version_info is None:  # it has not been connected yet
        KNOWN[kind] = engine
    else:
        if engine.dialect.name == "sqlite":  # nothing is asked of each file again
            engine.dialect.initialize = _known_already  # type: ignore[method-assign]
        engine.dialect, engine._compiled_cache = known.dialect, known._compiled_cache
    return engine


def _known_already(connection: Connection) -> None:
    """What a database of its kind can do was found out by another engine."""
