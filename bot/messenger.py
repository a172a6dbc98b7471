"""The way to people's chats: a card is sent, updated or taken away through the Connector."""

from __future__ import annotations

from typing import Any

from bot.connector import Connector
from bot.screen import Screen
from bot.uploads import Uploads
from cards.kit.elements import Rendered
from graph.apps import OwnApp
from mentoring.domain.errors import NotAllowed, NotThere
from mentoring.domain.posting import Posting
from mentoring.ports.messenger import Chat, Sent
from mentoring.usecases.common.service import known_service

PUBLIC_SERVICE = "https://smba.trafficmanager.net/teams/"


def as_message(rendered: Rendered) -> dict[str, Any]:
    """A card as a message."""
    attachment: dict[str, Any] = {"contentType": rendered.kind, "content": rendered.content}
    if rendered.name:
        attachment["name"] = rendered.name
    if rendered.url:
        attachment["contentUrl"] = rendered.url
    return {"type": "message", "summary": rendered.summary, "attachments": [attachment]}


class TeamsMessenger:
    """The way to people's chats; see ``mentoring.ports.Messenger``."""

    def __init__(
        self, screen: Screen, connector: Connector, app: OwnApp, uploads: Uploads | None
    ) -> None:
        self._screen = screen
        self._connector = connector
        self._app = app
        self._uploads = uploads

    @property
    def hands_over_files(self) -> bool:
        """Whether this cloud has consent cards."""
        return self._uploads is not None

    def is_drive(self, url: str) -> bool:
        """Whether the address lies with SharePoint."""
        return self._uploads is not None and self._uploads.may_go_to(url)

    async def upload(self, content: Posting, url: str) -> None:
        """Put what the posting shows there, as a file."""
        if self._uploads is None:
            raise NotAllowed("bots can send no files in this cloud")
        await self._uploads.put(url, (await self._screen.document(content)).data)

    async def install(self, person_id: str) -> Chat:
        """Put the app into the person's Teams, if it is not there, and find the chat with them."""
        conversation = await self._app.install(person_id)
        service = await self._screen.store.glance(known_service)
        return Chat(conversation, service or PUBLIC_SERVICE)

    async def post(self, posting: Posting) -> Sent:
        """Send the card as a new message, as it stands by then."""
        version, rendered = await self._screen.newest(posting)
        activity_id = await self._connector.say(
            Chat(posting.conversation, posting.service_url), as_message(rendered)
        )
        if not activity_id:
            raise NotThere(
                f"Teams gave no id for the message {posting.id}, so it could not be kept true"
            )
        return Sent(activity_id, version)

    async def remove(self, posting: Posting) -> None:
        """Delete the message."""
        chat = Chat(posting.conversation, posting.service_url)
        await self._connector.remove(chat, posting.activity_id)

    async def update(self, posting: Posting) -> int:
        """Make the message show the subject as it stands; return the version that it shows now."""
        version = 0

        async def made() -> dict[str, Any]:
            nonlocal version
            version, rendered = await self._screen.due(posting)
            return as_message(rendered)

        await self._connector.change(
            Chat(posting.conversation, posting.service_url), posting.activity_id, made
        )
        return version
