"""The way to people's chats and to the owners' channel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from mentoring.domain.posting import Posting


@dataclass(frozen=True)
class Chat:
    """Where a person's 1:1 chat with the bot is."""

    conversation: str
    service_url: str


class Messenger(Protocol):
    """The way to people's chats and to the owners' channel."""

    async def install(self, person_id: str) -> Chat:
        """Put the app into the person's Teams, if it is not there, and find the chat with them."""
        ...

    async def post(self, posting: Posting) -> str:
        """Send the card as a new message and return the activity's id."""
        ...

    async def update(self, posting: Posting) -> int:
        """Make the message show the subject as it stands, and return the version (``wanted``) that
        it then shows.
        """
        ...
