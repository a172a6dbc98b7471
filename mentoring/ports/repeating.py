"""Who repeats what fails for the moment: one layer alone, or three tries of three layers are
twenty-seven.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from typing import TypeVar

from mentoring.domain.errors import Unavailable

R = TypeVar("R")
WRITTEN_AGAIN_SECONDS = 1.0

WORTH_WAITING_SECONDS = 30.0
"""Whoever is asked to wait longer does not wait where they are, but comes again later: meanwhile
they would keep a place that somebody else needs.
"""
_REPEATED: ContextVar[bool] = ContextVar("repeated", default=False)
_UNHURRIED: ContextVar[bool] = ContextVar("unhurried", default=False)


@contextmanager
def _within(said: ContextVar[bool]) -> Iterator[None]:
    before = said.set(True)
    try:
        yield
    finally:
        said.reset(before)


def somebody_repeats() -> AbstractContextManager[None]:
    """Whoever runs the block repeats it, so that nothing below does."""
    return _within(_REPEATED)


def is_repeated() -> bool:
    """Whether somebody above repeats what fails now."""
    return _REPEATED.get()


def nobody_hurries() -> AbstractContextManager[None]:
    """Whoever asked for what the block does rather waits than asks again: for a list of hundreds of
    people, say, of whom one refused call would let all be in vain.
    """
    return _within(_UNHURRIED)


def is_unhurried() -> bool:
    """Whether a call may be repeated for longer than somebody waits at a button."""
    return _UNHURRIED.get()


async def as_soon_as_it_answers(run: Callable[[], Awaitable[R]]) -> R:
    """Run a unit as soon as the database is there: what has happened outside is not done again only
    because it could not be written down.
    """
    while True:
        try:
            return await run()
        except Unavailable:
            await asyncio.sleep(WRITTEN_AGAIN_SECONDS)
