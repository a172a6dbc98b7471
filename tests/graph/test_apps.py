"""Putting the app into somebody's Teams, which Teams may take a while to show.

Sources: "Proactive installation of apps using Graph API"; company-communicator issues 744 and 1353.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from graph.apps import OwnApp
from graph.client import Graph
from graph.errors import refused
from mentoring.domain.errors import Conflict, NotAllowed, NotYet, Rejected, Undeliverable
from sandbox.directory import Person
from sandbox.server import Tenant, running
from sandbox.state import Delays
from tests.graph.signed_in import signed_in


@pytest.fixture
async def tenant() -> AsyncIterator[Tenant]:
    async with running(limits="off", seed=1, delays=Delays(installation_seconds=0.3)) as started:
        yield started


@pytest.fixture
async def app(tenant: Tenant) -> AsyncIterator[OwnApp]:
    graph = Graph(signed_in(tenant), tenant.env["TANDEM_GRAPH_BASE_URL"])
    yield OwnApp(graph, tenant.env["TANDEM_TEAMS_APP_ID"])
    await graph.close()


def somebody(tenant: Tenant) -> Person:
    people = tenant.state.people.values()
    return next(each for each in people if each.licensed and each.account_enabled)


async def test_an_app_that_is_not_listed_yet_is_asked_for_again(
    tenant: Tenant, app: OwnApp
) -> None:
    """H2: the empty list of installations made people unreachable at once and for good."""
    person = somebody(tenant)
    with pytest.raises(NotYet, match="not listed yet"):
        await app.install(person.id)
    await asyncio.sleep(0.4)
    made = tenant.state.installation_of("user", person.id)
    assert made is not None
    assert await app.install(person.id) == made.chat_id


async def test_many_who_are_invited_at_once_ask_the_catalogue_once(
    tenant: Tenant, app: OwnApp
) -> None:
    """A server that was started anew asked it for each of a hundred who waited, and was refused."""
    asked = list[str]()
    tenant.state.journal.observers.append(lambda exchange: asked.append(exchange.operation))
    people = [each for each in tenant.state.people.values() if each.account_enabled][:20]
    await asyncio.gather(*(app.install(each.id) for each in people), return_exceptions=True)
    assert asked.count("GET /appCatalogs/teamsApps") == 1
    assert asked.count("POST /users/{user_id}/teamwork/installedApps") == 20


async def test_an_app_that_is_listed_before_its_chat_is_asked_for_again(
    tenant: Tenant, app: OwnApp
) -> None:
    """The chat was asked for and not found: the person is unreachable for a while, not for good."""
    tenant.state.delays = Delays(installation_seconds=0, app_chat_seconds=10_000)
    person = somebody(tenant)
    with pytest.raises(NotYet, match="no chat yet"):
        await app.install(person.id)
    tenant.state.delays = Delays(installation_seconds=0)
    made = tenant.state.installation_of("user", person.id)
    assert made is not None
    assert await app.install(person.id) == made.chat_id


async def test_whom_a_policy_denies_the_app_is_told_apart_from_a_missing_permission(
    tenant: Tenant, app: OwnApp
) -> None:
    """Both are 403 ``Forbidden`` (company-communicator issue 1537)."""
    person = somebody(tenant)
    person.bot = "forbidden"
    with pytest.raises(Undeliverable) as blocked:
        await app.install(person.id)
    assert blocked.value.cause == "blocked-by-admin"
    person.bot = "allowed"
    tenant.state.permissions.discard("TeamsAppInstallation.ReadWriteSelfForUser.All")
    with pytest.raises(NotAllowed, match="application permission"):
        await app.install(person.id)


async def test_an_app_that_is_there_is_taken_as_put_and_a_refusal_that_says_409_is_not(
    tenant: Tenant, app: OwnApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """409 is a status: a request id or a message may hold these digits, too."""
    person = somebody(tenant)
    tenant.state.delays = Delays(installation_seconds=0)
    chat = await app.install(person.id)
    assert await app.install(person.id) == chat

    async def no(*_: object, **__: object) -> None:
        body = b'{"error": {"code": "BadRequest", "message": "no"}}'
        raise refused("install_app", "", 400, body, None, "e409-0000")

    monkeypatch.setattr("graph.apps.install_app", no)
    with pytest.raises(Rejected, match="409") as told:
        await app.install(person.id)
    assert not isinstance(told.value, Conflict)
