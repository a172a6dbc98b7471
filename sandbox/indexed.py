"""What the tenant holds by id, and finds by something else without looking through all of it."""

from __future__ import annotations

from collections import UserDict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

T = TypeVar("T")


class Indexed(UserDict[str, T]):
    """A dict that also finds its values by other keys, which do not change as long as the value is
    in it.
    """

    def __init__(self, keys: Callable[[T], Iterable[Hashable]]) -> None:
        self._keys = keys
        self._at: dict[Hashable, dict[str, T]] = {}
        super().__init__()

    def __setitem__(self, key: str, value: T) -> None:
        """Put it in, in the place of what was there."""
        if key in self.data:
            self._forget(key)
        self.data[key] = value
        for other in self._keys(value):
            self._at.setdefault(other, {})[key] = value

    def __delitem__(self, key: str) -> None:
        """Take it out. Raises KeyError."""
        self._forget(key)
        del self.data[key]

    def at(self, other: Hashable) -> list[T]:
        """What has this other key, in the order in which it came."""
        return list(self._at.get(other, {}).values())

    def _forget(self, key: str) -> None:
        for other in self._keys(self.data[key]):
            found = self._at[other]
            found.pop(key, None)
            if not found:
                del self._at[other]
