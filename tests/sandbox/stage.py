"""A running tenant with a recording bot as its product, and the bot's way to the connector."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import aiohttp

from sandbox.connector.places import Place, place_of
from sandbox.directory import Person
from sandbox.limits import Mode
from sandbox.server import Tenant, running
from sandbox.signin import BOT_AUDIENCE
from sandbox.teams import Member
from tests.sandbox.recording_bot import RecordingBot, recording_bot

DOMAIN = "nordwind.example"
TEXT = {"type": "message", "text": "Hello"}


@dataclass
class Stage:
    """What a test of the connector acts on."""

    tenant: Tenant
    bot: RecordingBot
    session: aiohttp.ClientSession

    @property
    def person(self) -> Person:
        """Somebody who can be reached and is no programme owner."""
        owners = self.tenant.state.teams[self.tenant.state.owners_team_id].members
        people = self.tenant.state.people.values()
        return next(p for p in people if p.account_enabled and p.licensed and p.id not in owners)

    @property
    def owner(self) -> Person:
        """A programme owner."""
        return self.tenant.state.people[
            next(iter(self.tenant.state.teams[self.tenant.state.owners_team_id].members))
        ]

    @property
    def owners(self) -> Place:
        """The owners' channel."""
        found = place_of(self.tenant.state, self.tenant.state.owners_channel_id)
        assert found is not None
        return found

    async def call(
        self, method: str, path: str, body: object = None, token: str | None = None
    ) -> tuple[int, Any]:
        """A call of the connector: status and JSON."""
        bearer = self.tenant.signin.issue(BOT_AUDIENCE) if token is None else token
        url = f"{self.tenant.url}/connector{path}"
        async with self.session.request(
            method, url, json=body, headers={"Authorization": f"Bearer {bearer}"}
        ) as answer:
            return answer.status, await answer.json()

    async def code(
        self, method: str, path: str, body: object = None, token: str | None = None
    ) -> tuple[int, str]:
        """A call that is refused: status and the error's code."""
        status, answer = await self.call(method, path, body, token)
        return status, answer["error"]["code"]

    async def post(self, place: Place, activity: object) -> str:
        """The bot writes a message; its id."""
        status, answer = await self.call(
            "POST", f"/v3/conversations/{place.id}/activities", activity
        )
        assert status == 201, f"{answer}"
        return str(answer["id"])

    async def edit(self, place: Place, message: str, activity: object) -> None:
        """The bot edits a message; devices that have it on the screen have refreshed when this
        returns.
        """
        status, answer = await self.call(
            "PUT", f"/v3/conversations/{place.id}/activities/{message}", activity
        )
        assert status == 200, f"{answer}"
        await self.tenant.clients.settled()

    async def control(self, method: str, path: str, body: object = None) -> tuple[int, Any]:
        """A call of the control API: status and JSON."""
        async with self.session.request(
            method, f"{self.tenant.url}/sandbox{path}", json=body
        ) as answer:
            return answer.status, await answer.json()


def crowded(stage: Stage, number: int) -> set[str]:
    """Fill the owners' team up to so many members, invented anew; the ids of all of them."""
    state = stage.tenant.state
    team = state.teams[state.owners_team_id]
    for each in range(number - len(team.members)):
        person = replace(stage.person, id=state.new_id(), mail=f"member.{each}@{DOMAIN}")
        state.add_person(person)
        team.members[person.id] = Member(state.new_id(), person.id, [])
    return set(team.members)


@asynccontextmanager
async def on_stage(
    limits: Mode = "off", faults: float = 0.0, seed: int = 1
) -> AsyncIterator[Stage]:
    """A company of the default size, whose activities go to a recording bot."""
    async with (
        recording_bot() as bot,
        running(limits=limits, faults=faults, seed=seed) as tenant,
        aiohttp.ClientSession() as session,
    ):
        tenant.state.product_urls[:] = [bot.url]
        yield Stage(tenant, bot, session)
