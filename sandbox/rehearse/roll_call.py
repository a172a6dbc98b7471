"""Asking many people, again and again, whether all of them have got so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class RollCall(Generic[T]):
    """Whether all of these people pass a test, asked many times a second.

    Each time it goes on with whoever did not pass the last time: otherwise whoever waits for a
    thousand people would look at as many screens each time, and the tenant answers nobody
    meanwhile.
    """

    def __init__(self, people: Sequence[T], test: Callable[[T], bool]) -> None:
        self._people = people
        self._test = test
        self._at = 0

    def all_pass(self) -> bool:
        """Whether all of them pass now; nobody's answer of an earlier time counts."""
        for _ in self._people:
            if not self._test(self._people[self._at]):
                return False
            self._at = (self._at + 1) % len(self._people)
        return True
