"""What one person sees on one device: conversations with messages, the calendar around today, teams
and channels.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sandbox.connector.clients import Clients, Shown
from sandbox.connector.places import Place, bot_is_in, people_in, place_of
from sandbox.conversations import BOT
from sandbox.directory import Person
from sandbox.mailbox import Appointment, Entry, Occurrence, occurrences
from sandbox.state import TenantState
from sandbox.teams import Channel, Member, Team

Row = dict[str, Any]
BEFORE = timedelta(days=21)
AHEAD = timedelta(days=400)
SOON = timedelta(days=60)


def conversations_of(state: TenantState, person: Person) -> list[Row]:
    """The person's conversations in which the bot may speak: channels first, then the own chat."""
    found = [
        place
        for place in _places(state)
        if person.id in {one.id for one in people_in(state, place)}
    ]
    spoken = [place for place in found if bot_is_in(state, place) and _is_home(state, place)]
    return [
        _conversation(state, place)
        for place in sorted(spoken, key=lambda place: place.kind == "personal")
    ]


def _places(state: TenantState) -> Iterator[Place]:
    chats = [chat.conversation_id for chat in state.chats.values()]
    channels = [channel.id for team in state.teams.values() for channel in team.channels.values()]
    for key in chats + channels:
        place = place_of(state, key)
        if place is not None:
            yield place


def _is_home(state: TenantState, place: Place) -> bool:
    """Chats, and of the channels those made for the programmes' owners."""
    return place.channel is None or any(
        place.channel.id == one.owners_channel_id for one in state.programmes
    )


def _conversation(state: TenantState, place: Place) -> Row:
    messages = state.conversations.in_conversation(place.id)
    last = next((message for message in reversed(messages) if message.sender_id == BOT), None)
    name = (
        ""
        if place.channel is None or place.team is None
        else f"{place.team.display_name} › {place.channel.display_name}"
    )
    preview = "" if last is None else str(last.activity.get("summary") or last.text)
    return {
        "id": place.id,
        "kind": place.kind,
        "name": name,
        "messages": len(messages),
        "preview": preview,
    }


def messages_of(
    clients: Clients, state: TenantState, person: Person, place: Place, device: str
) -> list[Row]:
    """The messages as the device shows them, oldest first; a thread's replies follow its first
    message.
    """
    shown = clients.look(person, place, device)
    threads = {one.message.thread_id: number for number, one in reversed(list(enumerate(shown)))}
    ordered = sorted(
        enumerate(shown), key=lambda pair: (threads[pair[1].message.thread_id], pair[0])
    )
    return [_message(state, one, in_channel=place.kind == "channel") for _, one in ordered]


def _message(state: TenantState, shown: Shown, *, in_channel: bool) -> Row:
    message = shown.message
    sender = state.people.get(message.sender_id)
    return {
        "id": message.id,
        "reply": in_channel and message.thread_id != message.id,
        "from": shown.sender,
        "sender": "" if sender is None else sender.id,
        "photo": sender is not None and sender.photo_pixels > 0,
        "text": message.text,
        "card": shown.card,
        "consent": message.consent,
        "file": message.file,
        "view": shown.view,
        "at": message.created.isoformat(),
        "edited": message.edits > 0,
        "reactions": sorted(message.reactions.values()),
    }


def calendar_of(state: TenantState, person: Person) -> list[Row]:
    """What stands in the person's calendar, from three weeks ago on."""
    now = state.clock.now()
    found = [
        event
        for entry in state.mailboxes[person.id].entries.values()
        for event in _events(entry, now)
    ]
    return sorted(found, key=lambda event: event["start"])


def _events(entry: Entry, now: datetime) -> list[Row]:
    own = from_product(entry.appointment)
    found = occurrences(entry.appointment, now - BEFORE, now + (AHEAD if own else SOON))
    return [_event(entry, one, own=own) for one in found if one.day not in entry.declined]


def from_product(appointment: Appointment) -> bool:
    """Whether the product booked it: nobody else in this tenant books with a transaction id."""
    return appointment.transaction_id is not None


def _event(entry: Entry, one: Occurrence, *, own: bool) -> Row:
    appointment = entry.appointment
    return {
        "id": f"{entry.id}:{one.day}",
        "title": appointment.subject,
        "start": one.start.isoformat(),
        "end": one.end.isoformat(),
        "days": _days(appointment, one),
        "tandem": own,
        "show_as": appointment.show_as,
        "moved": one.day in appointment.changes,
        "attendees": [attendee.name for attendee in appointment.attendees] if own else [],
        "join": appointment.join_url if own else None,
    }


def _days(appointment: Appointment, one: Occurrence) -> list[str] | None:
    """From which day to before which, where the entry takes whole days, wherever one looks from."""
    if not appointment.details.get("isAllDay"):
        return None
    zone = ZoneInfo(appointment.zone)
    return [each.astimezone(zone).date().isoformat() for each in (one.start, one.end)]


def teams_of(state: TenantState, person: Person) -> list[Row]:
    """The person's teams, their members, and the channels that the person may see."""
    return [
        _team(state, team, person) for team in state.teams.values() if person.id in team.members
    ]


def _team(state: TenantState, team: Team, person: Person) -> Row:
    channels = [
        one for one in team.channels.values() if one.deleted is None and _may_see(one, person)
    ]
    return {
        "name": team.display_name,
        "members": _names(state, list(team.members.values())),
        "channels": [_channel(state, channel) for channel in channels],
    }


def _may_see(channel: Channel, person: Person) -> bool:
    return channel.membership_type == "standard" or person.id in channel.members


def _channel(state: TenantState, channel: Channel) -> Row:
    return {
        "name": channel.display_name,
        "private": channel.membership_type == "private",
        "description": channel.description or "",
        "members": _names(state, list(channel.members.values())),
        "archived": channel.archived,
    }


def _names(state: TenantState, members: list[Member]) -> list[str]:
    return sorted(
        state.people[one.person_id].display_name for one in members if one.person_id in state.people
    )
