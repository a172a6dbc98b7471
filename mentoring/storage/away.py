"""A database that is away, or has no room left, is told as whatever is outside and away is told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from mentoring.domain.errors import Unavailable

FULL_OR_GONE = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}
"""SQLite's codes for a file that cannot be used for the moment [sqlite.org/rescode.html]."""
AWAY, CANCELED = {"08", "53", "57"}, "57014"
"""PostgreSQL's classes of codes for a lost connection, scarce resources (a full disk) and a server
that is shutting down or starting up [postgresql.org: Appendix A]; that a statement was cancelled is
none of them.
"""


@contextmanager
def told_as_outside() -> Iterator[None]:
    """What the database refuses because it is away passes by itself, so it is repeated soon.

    Raises:
        Unavailable: in the place of the driver's error.
    """
    try:
        yield
    except DBAPIError as error:
        if _is_away(error):
            raise Unavailable(f"the database is away: {type(error.orig).__name__}") from error
        raise


def _is_away(error: DBAPIError) -> bool:
    if error.connection_invalidated:
        return True
    if isinstance(error.orig, sqlite3.Error):
        return getattr(error.orig, "sqlite_errorcode", 0) & 0xFF in FULL_OR_GONE
    state = getattr(error.orig, "sqlstate", "") or ""
    unreached = isinstance(error, OperationalError) and not state
    return unreached or (state[:2] in AWAY and state != CANCELED)
