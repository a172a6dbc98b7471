"""The way to people's chats and to the owners' channel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from mentoring.domain.posting import Posting


@dataclass(frozen=True)
class Chat:
    """Where the bot writes: ``is_own`` in somebody's 1:1 chat with it, where nobody reads along."""

    conversation: str
    service_url: str
    is_own: bool = False


@dataclass(frozen=True)
class Sent:
    """A message that was sent: its activity's id, and the version of the card that it shows."""

    activity_id: str
    version: int


class Messenger(Protocol):
    """The way to people's chats and to the owners' channel."""

    async def install(self, person_id: str) -> Chat:
        """Put the app into the person's Teams, if it is not there, and find the chat with them."""
        ...

    async def post(self, posting: Posting) -> Sent:
        """Send the card as a new message, as it stands by then."""
        ...

    @property
    def hands_over_files(self) -> bool:
        """Whether the cloud can ask people whether a file may be put into their OneDrive."""
        ...

    def is_drive(self, url: str) -> bool:
        """Whether an address lies in a OneDrive of a company, so that a file may be put there."""
        ...

    async def upload(self, content: Posting, url: str) -> None:
        """Put what the posting shows there, as a file."""
        ...

    async def remove(self, posting: Posting) -> None:
        """Take the message back: it no longer stands in the chat."""
        ...

    async def update(self, posting: Posting) -> int:
        """Make the message show the subject as it stands, and return the version (``wanted``) that
        it then shows.
        """
        ...
