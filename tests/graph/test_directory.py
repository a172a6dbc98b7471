"""People and groups of the simulated directory, by whatever owners call them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from graph.client import Graph
from graph.directory import MOST_ALIKE, GraphDirectory
from sandbox.server import Tenant, running
from sandbox.state import Person
from tests.graph.test_channels import SignedIn


@pytest.fixture
async def tenant() -> AsyncIterator[Tenant]:
    async with running(limits="off", seed=1) as started:
        yield started


@pytest.fixture
async def directory(tenant: Tenant) -> AsyncIterator[GraphDirectory]:
    graph = Graph(SignedIn(tenant), tenant.env["TANDEM_GRAPH_BASE_URL"])
    yield GraphDirectory(graph)
    await graph.close()


def somebody(tenant: Tenant) -> Person:
    people = tenant.state.people.values()
    return next(each for each in people if each.licensed and each.account_enabled)


async def test_somebody_is_found_by_name_address_and_id(
    tenant: Tenant, directory: GraphDirectory
) -> None:
    person = somebody(tenant)
    turned = f"{person.surname}, {person.given_name}"
    for text in (person.display_name, turned, person.mail, person.mail.upper(), person.id):
        assert [each.id for each in await directory.find(text)] == [person.id]


async def test_an_earlier_address_is_found_too(tenant: Tenant, directory: GraphDirectory) -> None:
    """H12: the older address is among the proxy addresses; it was *not found*."""
    person = somebody(tenant)
    assert [each.id for each in await directory.find(person.aliases[0])] == [person.id]
    assert await directory.find("nobody@nordwind-werke.example") == ()


async def test_a_first_name_brings_those_who_bear_it(
    tenant: Tenant, directory: GraphDirectory
) -> None:
    person = somebody(tenant)
    alike = await directory.like(person.given_name)
    assert person.id in {each.id for each in alike}
    assert len(alike) <= MOST_ALIKE
    assert await directory.like("nobody@nordwind.example") == ()
    assert await directory.like("O'Nobody") == ()


async def test_groups_of_one_name_are_all_found_and_each_by_its_address_or_id(
    tenant: Tenant, directory: GraphDirectory
) -> None:
    """H3."""
    both = await directory.groups("Ambassadors")
    assert len(both) == 2
    for group in both:
        assert await directory.groups(group.mail) == (group,)
        assert await directory.groups(group.id) == (group,)
        people = {each.id for each in await directory.people_of(group.id)}
        assert people == set(tenant.state.groups[group.id].member_ids)
    assert await directory.groups("No such group") == ()
