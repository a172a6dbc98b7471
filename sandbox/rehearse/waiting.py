"""Waiting for the product, with an end: whoever waits in vain says for what, and what was on the screen instead."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable

from sandbox.connector.clients import Shown

LOOK_SECONDS = 0.2


class Stuck(RuntimeError):
    """What was waited for did not happen in time; the text says what, and what was seen last."""


async def until(reached: Callable[[], bool], what: str, seconds: float, seen: Callable[[], str]) -> None:
    """Wait until `reached()`; look five times a second.

    Raises:
        Stuck: `seconds` of wall clock are over.
    """
    end = time.monotonic() + seconds
    while not reached():
        if time.monotonic() > end:
            raise Stuck(f"Waited {seconds:.0f} s in vain: {what}.\n{seen()}")
        await asyncio.sleep(LOOK_SECONDS)


def describe(shown: Shown | None) -> str:
    """The last thing seen, card JSON included."""
    if shown is None:
        return "Nothing was to be seen."
    card = "no card" if shown.card is None else json.dumps(shown.card, ensure_ascii=False, indent=1)
    return f"Seen last: message {shown.message.id} of {shown.sender}, {shown.message.text!r}, {card}"
