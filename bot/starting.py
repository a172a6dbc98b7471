"""What starts together with its database waits for it, and says so."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import structlog

from mentoring.domain.errors import Unavailable

T = TypeVar("T")

PATIENCE_SECONDS, PAUSE_SECONDS = 120.0, 2.0
CHECK = "The database cannot be reached. Check TANDEM_DATABASE_URL, and that it runs."
log = structlog.get_logger()


def once_there(asked: Callable[[], T]) -> T:
    """What the database answers, which may be away for a while: a container platform starts both
    at once, and a server that was killed while the database is away starts before it is back.

    Raises:
        Unavailable: it is still away after ``PATIENCE_SECONDS``; the error names the setting.
    """
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return asked()
        except Unavailable as away:
            if time.monotonic() >= until:
                raise Unavailable(f"{CHECK} It says: {_told(away)}") from away
            log.warning("start.database_away", check=CHECK, text=_told(away))
            time.sleep(PAUSE_SECONDS)


def _told(away: Unavailable) -> str:
    """What the driver says: host and user, never a password."""
    return str(getattr(away.__cause__, "orig", away)).strip()
