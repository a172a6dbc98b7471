"""People and groups of the simulated directory, by whatever owners call them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest

from graph.client import Answer, Graph, Operation
from graph.directory import MOST_ALIKE, GraphDirectory
from graph.directory_calls import FIELDS
from graph.finding import questions
from mentoring.domain.finding import Standing
from sandbox.directory import Person
from sandbox.server import Tenant


@pytest.fixture
def directory(graph: Graph) -> GraphDirectory:
    return GraphDirectory(graph)


@pytest.fixture
def asked(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The calls that went out."""
    names: list[str] = []
    send = graph.send

    async def noting(operation: Operation, *rest: Any) -> Answer:
        names.append(operation.name)
        return await send(operation, *rest)

    monkeypatch.setattr(graph, "send", noting)
    return names


def somebody(tenant: Tenant) -> Person:
    people = tenant.state.people.values()
    return next(each for each in people if each.licensed and each.account_enabled)


async def test_somebody_is_found_by_name_address_and_id(
    tenant: Tenant, directory: GraphDirectory
) -> None:
    person = somebody(tenant)
    turned = f"{person.surname}, {person.given_name}"
    spoken = f"{person.surname} {person.given_name}"
    names = (person.display_name, turned, spoken)
    for text in (*names, person.mail, person.mail.upper(), person.id):
        assert [each.id for each in await directory.find(text)] == [person.id]


async def test_a_name_as_it_is_said_counts_more_than_one_turned_round(
    tenant: Tenant, directory: GraphDirectory
) -> None:
    one, other, *_ = (p for p in tenant.state.people.values() if p.licensed and p.account_enabled)
    for each, name in ((one, "Thomas Peter"), (other, "Peter Thomas")):
        tenant.state.people[each.id] = replace(each, display_name=name)
    assert [each.id for each in await directory.find("Peter Thomas")] == [other.id]
    tenant.state.people[one.id] = replace(one, display_name="Hans Peter Thomas")
    for said in ("Thomas Hans Peter", "thomas hans peter", "Thomas, Hans Peter"):
        assert [each.id for each in await directory.find(said)] == [one.id]


async def test_an_earlier_address_is_found_too(tenant: Tenant, directory: GraphDirectory) -> None:
    """H12: the older address is among the proxy addresses; it was *not found*."""
    person = somebody(tenant)
    assert [each.id for each in await directory.find(person.aliases[0])] == [person.id]
    assert await directory.find("nobody@nordwind-werke.example") == ()


async def test_a_profile_knows_every_address_and_the_sign_in_name(
    tenant: Tenant, directory: GraphDirectory
) -> None:
    """`proxyAddresses` is returned only on `$select`, and `User.Read.All` reads it (learn.microsoft
    .com, resource user). A sign-in name need not be an address.
    """
    person = next(each for each in tenant.state.people.values() if each.sign_in_name)
    group = next(g for g in tenant.state.groups.values() if person.id in g.member_ids)
    one, [found] = await directory.profile(person.id), await directory.find(person.sign_in_name)
    listed = next(p for p in await directory.people_of(group.id) if p.id == person.id)
    for profile in (one, found, listed):
        assert profile.email == person.mail
        assert profile.aliases == tuple(sorted((person.sign_in_name, *person.aliases)))


async def test_a_picture_is_found_by_whichever_address(
    tenant: Tenant, directory: GraphDirectory
) -> None:
    """The sponsor is named by an address, and Graph takes only id or sign-in name (user: get)."""
    people = tenant.state.people.values()
    person = next(each for each in people if each.sign_in_name and each.photo_pixels)
    for text in (person.mail, person.aliases[0], person.sign_in_name, person.id):
        assert (await directory.photo(text)).startswith("data:image/")
    assert await directory.photo("nobody@nordwind.example") == ""


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


async def test_whatever_case_an_id_comes_in_people_and_groups_are_the_same(
    tenant: Tenant, directory: GraphDirectory
) -> None:
    person, boss = somebody(tenant), "0A1B2C3D-0000-4000-8000-00000000ABCD"
    tenant.state.add_person(replace(person, id=boss, manager_id=None))
    person.manager_id = boss
    tenant.state.add_person(replace(person, id=person.id.upper()))
    group = next(iter(tenant.state.groups.values()))
    group.member_ids = [person.id.upper()]
    [member] = await directory.people_of(group.id)
    assert member.id == person.id
    assert [*await directory.names([person.id.upper()])] == [person.id]
    assert person.id in await directory.accounts([person.id.upper()])
    assert (await directory.profile(person.id)).managers == (boss.lower(),)
    assert (await directory.standings([person.id], 1))[person.id].managers == (boss.lower(),)


class TestStandings:
    """What the daily watch reads: people by their ids, and their managers a level at a time."""

    async def test_who_is_asked_for_is_told_with_department_and_managers(
        self, tenant: Tenant, directory: GraphDirectory
    ) -> None:
        person = two_levels_down(tenant)
        boss = tenant.state.people[person.manager_id or ""]
        found = await directory.standings([person.id], 2)
        assert boss.manager_id
        managers = (boss.id, boss.manager_id)
        assert found == {person.id: Standing(True, person.department or "", managers)}

    @pytest.mark.parametrize(("depth", "levels"), [(None, 0), (1, 1), (2, 2)])
    async def test_no_more_levels_are_read_than_count(
        self, tenant: Tenant, directory: GraphDirectory, depth: int | None, levels: int
    ) -> None:
        person = two_levels_down(tenant)
        found = await directory.standings([person.id], depth)
        assert len(found[person.id].managers) == levels

    async def test_at_any_depth_the_line_is_followed_to_the_top(
        self, tenant: Tenant, directory: GraphDirectory
    ) -> None:
        person = two_levels_down(tenant)
        whole = (await directory.profile(person.id)).managers
        assert (await directory.standings([person.id], 0))[person.id].managers == whole

    @pytest.mark.parametrize("depth", [0, 2, 9])
    async def test_two_who_report_to_each_other_are_each_the_others_manager_and_it_ends(
        self, tenant: Tenant, directory: GraphDirectory, depth: int
    ) -> None:
        one, other = able(tenant)[:2]
        one.manager_id, other.manager_id = other.id, one.id
        before = tenant.state.journal.count("graph")
        found = await directory.standings([one.id, other.id], depth)
        assert found[one.id].managers[0] == other.id
        assert found[other.id].managers[0] == one.id
        assert len(found[one.id].managers) <= 2
        assert tenant.state.journal.count("graph") - before == 1

    async def test_a_disabled_account_is_told_and_one_that_is_gone_is_not(
        self, tenant: Tenant, directory: GraphDirectory
    ) -> None:
        disabled, gone = able(tenant)[:2]
        disabled.account_enabled = False
        tenant.state.remove_person(gone)
        found = await directory.standings([disabled.id, gone.id], None)
        assert {key: each.enabled for key, each in found.items()} == {disabled.id: False}

    async def test_it_costs_a_call_for_fifteen_people_and_nothing_of_the_directory(
        self, tenant: Tenant, directory: GraphDirectory
    ) -> None:
        """A filter takes 15 values after ``in`` (learn.microsoft.com, advanced query
        capabilities).
        """
        people = [each.id for each in able(tenant)[:20]]
        await directory.standings(people, 1)
        assert tenant.state.journal.count("graph") == 2

    async def test_of_managers_only_who_they_report_to_is_looked_at(
        self, tenant: Tenant, directory: GraphDirectory
    ) -> None:
        person = two_levels_down(tenant)
        boss = tenant.state.people[person.manager_id or ""]
        assert boss.display_name not in repr(await directory.standings([person.id], 2))


def able(tenant: Tenant) -> list[Person]:
    return [each for each in tenant.state.people.values() if each.account_enabled]


def two_levels_down(tenant: Tenant) -> Person:
    people = tenant.state.people
    return next(
        each for each in able(tenant) if each.manager_id and people[each.manager_id].manager_id
    )


async def test_of_a_long_list_several_are_asked_for_at_once(
    tenant: Tenant, graph: Graph, directory: GraphDirectory, asked: list[str]
) -> None:
    """Two hundred addresses were two hundred questions, of which one refused let all be in vain."""
    able = [p for p in tenant.state.people.values() if p.licensed and p.account_enabled]
    names = Counter(each.display_name for each in tenant.state.people.values())
    mails = [each.mail.upper() for each in able[:20]]
    called = [each.display_name for each in able[20:40] if names[each.display_name] == 1]
    found = await directory.find_each([*mails, *called])
    assert {words: [p.id for p in people] for words, people in found.items()} == {
        words: [person.id]
        for person in able[:40]
        for words in (person.mail.upper(), person.display_name)
        if words in {*mails, *called}
    }
    assert len(asked) == 6


async def test_of_a_list_each_is_found_as_if_asked_for_alone(
    tenant: Tenant, directory: GraphDirectory
) -> None:
    able = (each for each in tenant.state.people.values() if each.aliases and each.licensed)
    one, other, third, *_ = able
    twins = replace(one, display_name=other.display_name)
    tenant.state.people[one.id] = twins
    turned = f"{third.surname}, {third.given_name}"
    words = [
        *(one.aliases[0], other.display_name, turned, third.id, third.mail),
        *("nobody@nordwind-werke.example", "Nobody At-All", "O'Hara", "x" * 200),
    ]
    found = await directory.find_each([*words, words[0]])
    assert found == {each: await directory.find(each) for each in words}
    assert len(found[other.display_name]) == 2


async def test_a_sign_in_name_that_is_also_somebody_elses_address_means_two(
    tenant: Tenant, directory: GraphDirectory
) -> None:
    """An address reaches whoever has it, not whoever signs in with it: with both it is not clear
    who is meant, and nobody is taken for somebody else.
    """
    one, other, *_ = (p for p in tenant.state.people.values() if p.licensed)
    tenant.state.people[one.id] = replace(one, sign_in_name=other.aliases[0])
    found = await directory.find_each([other.aliases[0]])
    assert {each.id for each in found[other.aliases[0]]} == {one.id, other.id}


async def test_no_question_for_several_is_longer_than_graph_takes() -> None:
    """An advanced query's URL takes 2,048 characters, other filters fifteen expressions
    (developer.microsoft.com/graph/known-issues, 13635).
    """
    longest = [f"{number:0>3}{'x' * 55}@nordwind.example" for number in range(30)]
    asked = list(questions(longest))
    assert [each for question in asked for each in question.words] == longest
    for question in asked:
        assert len(question.words) * len(question.properties) <= 15
        assert len(quote(question.condition)) + len(",".join(FIELDS)) < 1900
