"""Where the bot may talk: a personal chat, a group chat or a channel, found by the Bot Connector's
conversation id.

In a channel the id carries the thread (`19:…@thread.tacv2;messageid=1700000000000`)
[learn.microsoft.com: Channel and group chat conversations with a bot].
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sandbox.apps import Chat
from sandbox.directory import Person
from sandbox.state import TenantState
from sandbox.teams import Channel, Team

Kind = Literal["personal", "groupChat", "channel"]
THREAD = ";messageid="


@dataclass(frozen=True)
class Place:
    """A conversation.

    `thread` is the message that a channel's thread starts with, "" outside of one.
    """

    kind: Kind
    id: str
    thread: str = ""
    chat: Chat | None = None
    team: Team | None = None
    channel: Channel | None = None

    @property
    def full_id(self) -> str:
        """The conversation id with the thread, as activities of a channel carry it."""
        return f"{self.id}{THREAD}{self.thread}" if self.thread else self.id


def split(conversation_id: str) -> tuple[str, str]:
    """The plain conversation id and the thread's message id ("" without one)."""
    plain, _, thread = conversation_id.partition(THREAD)
    return plain, thread


def place_of(state: TenantState, conversation_id: str) -> Place | None:
    """The conversation with this id, or None if the tenant has none."""
    plain, thread = split(conversation_id)
    if chat := state.chat_of(plain):
        # A chat of two people is one-on-one, too, but not with the bot.
        with_bot = chat.chat_type == "oneOnOne" and len(chat.members) == 1
        return Place("personal" if with_bot else "groupChat", chat.conversation_id, "", chat)
    if channel := state.channel_of(plain):
        return Place("channel", channel.id, thread, None, state.teams[channel.team_id], channel)
    return None


def personal_place(state: TenantState, person_id: str) -> Place | None:
    """The person's chat with the bot, or None if the app was never installed for them."""
    installation = state.installation_of("user", person_id)
    return place_of(state, installation.chat_id) if installation and installation.chat_id else None


def people_in(state: TenantState, place: Place) -> list[Person]:
    """Who takes part, the bot apart."""
    if place.channel is not None and place.team is not None:
        private = place.channel.membership_type == "private"
        members = place.channel.members if private else place.team.members
    else:
        members = place.chat.members if place.chat else {}
    return [
        state.people[member.person_id]
        for member in members.values()
        if member.person_id in state.people
    ]


def bot_is_in(state: TenantState, place: Place) -> bool:
    """Whether the bot may speak there: installed, and never in a private channel.

    [learn.microsoft.com: Channel and group chat conversations with a bot, 2026-06: "bots cannot
    post messages or cards in private channel conversations"]
    """
    if place.channel is not None:
        return place.channel.membership_type == "standard" and _installed(
            state, "team", place.channel.team_id
        )
    people = people_in(state, place)
    if place.kind == "personal":
        return any(_installed(state, "user", person.id) for person in people)
    return place.chat is not None and _installed(state, "chat", place.chat.id)


def _installed(state: TenantState, scope: Literal["user", "team", "chat"], target_id: str) -> bool:
    return state.installation_of(scope, target_id) is not None
