"""The simulated tenant's apps: in the catalogue, as installed, and the chats that they bring.

Plain dataclasses without behaviour of Graph or of the Bot Connector.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from sandbox.indexed import Indexed
from sandbox.teams import Member

Scope = Literal["user", "team", "chat"]


@dataclass(frozen=True)
class CatalogueApp:
    """An app of the organisation's catalogue."""

    id: str
    external_id: str
    display_name: str
    bot_id: str


@dataclass(frozen=True)
class Installation:
    """An installed app; `target_id` is the person's, team's or chat's id, `chat_id` the personal
    chat of the bot.
    """

    id: str
    app_id: str
    scope: Scope
    target_id: str
    chat_id: str | None = None
    visible_monotonic: float = 0.0
    """From when on lists show it, and its chat is found."""


@dataclass
class Chat:
    """A chat.

    `id` is Graph's (`19:…`), `conversation_id` the Bot Connector's (`a:…` in a personal chat).
    """

    id: str
    conversation_id: str
    chat_type: Literal["oneOnOne", "group"]
    created: datetime
    members: dict[str, Member] = field(default_factory=dict)
    topic: str | None = None


def no_installations() -> Indexed[Installation]:
    """Installations, found by where they are: scope and target."""
    return Indexed(lambda one: [(one.scope, one.target_id)])


def no_chats() -> Indexed[Chat]:
    """Chats, found by either id."""
    return Indexed(lambda chat: {chat.id, chat.conversation_id})
