"""Waiting for the product, with an end: whoever waits in vain says for what, and what was on the
screen instead.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass

from sandbox.connector.clients import Shown

LOOK_SECONDS = 0.2


class Stuck(RuntimeError):
    """What was waited for did not happen in time; the text says what, and what was seen last."""


@dataclass(frozen=True)
class Patience:
    """How long a phase may take, in seconds of wall clock; `check` raises if waiting has become
    pointless, `meanwhile` is done at each look that was in vain.
    """

    seconds: float
    check: Callable[[], None]
    meanwhile: Callable[[], None] = lambda: None

    async def until(self, reached: Callable[[], bool], what: str, seen: Callable[[], str]) -> None:
        """Wait until `reached()`. Raises Stuck."""
        await until(self.watched(reached), what, self.seconds, seen)

    async def until_taken(
        self, attempt: Callable[[], Awaitable[bool]], what: str, seen: Callable[[], str]
    ) -> None:
        """Attempt it until the product takes it: one that is being killed hears nothing.

        Raises:
            Stuck: it was not taken in time.
        """
        end = time.monotonic() + self.seconds
        while not await attempt():
            self.check()
            if time.monotonic() > end:
                raise Stuck(f"Tried for {self.seconds:.0f} s in vain: {what}.\n{seen()}")
            # A server that is away announces nothing when it is back: so try again and again.
            await asyncio.sleep(LOOK_SECONDS)

    def watched(self, reached: Callable[[], bool]) -> Callable[[], bool]:
        """The condition, looked at only while product and people are well."""

        def look() -> bool:
            self.check()
            if reached():
                return True
            self.meanwhile()
            return False

        return look


async def until(
    reached: Callable[[], bool], what: str, seconds: float, seen: Callable[[], str]
) -> None:
    """Wait until `reached()`; look five times a second.

    Raises:
        Stuck: `seconds` of wall clock are over.
    """
    end = time.monotonic() + seconds
    while not reached():
        if time.monotonic() > end:
            raise Stuck(f"Waited {seconds:.0f} s in vain: {what}.\n{seen()}")
        await asyncio.sleep(LOOK_SECONDS)


async def side_by_side(works: Iterable[Coroutine[object, object, None]]) -> None:
    """Do all of it at the same time; what one raises ends the others."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()


def describe(shown: Shown | None) -> str:
    """The last thing seen, card JSON included."""
    if shown is None:
        return "Nothing was to be seen."
    card = "no card" if shown.card is None else json.dumps(shown.card, ensure_ascii=False, indent=1)
    whose = (
        "the device's own view"
        if shown.view
        else f"the message's card, edited {shown.message.edits} times"
    )
    return (
        f"Seen last: message {shown.message.id} of {shown.sender}, {shown.message.text!r}, "
        f"{whose}: {card}"
    )
