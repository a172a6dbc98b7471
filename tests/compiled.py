"""Statements are compiled once a process, as a server compiles them, and not once a test.

SQLAlchemy keeps what it has compiled with its engine and its dialect, and each test has engines of
its own: compiling took a third of the processor's time of all tests with a database.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy
from sqlalchemy import Engine, create_engine, make_url

from mentoring.storage import engines

MOST_STATEMENTS = 5000
KNOWN: dict[str, Engine] = {}
"""For each kind of engine the one whose dialect and compiled statements are shared."""


@contextmanager
def compiled_once() -> Iterator[None]:
    """Engines that are made in the block share what they compile with those of their kind."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "create_engine", _sharing)
        patch.setattr(sqlalchemy, "create_engine", _sharing)  # for the engine of the workflows
        yield


def _sharing(url: Any, **options: Any) -> Engine:
    engine = create_engine(url, query_cache_size=MOST_STATEMENTS, **options)
    kind = f"{make_url(url).drivername} {sorted(options.items())}"
    known = KNOWN.setdefault(kind, engine)
    if known.dialect.server_version_info is None:  # it has not been connected yet
        KNOWN[kind] = engine
    else:
        engine.dialect, engine._compiled_cache = known.dialect, known._compiled_cache
    return engine
