"""The examples of all cards, drawn once a process before somebody looks for texts on them."""

from __future__ import annotations

import asyncio

import bot.holdings  # noqa: F401 - rooms register what they hold, which an example shows
from cards.showcase.occurring import cards_saying
from mentoring.domain.language import LANGUAGES


async def examples_are_drawn() -> None:
    """Learn on which cards texts stand; other presses are answered meanwhile."""
    for code in LANGUAGES:
        await asyncio.to_thread(cards_saying, code)
