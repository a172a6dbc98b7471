"""What many want to know at the same time is asked once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from functools import partial
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class AskedOnce(Generic[T]):
    """Questions that are under way, by their keys; nothing is kept once one is answered.

    A server that starts finds hundreds of people waiting to be invited, and each of them needs the
    same token and the same id from the catalogue of apps.
    """

    def __init__(self) -> None:
        self._asking: dict[Hashable, asyncio.Task[T]] = {}

    async def ask(self, key: Hashable, question: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """The answer to ``question``, or to the one of this key that is under way.

        Raises:
            Exception: what the question raised, to all who wait for it.
        """
        if key not in self._asking:
            task = self._asking[key] = asyncio.create_task(question())
            task.add_done_callback(partial(self._answered, key))
        return await asyncio.shield(self._asking[key])

    def _answered(self, key: Hashable, task: asyncio.Task[T]) -> None:
        del self._asking[key]
        if not task.cancelled():
            task.exception()  # whoever waited for it may be gone
