"""What came in from Teams, in our own words: validated before the SDK sees it, and free of its types."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from mentoring.ports.messenger import Chat


class _Lenient(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class Account(_Lenient):
    """Somebody, or a bot, as the channel names them."""

    id: str = Field(min_length=1, max_length=500)
    aad: str = Field(default="", alias="aadObjectId", max_length=100)
    name: str = ""


class Conversation(_Lenient):
    """Where something was said."""

    id: str = Field(min_length=1, max_length=1000)
    type: str = Field(default="personal", alias="conversationType")
    tenant: str | None = Field(default=None, alias="tenantId")


class Named(_Lenient):
    """A team or channel, as channelData names it."""

    id: str = ""
    group: str = Field(default="", alias="aadGroupId")


class ChannelData(_Lenient):
    """What Teams adds to an activity."""

    team: Named | None = None
    channel: Named | None = None
    event: str = Field(default="", alias="eventType")


class Inbound(_Lenient):
    """An activity as Teams must send it; anything else is answered with 400."""

    type: str = Field(min_length=1, max_length=100)
    id: str = Field(default="", max_length=500)
    name: str = ""
    channel_id: str = Field(alias="channelId", min_length=1)
    service_url: str = Field(alias="serviceUrl", pattern=r"^https?://")
    sender: Account = Field(alias="from")
    recipient: Account
    conversation: Conversation
    text: str | None = None
    locale: str | None = None
    value: dict[str, Any] | None = None
    reply_to_id: str | None = Field(default=None, alias="replyToId")
    channel_data: ChannelData | None = Field(default=None, alias="channelData")
    members_added: list[Account] = Field(default_factory=list, alias="membersAdded")
    members_removed: list[Account] = Field(default_factory=list, alias="membersRemoved")


@dataclass(frozen=True)
class Turn:
    """One thing that somebody said or pressed."""

    inbound: Inbound

    @property
    def person_id(self) -> str:
        """The person's directory id; the Playground, which has none, sends its own."""
        return self.inbound.sender.aad or self.inbound.sender.id

    @property
    def chat(self) -> Chat:
        """Where to answer."""
        return Chat(self.inbound.conversation.id, self.inbound.service_url)

    @property
    def scope(self) -> Literal["personal", "channel"]:
        """A 1:1 chat, or somewhere others read along."""
        return "personal" if self.inbound.conversation.type == "personal" else "channel"

    @property
    def team(self) -> str:
        """The directory id of the team in whose channel it was said, where the activity carries it."""
        data = self.inbound.channel_data
        return data.team.group if data and data.team else ""

    @property
    def team_conversation(self) -> str:
        """The same team by the id that conversations know it by; Teams sends it more often than the directory's."""
        data = self.inbound.channel_data
        return data.team.id if data and data.team else ""

    @property
    def locale(self) -> str:
        """The language of the person's Teams."""
        return self.inbound.locale or ""

    @cached_property
    def text(self) -> str:
        """What was said, without the mention of the bot; line breaks stay, whether Teams sent them plain or as HTML."""
        spoken = re.sub(r"<at[^>]*>.*?</at>", " ", self.inbound.text or "", flags=re.DOTALL)
        broken = re.sub(r"<br\s*/?>|</p>|</div>|</li>", "\n", spoken)
        return html.unescape(re.sub(r"<[^>@]+>", " ", broken)).replace("\xa0", " ").strip()

    @property
    def pressed(self) -> tuple[str, Mapping[str, Any]] | None:
        """The verb and data of a pressed button, by invoke or by the fallback's message; None if nothing was pressed."""
        value = self.inbound.value or {}
        if self.inbound.type == "invoke":
            action = value.get("action")
            action = action if isinstance(action, dict) else {}
            data = action.get("data")
            return str(action.get("verb", "")), data if isinstance(data, dict) else {}
        return (str(value["verb"]), value) if "verb" in value else None
