"""What starts together with its database waits for it, and says so."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeVar

import structlog

from mentoring.domain.errors import Unavailable

T = TypeVar("T")

PATIENCE_SECONDS, PAUSE_SECONDS = 120.0, 2.0
CHECK = "The database cannot be reached. Check TANDEM_DATABASE_URL, and that it runs."
log = structlog.get_logger()


@dataclass
class _Patience:
    """How long a start waits for its database."""

    until: float = field(default_factory=lambda: time.monotonic() + PATIENCE_SECONDS)

    def or_else(self, away: Unavailable) -> float:
        """After how many seconds to ask again.

        Raises:
            Unavailable: it has waited for long enough; the error names the setting.
        """
        if time.monotonic() >= self.until:
            raise Unavailable(f"{CHECK} It says: {_told(away)}") from away
        log.warning("start.database_away", check=CHECK, text=_told(away))
        return PAUSE_SECONDS


def once_there(asked: Callable[[], T]) -> T:
    """What the database answers, which may be away for a while: a container platform starts both
    at once, and a server that was killed while the database is away starts before it is back.

    Raises:
        Unavailable: it is still away after ``PATIENCE_SECONDS``; the error names the setting.
    """
    patience = _Patience()
    while True:
        try:
            return asked()
        except Unavailable as away:
            time.sleep(patience.or_else(away))


async def once_started(start: Callable[[], Awaitable[T]]) -> T:
    """What was started, which begins anew where the database goes away meanwhile.

    Raises:
        Unavailable: as ``once_there``.
    """
    patience = _Patience()
    while True:
        try:
            return await start()
        except Unavailable as away:
            await asyncio.sleep(patience.or_else(away))


def _told(away: Unavailable) -> str:
    """What the driver says: host and user, never a password."""
    return str(getattr(away.__cause__, "orig", away)).strip()
