"""The tenant that belongs to a carried database: its people, chats, teams and calendars at that
moment.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from pydantic import TypeAdapter

from sandbox.apps import CatalogueApp, Chat, Installation
from sandbox.conversations import BOT, Conversations, Message
from sandbox.directory import Person
from sandbox.mailbox import Appointment
from sandbox.server import new_state
from sandbox.state import Delays, Identity, TenantState
from sandbox.teams import ProgrammeTeams, Team
from sandbox.watching import Subscription
from tests.carried import text_of

PRODUCT_URL = "http://127.0.0.1:13978"
"""Where that version was told of changes in calendars."""
ANOTHER_SEED = 2
"""So what the tenant makes from now on has other ids than what it made then."""
LONG_AGO = float("-inf")
T = TypeVar("T")


@dataclass(frozen=True)
class Place:
    """An appointment's place in somebody's calendar."""

    owner: str
    uid: str
    properties: dict[str, str]
    declined: set[date]


def tenant_of(url: str, product_url: str, delays: Delays) -> TenantState:
    """The tenant of this kind of database's texts; the product is at ``product_url`` now."""
    held = json.loads(text_of(url, "tenant.json").replace(PRODUCT_URL, product_url))
    now = datetime.fromisoformat(held["now"])
    state = new_state(limits="off", seed=ANOTHER_SEED, now=now, delays=delays)
    state.identity = TypeAdapter(Identity).validate_python(held["identity"])
    for person in _each(Person, held["people"]):
        state.add_person(person)
    state.chats.update((each.id, each) for each in _each(Chat, held["chats"]))
    state.apps = {each.id: each for each in _each(CatalogueApp, held["apps"])}
    installed = _each(Installation, held["installations"])
    state.installations.update((each.id, each) for each in installed)
    state.subscriptions = {each.id: each for each in _each(Subscription, held["subscriptions"])}
    _put_teams(state, held)
    _put_appointments(state, held)
    _put_messages(state.conversations, held["messages"], now)
    return state


def _each(kind: type[T], rows: list[Any]) -> list[T]:
    return TypeAdapter(list[kind]).validate_python(rows)  # type: ignore[valid-type]  # a type as a value


def _put_teams(state: TenantState, held: dict[str, Any]) -> None:
    """Whatever was being made then stands by now."""
    for team in _each(Team, held["teams"]):
        team.ready_monotonic = LONG_AGO
        for member in team.members.values():
            member.visible_monotonic = LONG_AGO
        state.teams[team.id] = team
    own = (held[name] for name in ("owners_team_id", "owners_channel_id", "programme_team_ids"))
    state.programmes = [ProgrammeTeams(*own)]


def _put_appointments(state: TenantState, held: dict[str, Any]) -> None:
    appointments = {each.uid: each for each in _each(Appointment, held["appointments"])}
    for place in _each(Place, held["entries"]):
        entry = state.mailboxes[place.owner].put(appointments[place.uid])
        entry.properties, entry.declined = place.properties, place.declined


def _put_messages(
    conversations: Conversations, rows: list[tuple[str, str, str]], now: datetime
) -> None:
    """The bot's messages, of which only the places are known: what stood in them is shown anew."""
    for conversation, thread, key in rows:
        message = Message(key, conversation, thread, BOT, {"type": "message"}, now)
        conversations.messages.setdefault(conversation, []).append(message)
        conversations._by_id[conversation, key] = message
    conversations._last_id = max(int(key) for _, _, key in rows)
