"""Whoever obeys what people write to the bot."""

from __future__ import annotations

from typing import Protocol


class Listener(Protocol):
    """Obeys what people write."""

    async def obey(self, said: str) -> None:
        """Obey what was written, as the listener has put it down, and answer in its chat."""
        ...


class NobodyListens:
    """Where no bot runs, nothing is heard."""

    async def obey(self, said: str) -> None:
        """Nothing can have been heard.

        Raises:
            NotImplementedError: always.
        """
        raise NotImplementedError("nobody listens here: give World its listener")


NOBODY = NobodyListens()
