"""A running tenant, and a client of Graph that checks every body it sees against the contract."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import aiohttp
import pytest

from sandbox.directory import Person
from sandbox.faults import NO_ANSWER
from sandbox.graph.operations import OPERATIONS
from sandbox.journal import Exchange
from sandbox.limits import Mode
from sandbox.server import Tenant, running
from sandbox.signin import GRAPH_AUDIENCE
from sandbox.state import Delays, TenantState
from tests.contracts import FOLDER, graph_contract
from tests.sandbox.recording_hook import Hook, recording_hook

NEVER = 3600.0
"""Longer than any test takes, in seconds: it has not happened yet, however slow the machine is."""
QUICK = Delays(
    team_seconds=NEVER,
    team_listed_seconds=NEVER,
    team_settling_seconds=NEVER,
    membership_seconds=NEVER,
    archive_seconds=0.02,
    link_seconds=0.0,
    notification_seconds=0.02,
    answer_seconds=60.0,
    validation_seconds=60.0,
    retry_seconds=0.05,
    slow_seconds=0.5,
    watch_seconds=0.02,
    installation_seconds=0.0,
)
LONG_AGO = float("-inf")
BEYOND_THE_CONTRACT = (
    "GET /teams/{team_id}/installedApps",
    "GET /users/{user_id}/photo",
    "GET /users/{user_id}/photos/{size}",
    "GET /users/{user_id}/photos/{size}/$value",
    "POST /users/{user_id}/getMailTips",
)
"""Served, but not among the calls the contract was made for."""


@dataclass(frozen=True)
class Reply:
    """What Graph answered."""

    status: int
    body: Any
    headers: dict[str, str]

    @property
    def code(self) -> str:
        """The error's code."""
        return str(self.body["error"]["code"])

    @property
    def message(self) -> str:
        """The error's message."""
        return str(self.body["error"]["message"])

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows of a collection."""
        found: list[dict[str, Any]] = self.body["value"]
        return found


class GraphClient:
    """Asks Graph over HTTP with a valid token."""

    def __init__(self, tenant: Tenant, session: aiohttp.ClientSession) -> None:
        self.tenant = tenant
        self._session = session
        self.token = tenant.signin.issue(GRAPH_AUDIENCE)

    async def ask(self, method: str, path: str, body: object = None, **headers: str) -> Reply:
        """One request; header names are written with underscores.

        `path` may be a whole URL (a nextLink).
        """
        url = path if path.startswith("http") else f"{self.tenant.url}/v1.0{path}"
        sent = {"Authorization": f"Bearer {self.token}"} | {
            key.replace("_", "-"): value for key, value in headers.items()
        }
        async with self._session.request(method, url, json=body, headers=sent) as response:
            raw = await response.read()
            plain = response.content_type != "application/json"
            return Reply(
                response.status, raw if plain else await response.json(), dict(response.headers)
            )

    async def get(self, path: str, **headers: str) -> Reply:
        """GET."""
        return await self.ask("GET", path, **headers)

    async def post(self, path: str, body: object = None, **headers: str) -> Reply:
        """POST."""
        return await self.ask("POST", path, body, **headers)

    async def patch(self, path: str, body: object) -> Reply:
        """PATCH."""
        return await self.ask("PATCH", path, body)

    async def delete(self, path: str) -> Reply:
        """DELETE."""
        return await self.ask("DELETE", path)


@asynccontextmanager
async def graph_of(
    *, limits: Mode = "off", people: int = 30, faults: float = 0.0
) -> AsyncIterator[GraphClient]:
    """A tenant in which nothing is late by itself and a client of its Graph; each answer is checked
    closed against the contract.
    """
    problems: list[str] = []
    async with running(
        delays=replace(QUICK), limits=limits, people=people, faults=faults
    ) as tenant:
        if FOLDER.exists():
            tenant.state.journal.observers.append(
                lambda exchange: problems.extend(_problems(exchange))
            )
        async with aiohttp.ClientSession() as session:
            yield GraphClient(tenant, session)
    assert not problems, f"{problems}"


def _problems(exchange: Exchange) -> list[str]:
    if exchange.operation not in OPERATIONS or exchange.operation in BEYOND_THE_CONTRACT:
        return []
    if exchange.status == NO_ANSWER:
        return []
    method, path, answer = exchange.operation.partition(" ")[0], exchange.path, exchange.answer
    if exchange.operation.endswith("/delta()"):
        path, answer = (
            re.sub(r"/(microsoft\.graph\.)?delta(\(\))?(?=\?|$)", "/delta()", path),
            _without_removed(answer),
        )
    found = graph_contract().answer(method, path, exchange.status, answer)
    return [f"{exchange.operation} {exchange.status}: {problem}" for problem in found]


def _without_removed(answer: Any) -> Any:
    """A delta answer without `@removed`, which is an annotation that the metadata do not
    declare.
    """
    if "value" not in answer:
        return answer
    return answer | {
        "value": [{key: row[key] for key in row if key != "@removed"} for row in answer["value"]]
    }


@pytest.fixture
async def graph() -> AsyncIterator[GraphClient]:
    """A tenant without limits."""
    async with graph_of() as client:
        yield client


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    """An endpoint that takes change notifications."""
    async with recording_hook() as found:
        yield found


def bound(person: Person, *roles: str) -> dict[str, Any]:
    """The person as a member in a request's body."""
    return {
        "@odata.type": "#microsoft.graph.aadUserConversationMember",
        "roles": list(roles),
        "user@odata.bind": f"https://graph.microsoft.com/v1.0/users('{person.id}')",
    }


async def member_of(graph: GraphClient, *people: Person) -> str:
    """Make people members of the participants' team, wait until that is known everywhere, and
    return the team's id.
    """
    team_id = graph.tenant.state.programme_team_ids[0]
    added = await graph.post(
        f"/teams/{team_id}/members/add", {"values": [bound(person) for person in people]}
    )
    assert added.status == 200, f"{added.body}"
    a_while_later(graph.tenant.state)
    return team_id


def a_while_later(state: TenantState) -> None:
    """Teams that were being made are there, new members and installations are listed."""
    for team in state.teams.values():
        team.ready_monotonic = team.listed_monotonic = LONG_AGO
        for each in team.operations.values():
            each.done_monotonic = LONG_AGO
        for members in (team.members, *(each.members for each in team.channels.values())):
            for member in members.values():
                member.visible_monotonic = LONG_AGO
    for key, installed in state.installations.items():
        state.installations[key] = replace(installed, visible_monotonic=LONG_AGO)


def everyone(tenant: Tenant) -> list[Person]:
    """All who can be reached and do not own the programme's teams, in a steady order."""
    owners = tenant.state.teams[tenant.state.owners_team_id].members
    fit = (
        one
        for one in tenant.state.people.values()
        if one.licensed and one.account_enabled and one.mailbox_readable
    )
    return sorted((one for one in fit if one.id not in owners), key=lambda one: one.mail)
