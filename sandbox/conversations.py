"""The bot's conversations, message by message, and what each device of each person shows of them.

A message has one card of its own, the same for everybody. A card that answers a press (or a
refresh) belongs to the device that asked and to nobody else: it is a *view*, laid over the
message's own card, and it is forgotten on a reload, by a reaction to the message, and when the
message is edited; another device never has it [learn.microsoft.com: User Specific Views; Up-to-date
cards; microsoft/botbuilder-js#4635 for reactions]. Times are aware (UTC) and come from the tenant's
clock.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sandbox.cards import Card

ADAPTIVE = "application/vnd.microsoft.card.adaptive"
CONSENT = "application/vnd.microsoft.teams.card.file.consent"
FILE = "application/vnd.microsoft.teams.card.file.info"
BOT = "bot"
REFRESH_EVERY = timedelta(minutes=1)
"""A client does not ask again for a card it asked for less than this ago."""
PRESSED_LATE = 3
"""How many cards back somebody may press, if another one has just taken its place."""
AUTOMATIC_PEOPLE = 60
"""Up to so many people in a chat, and so many `userIds`, a card refreshes by itself."""


@dataclass
class Message:
    """A message.

    `sender_id` is a person's id or `BOT`; `thread_id` the id of the first message of its thread.
    """

    id: str
    conversation_id: str
    thread_id: str
    sender_id: str
    activity: Card
    created: datetime
    edited: datetime | None = None
    edits: int = 0
    deleted: bool = False
    only_for: str = ""
    """The id of the only person who sees it; empty for everybody."""
    reactions: dict[str, str] = field(default_factory=dict)
    """The reaction of each person, by id."""
    first: Card | None = None
    """The activity as it was before the first edit; None if there was none."""

    @property
    def card(self) -> Card | None:
        """The message's own card, or None."""
        return _card_in(self.activity)

    @property
    def first_card(self) -> Card | None:
        """The card with which the message was posted, or None."""
        return _card_in(self.first or self.activity)

    @property
    def consent(self) -> Card | None:
        """The attachment that asks whether a file may be put into one's OneDrive, or None."""
        return _attached(self.activity, CONSENT)

    @property
    def file(self) -> Card | None:
        """The attachment that shows a file in the person's OneDrive, or None."""
        return _attached(self.activity, FILE)

    @property
    def text(self) -> str:
        """The plain text, "" where the message is only a card."""
        return str(self.activity.get("text") or "")


def _attached(activity: Card, kind: str) -> Card | None:
    attachments = activity.get("attachments") or ()
    return next((each for each in attachments if each.get("contentType") == kind), None)


def _card_in(activity: Card) -> Card | None:
    for attachment in activity.get("attachments") or ():
        if attachment.get("contentType") == ADAPTIVE:
            content: Card = attachment["content"]
            return content
    return None


@dataclass
class Device:
    """One client of one person: which conversation is open, which views it holds, when it last
    asked to refresh.
    """

    person_id: str
    name: str
    open_conversation: str | None = None
    views: dict[str, Card] = field(default_factory=dict)
    asked: dict[str, datetime] = field(default_factory=dict)
    before: dict[str, deque[Card]] = field(default_factory=dict)
    """What it showed last of each message of the open conversation, until another card came."""

    def shows(self, message: Message) -> Card | None:
        """The card this device shows for the message: its view, else the message's own."""
        return self.views.get(message.id, message.card)

    def gives_way(self, message: Message) -> None:
        """Another card takes the place of the one that it shows."""
        if self.open_conversation != message.conversation_id:
            return
        card = self.shows(message)
        if card is not None:
            self.before.setdefault(message.id, deque(maxlen=PRESSED_LATE)).appendleft(card)

    def may_ask(self, message_id: str, now: datetime) -> bool:
        """Whether an automatic refresh of the message is due again."""
        last = self.asked.get(message_id)
        return last is None or now - last >= REFRESH_EVERY


@dataclass
class Conversations:
    """All messages by conversation id, and all devices."""

    messages: dict[str, list[Message]] = field(default_factory=dict)
    devices: dict[tuple[str, str], Device] = field(default_factory=dict)
    observers: list[Callable[[], None]] = field(default_factory=list)
    """Called after everything that changes what some device shows."""
    _by_id: dict[tuple[str, str], Message] = field(default_factory=dict)
    _on_screen: dict[str, dict[tuple[str, str], Device]] = field(default_factory=dict)
    """The devices by the conversation that they have open."""
    _viewed: dict[str, dict[tuple[str, str], Device]] = field(default_factory=dict)
    """Those that may hold a view of their own, by message."""
    _last_id: int = 0
    _waiting: dict[str, asyncio.Event] = field(default_factory=dict)

    async def change(self, conversation_id: str) -> None:
        """Wait until something changes on a screen that shows the conversation: a message is
        written, edited, deleted or reacted to, or a device lays a card of its own over one.
        """
        await self._waiting.setdefault(conversation_id, asyncio.Event()).wait()

    def new_id(self, now: datetime) -> str:
        """A message id as Teams makes them: milliseconds since 1970, never twice the same."""
        self._last_id = max(self._last_id + 1, int(now.timestamp() * 1000))
        return str(self._last_id)

    def add(
        self,
        conversation_id: str,
        sender_id: str,
        activity: Card,
        now: datetime,
        thread: str = "",
        only_for: str = "",
    ) -> Message:
        """Write a new message; without `thread` it starts a thread of its own."""
        message_id = self.new_id(now)
        message = Message(
            message_id, conversation_id, thread or message_id, sender_id, activity, now
        )
        message.only_for = only_for
        self.messages.setdefault(conversation_id, []).append(message)
        self._by_id[conversation_id, message_id] = message
        self._changed(conversation_id)
        return message

    def find(self, conversation_id: str, message_id: str) -> Message | None:
        """The message, if it is there and not deleted."""
        message = self._by_id.get((conversation_id, message_id))
        return None if message is None or message.deleted else message

    def in_conversation(self, conversation_id: str, reader: str = "") -> list[Message]:
        """The messages that still stand, oldest first: all, or those that one person sees."""
        return [
            message
            for message in self.messages.get(conversation_id, ())
            if not message.deleted and (not reader or message.only_for in {"", reader})
        ]

    def device(self, person_id: str, name: str) -> Device:
        """The person's device of this name, new if it was never used."""
        return self.devices.setdefault((person_id, name), Device(person_id, name))

    def open(self, device: Device, conversation_id: str) -> None:
        """The device has the conversation on the screen from now on."""
        key = device.person_id, device.name
        self._on_screen.get(device.open_conversation or "", {}).pop(key, None)
        device.open_conversation = conversation_id
        self._on_screen.setdefault(conversation_id, {})[key] = device

    def look_over_devices(self) -> None:
        """Find out what is on whose screen, where the devices were put in from outside."""
        for key, device in self.devices.items():
            if device.open_conversation:
                self.open(device, device.open_conversation)
            for message_id in device.views:
                self._viewed.setdefault(message_id, {})[key] = device

    def opened_on(self, conversation_id: str) -> list[Device]:
        """The devices that have the conversation on the screen now."""
        return list(self._on_screen.get(conversation_id, {}).values())

    def edit(self, message: Message, activity: Card, now: datetime) -> None:
        """Replace the message's content; every device forgets its view of it."""
        for device in self.opened_on(message.conversation_id):
            device.gives_way(message)
        message.first = message.first or message.activity
        message.activity, message.edited, message.edits = activity, now, message.edits + 1
        self._forget_views(message)

    def delete(self, message: Message) -> None:
        """Take the message away."""
        message.deleted = True
        self._forget_views(message)

    def react(self, message: Message, person_id: str, reaction: str) -> None:
        """Put a reaction on the message; clients fall back to the message's own card."""
        message.reactions[person_id] = reaction
        self._forget_views(message)

    def show(self, device: Device, message: Message, card: Card) -> None:
        """Lay a card of the device's own over the message."""
        device.gives_way(message)
        device.views[message.id] = card
        self._viewed.setdefault(message.id, {})[device.person_id, device.name] = device
        self._changed(message.conversation_id)

    def reload(self, device: Device) -> None:
        """Restart the client: it forgets its views, but not when it last asked for a refresh."""
        device.views.clear()
        self._observed()

    def _forget_views(self, message: Message) -> None:
        for device in self._viewed.pop(message.id, {}).values():
            device.views.pop(message.id, None)
        self._changed(message.conversation_id)

    def _observed(self) -> None:
        for observer in self.observers:
            observer()

    def _changed(self, conversation_id: str) -> None:
        self._observed()
        waiting = self._waiting.pop(conversation_id, None)
        if waiting is not None:
            waiting.set()


def refresh_action(
    card: Card | None, mri: str, *, in_channel: bool, people: int
) -> dict[str, Any] | None:
    """The action with which this person's client would refresh the card by itself, or None.

    Without `userIds` a chat of up to 60 people refreshes for all of them; in a channel, and
    wherever the list is given, only those listed are asked for, and a list of more than 60 is not
    obeyed [learn.microsoft.com: Work with Universal Actions, "User IDs in refresh"].
    """
    refresh = (card or {}).get("refresh")
    if not isinstance(refresh, dict) or not isinstance(refresh.get("action"), dict):
        return None
    listed = refresh.get("userIds")
    everybody = listed is None and not in_channel and people <= AUTOMATIC_PEOPLE
    named = listed is not None and len(listed) <= AUTOMATIC_PEOPLE and mri in listed
    action: dict[str, Any] = refresh["action"]
    return action if everybody or named else None
