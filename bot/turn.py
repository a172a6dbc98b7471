"""What came in from Teams, in our own words: validated before the SDK sees it, and free of its
types.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticUseDefault

from bot.mentions import plain, with_names
from bot.reading import Unreadable, read_json
from mentoring.domain.file import Place
from mentoring.domain.pasted import visible
from mentoring.domain.people import Spoken, one_spelling
from mentoring.ports.messenger import Chat

LONGEST_TEXT = 100_000
"""In characters; Teams takes messages of about 100 KB in all [format your bot messages]."""
LINE_END = re.compile(r"<br\s*+/?>|</p>|</div>|</li>")
TAG = re.compile(r"<[^<>@]+>")
ENDLESS_NUMBER = re.compile(r"&#[0-9]{8,}+;?")
"""A numeric entity that stands for no character, and that Python would refuse to parse."""
DirectoryId = Annotated[str, AfterValidator(one_spelling)]
T = TypeVar("T")


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _absent_if_odd(value: object, read: ValidatorFunctionWrapHandler) -> object:
    """Count a malformed value as absent: what Teams merely adds must not keep anybody from being
    heard.
    """
    try:
        return read(value)
    except ValidationError:
        raise PydanticUseDefault from None


Added = Annotated[T, WrapValidator(_absent_if_odd)]
"""What an activity may do without: anything but the expected form counts as absent."""


def _unpacked(value: object) -> object:
    """A button's value, which some clients send as a text with JSON in it [Adaptive Card actions:
    messageBack].
    """
    if not isinstance(value, str):
        return value
    try:
        return read_json(value)
    except Unreadable:
        return None


def _mentions_among(entities: object) -> object:
    """The mentions among what else Teams says of a message."""
    if not isinstance(entities, list):
        return entities
    return [each for each in entities if isinstance(each, dict) and each.get("type") == "mention"]


def _address(url: str) -> str:
    """An address that can be called.

    Raises:
        ValueError: it names no host.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.port == 0:
        raise ValueError("no address")
    return url


class _Lenient(BaseModel):
    """Fields that we do not know are left out; ``null`` is the same as absent."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, sent: object) -> object:
        if not isinstance(sent, dict):
            return sent
        return {key: value for key, value in sent.items() if value is not None}


class Account(_Lenient):
    """Somebody, or a bot, as the channel names them."""

    id: str = Field(min_length=1, max_length=200)
    aad: DirectoryId = Field(default="", alias="aadObjectId", max_length=100)
    name: Added[str] = ""


class Conversation(_Lenient):
    """Where something was said."""

    id: str = Field(min_length=1, max_length=1000)
    type: Added[str] = Field(default="", alias="conversationType")
    group: Added[bool] = Field(default=False, alias="isGroup")
    tenant: str | None = Field(default=None, alias="tenantId")


class Named(_Lenient):
    """A team or channel, as channelData names it."""

    id: Added[str] = ""
    group: Added[DirectoryId] = Field(default="", alias="aadGroupId")


class ChannelData(_Lenient):
    """What Teams adds to an activity."""

    team: Added[Named | None] = None
    channel: Added[Named | None] = None
    event: Added[str] = Field(default="", alias="eventType")


class Mentioned(_Lenient):
    """A name in the text that stands for an account: the bot's, or somebody's.

    ``text`` is the element that shows it; Teams leaves it out for some names.
    """

    type: Literal["mention"] = "mention"
    mentioned: Account
    text: Added[str] = ""

    @property
    def name(self) -> str:
        """The name as the text shows it."""
        return plain(self.text) or self.mentioned.name


class Inbound(_Lenient):
    """An activity as Teams must send it; anything else is answered with 400."""

    type: str = Field(min_length=1, max_length=100)
    id: Added[Annotated[str, Field(max_length=100)]] = ""
    name: Added[str] = ""
    action: Added[str] = ""
    channel_id: str = Field(alias="channelId", min_length=1, max_length=100)
    service_url: Annotated[str, AfterValidator(_address)] = Field(
        alias="serviceUrl", max_length=1000
    )
    sender: Account = Field(alias="from")
    recipient: Account
    conversation: Conversation
    text: str | None = Field(default=None, max_length=LONGEST_TEXT)
    mentions: Added[Annotated[list[Mentioned], BeforeValidator(_mentions_among)]] = Field(
        default_factory=list, alias="entities"
    )
    locale: Added[Annotated[str, Field(max_length=100)] | None] = None
    zone: Added[Annotated[str, Field(max_length=100)] | None] = Field(
        default=None, alias="localTimezone"
    )
    value: Annotated[dict[str, Any] | None, BeforeValidator(_unpacked)] = None
    reply_to_id: Added[str | None] = Field(default=None, alias="replyToId")
    channel_data: Added[ChannelData | None] = Field(default=None, alias="channelData")
    members_added: list[Account] = Field(default_factory=list, alias="membersAdded")
    members_removed: list[Account] = Field(default_factory=list, alias="membersRemoved")


class FileContext(_Lenient):
    """What our own consent card carries along."""

    file: Annotated[str, Field(min_length=1, max_length=200)]


class UploadInfo(_Lenient):
    """Where Teams has made room for a file."""

    name: Annotated[str, Field(min_length=1, max_length=400)]
    upload_url: Annotated[str, Field(alias="uploadUrl", min_length=1, max_length=8000)]
    content_url: Annotated[str, Field(alias="contentUrl", min_length=1, max_length=4000)]
    unique_id: Annotated[str, Field(alias="uniqueId", min_length=1, max_length=200)]
    file_type: Annotated[str, Field(alias="fileType", max_length=100)] = ""


class FileConsent(_Lenient):
    """The value of ``fileConsent/invoke`` [learn.microsoft.com, Send and receive files using
    bots].
    """

    action: Literal["accept", "decline"]
    context: FileContext
    upload: Added[UploadInfo | None] = Field(default=None, alias="uploadInfo")


@dataclass(frozen=True)
class Consent:
    """What somebody has answered to the offer of a file, and where it may be put."""

    file: str
    agrees: bool
    place: Place | None


@dataclass(frozen=True)
class Turn:
    """One thing that somebody said or pressed.

    ``known`` has the directory ids of accounts that were mentioned, by their ids in Teams, where
    these had to be asked for. ``played`` is whom an owner plays in a try, empty otherwise.
    """

    inbound: Inbound
    known: Mapping[str, str] = field(default_factory=dict)
    played: str = ""

    @classmethod
    def again(cls, sent: str) -> Turn:
        """The turn of a message that was put down (``as_sent``)."""
        return cls(Inbound.model_validate_json(sent))

    @property
    def as_sent(self) -> str:
        """What came in, for reading it once more: JSON."""
        return self.inbound.model_dump_json(by_alias=True, exclude_none=True)

    @property
    def person_id(self) -> str:
        """The person's directory id; the Playground, which has none, sends its own."""
        return self.played or self.inbound.sender.aad or self.inbound.sender.id

    @property
    def chat(self) -> Chat:
        """Where to answer."""
        there = self.inbound.conversation.id
        return Chat(there, self.inbound.service_url, is_own=self.scope == "personal")

    @property
    def scope(self) -> Literal["personal", "channel"]:
        """A 1:1 chat, or somewhere others read along."""
        conversation = self.inbound.conversation
        if conversation.type:
            return "personal" if conversation.type == "personal" else "channel"
        return "channel" if conversation.group or self.team_conversation else "personal"

    @property
    def team(self) -> str:
        """The directory id of the team in whose channel it was said, where the activity carries
        it.
        """
        data = self.inbound.channel_data
        return data.team.group if data and data.team else ""

    @property
    def team_conversation(self) -> str:
        """The same team by the id that conversations know it by; Teams sends it more often than the
        directory's.
        """
        data = self.inbound.channel_data
        return data.team.id if data and data.team else ""

    @property
    def is_of_a_bot(self) -> bool:
        """Whether a bot has said it, this one or another: their ids in Teams begin so
        [learn.microsoft.com, Channel and group chat conversations with a bot].
        """
        return self.inbound.sender.id.startswith("28:") and not self.inbound.sender.aad

    @property
    def is_farewell(self) -> bool:
        """Whether the app has been taken away here [Conversation events in your Teams bot: install
        update event].
        """
        return self.inbound.type == "installationUpdate" and self.inbound.action == "remove"

    @property
    def locale(self) -> str:
        """The language of the person's Teams."""
        return self.inbound.locale or ""

    @property
    def spoken(self) -> Spoken:
        """What the person's Teams tells beside their words."""
        return Spoken(self.locale, self.zone)

    @property
    def zone(self) -> str:
        """The zone (IANA) of the person's Teams; empty if it does not say, or says none that exists
        [learn.microsoft.com, Activity: localTimezone].
        """
        named = self.inbound.zone or ""
        return named if named in _zones() else ""

    @property
    def unknown(self) -> tuple[str, ...]:
        """The ids in Teams of people who were mentioned and whose directory ids are not known."""
        others = (each.mentioned for each in self.inbound.mentions if not self._is_bot(each))
        return tuple(dict.fromkeys(each.id for each in others if not self._id_of(each)))

    @cached_property
    def text(self) -> str:
        """What was said, without the mention of the bot; other people who were mentioned stand in
        it as ``"Name" <directory id>;``. Line breaks stay, whether Teams sent them plain or as
        HTML.
        """
        inbound = self.inbound
        named = with_names(inbound.text or "", inbound.mentions, inbound.recipient.id, self._id_of)
        lines = ENDLESS_NUMBER.sub("\ufffd", TAG.sub(" ", LINE_END.sub("\n", named)))
        return visible(html.unescape(lines).replace("\xa0", " ")).strip()

    def _is_bot(self, mention: Mentioned) -> bool:
        return mention.mentioned.id == self.inbound.recipient.id

    def _id_of(self, account: Account) -> str:
        return account.aad or self.known.get(account.id, "")

    @property
    def consent(self) -> Consent | None:
        """The answer to the offer of a file; None if this is none, or not as Teams sends it."""
        try:
            said = FileConsent.model_validate(self.inbound.value or {})
        except ValidationError:
            return None
        place = Place(**said.upload.model_dump()) if said.upload else None
        return Consent(said.context.file, said.action == "accept", place)

    @property
    def pressed(self) -> tuple[str, Mapping[str, Any]] | None:
        """The verb and data of a pressed button, by invoke or by the fallback's message; None if
        nothing was pressed.
        """
        value = self.inbound.value or {}
        if self.inbound.type == "invoke":
            action = value.get("action")
            action = action if isinstance(action, dict) else {}
            data = action.get("data")
            return str(action.get("verb", "")), data if isinstance(data, dict) else {}
        sent = self.inbound.type == "message" and "verb" in value
        return (str(value["verb"]), value) if sent else None
