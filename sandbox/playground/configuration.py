"""What a Playground is told: who sits in front of it, who else there is, which chat and which team
it shows.

The schema is in the npm package (`config.schema.json`, version 0.1.1): exactly five users besides
the current one, one team with at most one channel beside *General*, whose id is the team's. JSON is
YAML, so it is written as JSON.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sandbox.directory import Person
from sandbox.graph.apps import personal_chat
from sandbox.playground.people import Part, Players
from sandbox.state import TenantState

FILE = ".m365agentsplayground.yml"
VERSION = "0.1.1"


def configuration(state: TenantState, players: Players, part: Part) -> dict[str, Any]:
    """The configuration for the person who plays this part."""
    me = players.who(part)
    return {
        "version": VERSION,
        "tenantId": state.identity.tenant_id,
        "bot": {"id": f"28:{state.identity.bot_app_id}", "name": "Tandem"},
        "currentUser": _user(me),
        "users": [_user(person) for person in players.beside(me)],
        "personalChat": {"id": personal_chat(state, me).conversation_id},
        "groupChat": {"id": f"19:{me.id.replace('-', '')}@thread.v2", "name": "Group chat"},
        "team": owners_team(state) if part == "owner" else participants_team(state, me),
    }


def owners_team(state: TenantState) -> dict[str, Any]:
    """The programme owners' team with the channel in which they give commands."""
    team, channel = state.teams[state.owners_team_id], state.channel_of(state.owners_channel_id)
    channels = [{"id": channel.id, "name": channel.display_name}] if channel else []
    return {
        "id": team.thread_id,
        "name": team.display_name,
        "aadGroupId": team.id,
        "channels": channels,
    }


def participants_team(state: TenantState, me: Person) -> dict[str, Any]:
    """A participants' team, in which the bot takes no commands.

    Its conversation bears the person's id: two Playgrounds may show the same team, and an answer
    belongs to one of them.
    """
    team = state.teams[state.programme_team_ids[0]]
    own = f"19:{me.id.replace('-', '')}@thread.tacv2"
    return {"id": own, "name": team.display_name, "aadGroupId": team.id, "channels": []}


def conversations(found: dict[str, Any]) -> list[str]:
    """The ids of all conversations (and of the team) that a Playground of this configuration
    has.
    """
    team = found["team"]
    return [
        found["personalChat"]["id"],
        found["groupChat"]["id"],
        team["id"],
        *(each["id"] for each in team["channels"]),
    ]


def write(found: dict[str, Any], folder: Path) -> Path:
    """Write the configuration where its Playground will look for it."""
    path = folder / FILE
    path.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path


def _user(person: Person) -> dict[str, str]:
    # The people picker gives back `id`, which in Teams is the directory's; so both are the same
    # here.
    return {
        "id": person.id,
        "name": person.display_name,
        "userPrincipleName": person.user_principal_name,
        "aadObjectId": person.id,
        "givenName": person.given_name,
        "surname": person.surname,
        "email": person.mail,
    }
