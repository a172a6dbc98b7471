"""Who repeats what fails for the moment: one layer alone, or three tries of three layers are
twenty-seven.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

WORTH_WAITING_SECONDS = 30.0
"""Whoever is asked to wait longer does not wait where they are, but comes again later: meanwhile
they would keep a place that somebody else needs.
"""
_REPEATED: ContextVar[bool] = ContextVar("repeated", default=False)


@contextmanager
def somebody_repeats() -> Iterator[None]:
    """Whoever runs the block repeats it, so that nothing below does."""
    before = _REPEATED.set(True)
    try:
        yield
    finally:
        _REPEATED.reset(before)


def is_repeated() -> bool:
    """Whether somebody above repeats what fails now."""
    return _REPEATED.get()
