"""The matching, somewhere where it holds nobody up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Matcher(Protocol):
    """The matching, somewhere where it does not hold up the conversation."""

    async def match(self, call: Callable[[], T]) -> T:
        """Run the pure, picklable call in a process of its own."""
        ...
