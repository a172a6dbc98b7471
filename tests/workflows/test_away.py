"""While the database is away, what the engine cannot note in its own log passes as well."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import closing
from typing import Any, cast

import psycopg
import pytest
from dbos import DBOS
from sqlalchemy.exc import OperationalError, ProgrammingError

from mentoring.domain.errors import Unavailable
from mentoring.storage.store import SqlStore
from mentoring.workflows.engine import step

GONE = OperationalError("INSERT", {}, psycopg.OperationalError("connection failed"))
NO_KEYS = cast("Any", None)
WRONG = ProgrammingError("INSERT", {}, psycopg.ProgrammingError("no such column"))


async def nothing() -> None:
    """A step that goes well."""


@pytest.mark.parametrize(
    ("error", "told", "said"),
    [
        (GONE, Unavailable, "the database is away"),
        (WRONG, ProgrammingError, "no such column"),
    ],
)
async def test_a_step_that_cannot_be_noted_is_repeated_as_soon_as_what_passes(
    migrated_url: str,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    told: type[Exception],
    said: str,
) -> None:
    """A launch waited two minutes, as after a fault, when the database had been away for five
    seconds.
    """

    async def noted(_options: object, call: Callable[[], Awaitable[Any]]) -> None:
        await call()
        raise error

    monkeypatch.setattr(DBOS, "run_step_async", noted)
    with closing(SqlStore(migrated_url, NO_KEYS)) as store, pytest.raises(told, match=said):
        await step(store, "dates", nothing)
