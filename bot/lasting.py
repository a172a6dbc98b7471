"""How what is unfinished ends when the server stops: it is waited for, then cancelled."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import Any

LAST_SECONDS = 5.0
"""How long it may still take; what a message was to do is obeyed later."""


async def let_end(unfinished: Collection[asyncio.Future[Any]]) -> None:
    """Let all of it end, and end what does not; none of it is at work any more afterwards."""
    last = list(unfinished)
    if last:
        await asyncio.wait(last, timeout=LAST_SECONDS)
    for each in last:
        each.cancel()
    await asyncio.gather(*last, return_exceptions=True)
