"""The calls to Teams against the simulated tenant, with the permissions that the calls declare and
no other.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from graph import channel_calls
from graph.channel_calls import MEMBERSHIPS, NOBODY, SINGLE_MEMBERSHIPS
from graph.channels import GraphChannels
from graph.client import OPERATIONS, Graph
from graph.own_lanes import OwnLanes
from graph.throttle import Throttle
from mentoring.domain.errors import (
    Full,
    Gone,
    NotAllowed,
    NotThere,
    NotYet,
    OutsideError,
    Throttled,
    Unavailable,
)
from mentoring.ports.repeating import somebody_repeats
from mentoring.ports.teams import TeamLook
from sandbox.server import Tenant, running
from sandbox.teams import Channel as SandboxChannel
from tests.graph.signed_in import signed_in

UNHURRIED = {
    each.key: replace(each, per_minute=600.0) for each in (MEMBERSHIPS, SINGLE_MEMBERSHIPS)
}
"""Membership calls are not what these tests are to wait for."""


@pytest.fixture
async def tenant() -> AsyncIterator[Tenant]:
    async with running(limits="off", faults=0.0, seed=1) as started:
        started.state.permissions = {operation.permission for operation in OPERATIONS.values()}
        yield started


@pytest.fixture
async def channels(tenant: Tenant) -> AsyncIterator[GraphChannels]:
    graph = Graph(
        signed_in(tenant), tenant.env["TANDEM_GRAPH_BASE_URL"], Throttle(limits=UNHURRIED)
    )
    yield GraphChannels(graph)
    await graph.close()


async def test_another_team_of_participants_is_opened_once_with_its_owners(
    tenant: Tenant, channels: GraphChannels
) -> None:
    owners = sorted(tenant.state.teams[tenant.state.owners_team_id].members)
    team_id = await channels.open_team("Tandem 2", "Tandem 2", owners)
    assert await channels.open_team("Tandem 2", "Tandem 2", owners) == team_id
    assert [team.id for team in tenant.state.teams.values() if team.display_name == "Tandem 2"] == [
        team_id
    ]
    assert set(tenant.state.teams[team_id].members) == set(owners)


async def test_a_team_that_is_still_being_opened_is_waited_for_by_the_next_attempt_too(
    tenant: Tenant, channels: GraphChannels, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was taken for one that stands: its tandems read that the team was gone, and its other
    owners were never in it.
    """
    monkeypatch.setattr("graph.channels.POLLS", 0)
    tenant.state.delays.team_seconds, tenant.state.delays.team_listed_seconds = 60.0, 0.0
    owners = sorted(tenant.state.teams[tenant.state.owners_team_id].members)
    assert len(owners) > 1
    for _ in range(2):
        with pytest.raises(Unavailable, match="still being opened"):
            await channels.open_team("Tandem 2", "Tandem 2", owners)
    [made] = [each for each in tenant.state.teams.values() if each.display_name == "Tandem 2"]
    made.ready_monotonic = float("-inf")
    assert await channels.open_team("Tandem 2", "Tandem 2", owners) == made.id
    assert set(made.members) == set(owners)


PASSES = [Throttled("later", 1), NotThere("a replica lags"), Unavailable("away"), NotAllowed("no")]


def fails_once(monkeypatch: pytest.MonkeyPatch, name: str, refusal: OutsideError) -> None:
    """The first of these calls is refused, the others are made."""
    call, left = getattr(channel_calls, name), [refusal]

    async def refused(*args: object, **facts: object) -> object:
        if left:
            raise left.pop()
        return await call(*args, **facts)

    monkeypatch.setattr(f"graph.channels.{name}", refused)


@pytest.mark.parametrize("refusal", PASSES, ids=lambda each: type(each).__name__)
async def test_that_nobody_can_say_how_far_it_has_come_says_nothing_of_the_team(
    tenant: Tenant,
    channels: GraphChannels,
    monkeypatch: pytest.MonkeyPatch,
    refusal: OutsideError,
) -> None:
    """It was taken for a refusal of the team: another one was opened, or its tandems left out."""
    fails_once(monkeypatch, "team_operation", refusal)
    owners = sorted(tenant.state.teams[tenant.state.owners_team_id].members)
    team_id = await channels.open_team("Tandem 2", "Tandem 2", owners)
    assert set(tenant.state.teams[team_id].members) == set(owners)


@pytest.mark.parametrize("refusal", PASSES, ids=lambda each: type(each).__name__)
async def test_owners_who_cannot_be_added_for_a_moment_come_into_the_team_that_stands(
    tenant: Tenant,
    channels: GraphChannels,
    monkeypatch: pytest.MonkeyPatch,
    refusal: OutsideError,
) -> None:
    tenant.state.delays.team_listed_seconds = 0.0
    fails_once(monkeypatch, "add_to_team", refusal)
    owners = sorted(tenant.state.teams[tenant.state.owners_team_id].members)
    with pytest.raises(NotYet, match="stands"):
        await channels.open_team("Tandem 2", "Tandem 2", owners)
    team_id = await channels.open_team("Tandem 2", "Tandem 2", owners)
    [made] = [each for each in tenant.state.teams.values() if each.display_name == "Tandem 2"]
    assert (made.id, set(made.members)) == (team_id, set(owners))


async def test_what_a_failed_attempt_has_left_is_no_team(
    tenant: Tenant, channels: GraphChannels, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.channels.POLLS", 0)
    tenant.state.delays.team_listed_seconds = 0.0
    owners = sorted(tenant.state.teams[tenant.state.owners_team_id].members)
    with pytest.raises(Unavailable, match="still being opened"):
        await channels.open_team("Tandem 2", "Tandem 2", owners)
    [left] = [each for each in tenant.state.teams.values() if each.display_name == "Tandem 2"]
    left.created = datetime.now(UTC) - timedelta(hours=2)
    left.ready_monotonic = float("inf")
    monkeypatch.setattr("graph.channels.POLLS", 60)
    assert await channels.open_team("Tandem 2", "Tandem 2", owners) != left.id


async def test_whether_a_team_may_be_opened_is_asked_without_opening_one(
    tenant: Tenant, channels: GraphChannels
) -> None:
    standing = set(tenant.state.teams)
    assert await channels.may_open_team()
    tenant.state.permissions -= {"Team.Create"}
    assert not await channels.may_open_team()
    assert set(tenant.state.teams) == standing


async def test_a_team_that_happens_to_bear_the_name_is_left_alone(
    tenant: Tenant, channels: GraphChannels
) -> None:
    """It may be another programme's, or anybody's."""
    owners = sorted(tenant.state.teams[tenant.state.owners_team_id].members)
    theirs = await channels.open_team("Tandem 2", "Tandem 2 (of others)", owners)
    assert await channels.open_team("Tandem 2", "Tandem 2 (ours)", owners) != theirs


async def test_a_channel_whose_members_are_not_listed_yet_is_adopted_later(
    tenant: Tenant, channels: GraphChannels
) -> None:
    """A lost answer to the creation, and a list that lags behind: others' channel it is not."""
    state = tenant.state
    state.delays.membership_seconds = 1.2
    team_id = state.programme_team_ids[0]
    people = [each.id for each in state.people.values() if each.licensed and each.account_enabled]
    pair = [each for each in people if each not in state.teams[team_id].members][:2]
    await channels.add_members(team_id, pair)
    await asyncio.sleep(1.3)
    made = await channels.open_channel(team_id, "Tandem 7", "rules", pair)
    with pytest.raises(NotYet, match="not all listed yet"):
        await channels.open_channel(team_id, "Tandem 7", "rules", pair)
    await asyncio.sleep(1.3)
    assert await channels.open_channel(team_id, "Tandem 7", "rules", pair) == made


async def test_a_channel_is_found_however_many_the_team_has(
    tenant: Tenant, channels: GraphChannels
) -> None:
    """Of a hundred and more channels only the first page was looked at: where the answer to the
    creation was lost, the tandem's own channel was taken for somebody else's (issue 13).
    """
    state = tenant.state
    state.delays.membership_seconds = 0
    team = state.teams[state.programme_team_ids[0]]
    pair = sorted(team.members)[:2]
    for number in range(120):
        key = f"19:{number}@thread.tacv2"
        team.channels[key] = SandboxChannel(
            key, team.id, f"Tandem {number}", "", "private", state.clock.now()
        )
    made = await channels.open_channel(team.id, "Tandem 200", "", pair)
    assert await channels.open_channel(team.id, "Tandem 200", "", pair) == made
    assert await channels.find_channel(team.id, "Tandem 200", pair) == made
    assert (await channels.look(team.id)).channels == len(
        [each for each in team.channels.values() if each.membership_type == "private"]
    )


async def test_a_team_without_room_is_told_from_a_missing_permission(
    tenant: Tenant, channels: GraphChannels
) -> None:
    """Teams answers both with 403 (microsoft-graph-docs issue 7288)."""
    team = next(iter(tenant.state.teams.values()))
    people = sorted(team.members)[:2]
    team.most_channels = len(team.channels)
    with pytest.raises(Full, match="exceeded the Max allowed channels"):
        await channels.open_channel(team.id, "Tandem 001 ABCD", "", people)
    tenant.state.permissions -= {"Channel.Create"}
    with pytest.raises(NotAllowed, match=r"Channel\.Create"):
        await channels.open_channel(team.id, "Tandem 001 ABCD", "", people)


async def test_who_leaves_a_team_leaves_its_private_channels_and_its_owners_stay(
    tenant: Tenant, channels: GraphChannels
) -> None:
    owners = sorted(tenant.state.teams[tenant.state.owners_team_id].members)
    team_id = await channels.open_team("Tandem 2", "Tandem 2", owners)
    members = _others(tenant, owners)
    await channels.add_members(team_id, members)
    await asyncio.sleep(tenant.state.delays.membership_seconds + 0.1)
    channel = await channels.open_channel(team_id, "Tandem 001", "rules", members)
    for _ in range(2):
        await channels.remove_members(team_id, [members[0], owners[0]])
    team = tenant.state.teams[team_id]
    assert set(team.members) == {*owners, members[1]}
    assert set(team.channels[channel.id].members) == {members[1]}


async def test_a_channel_is_found_by_its_name_while_nobody_else_is_in_it(
    tenant: Tenant, channels: GraphChannels
) -> None:
    """Also once one of the two has left the team; owners are told from who can be taken out."""
    owners = sorted(tenant.state.teams[tenant.state.owners_team_id].members)
    team_id = await channels.open_team("Tandem 2", "Tandem 2", owners)
    both = _others(tenant, owners)
    await channels.add_members(team_id, both)
    await asyncio.sleep(tenant.state.delays.membership_seconds + 0.1)
    assert await channels.find_channel(team_id, "Tandem 001", both) is None
    channel = await channels.open_channel(team_id, "Tandem 001", "rules", both)
    await asyncio.sleep(tenant.state.delays.membership_seconds + 0.1)
    assert await channels.find_channel(team_id, "Tandem 001", both) == channel
    assert await channels.find_channel(team_id, "Tandem 001", [both[0], owners[0]]) is None
    assert await channels.members(team_id, owners=False) == {*both, *owners[1:]}
    await channels.remove_members(team_id, both[:1])
    assert await channels.find_channel(team_id, "Tandem 001", both) == channel


async def test_in_a_team_that_is_gone_there_is_no_channel_and_nobody_to_take_out(
    tenant: Tenant, channels: GraphChannels
) -> None:
    """Whoever clears away after it was deleted by hand has nothing left to do."""
    owners = sorted(tenant.state.teams[tenant.state.owners_team_id].members)
    team_id = await channels.open_team("Tandem 2", "Tandem 2", owners)
    del tenant.state.teams[team_id]
    await channels.remove_members(team_id, owners)
    assert await channels.find_channel(team_id, "Tandem 001", owners) is None
    with pytest.raises(Gone, match="team_members"):
        await channels.members(team_id)


def _others(tenant: Tenant, owners: list[str]) -> list[str]:
    people = tenant.state.people.values()
    able = [p.id for p in people if p.account_enabled and p.licensed and p.user_type == "Member"]
    return [key for key in sorted(able) if key not in owners][:2]


async def test_it_is_looked_what_could_be_done_with_a_team_and_nothing_is_changed(
    tenant: Tenant, channels: GraphChannels
) -> None:
    """Adding nobody and a channel without a name are refused as requests (400) or, without the
    permission, before that (403): channel-post, team-post-members, Graph error responses.
    """
    team = next(each for each in tenant.state.teams.values())
    before = len(team.channels), len(team.members)
    assert await channels.look(team.id) == TeamLook()
    tenant.state.permissions -= {"Channel.Create"}
    assert await channels.look(team.id) == TeamLook(takes_channels=False)
    tenant.state.permissions -= {"TeamMember.ReadWriteNonOwnerRole.All"}
    look = await channels.look(team.id)
    assert (look.takes_members, look.takes_channels) == (False, False)
    assert (await channels.look(NOBODY)).exists is False
    tenant.state.permissions -= {"TeamMember.Read.All"}
    assert (await channels.look(team.id)).takes_members is False
    assert (len(team.channels), len(team.members)) == before


async def test_looking_takes_none_of_the_calls_that_a_launch_adds_members_with(
    tenant: Tenant,
) -> None:
    """A launch waited a quarter of a minute for the preview that had just looked."""
    lanes, team_id = OwnLanes(), next(iter(tenant.state.teams))
    graph = Graph(signed_in(tenant), tenant.env["TANDEM_GRAPH_BASE_URL"], Throttle(lanes))
    await GraphChannels(graph).look(team_id)
    await graph.close()
    key = MEMBERSHIPS.key.format(team_id=team_id)
    assert set(await lanes.take([key], 1)) == {key}


async def test_somebody_is_let_into_a_channel_and_out_of_it_again(
    tenant: Tenant, channels: GraphChannels
) -> None:
    team, people = await _circle_of(tenant, channels, 3)
    made = await channels.open_channel(team, "Circle", "", people[:2])
    inside = tenant.state.teams[team].channels[made.id].members
    for _ in range(2):
        await channels.let_into_channel(team, made.id, people[2])
    assert [inside[each].roles for each in people] == [["owner"]] * 3
    for _ in range(2):
        assert await channels.let_out_of_channel(team, made.id, people[2])
    assert set(inside) == set(people[:2])


async def test_the_last_one_in_a_channel_stays_there(
    tenant: Tenant, channels: GraphChannels
) -> None:
    """Teams keeps the last owner of a channel."""
    team, people = await _circle_of(tenant, channels, 1)
    made = await channels.open_channel(team, "Circle", "", people)
    assert not await channels.let_out_of_channel(team, made.id, people[0])
    assert set(tenant.state.teams[team].channels[made.id].members) == set(people)


async def test_of_the_last_two_who_go_in_the_same_moment_one_stays_there(
    tenant: Tenant, channels: GraphChannels
) -> None:
    """Either sees the other one still; Teams takes out the first and refuses the second."""
    team, people = await _circle_of(tenant, channels, 2)
    made = await channels.open_channel(team, "Circle", "", people)
    there = [channels.let_out_of_channel(team, made.id, each) for each in people]
    assert sorted(await asyncio.gather(*there)) == [False, True]
    assert len(tenant.state.teams[team].channels[made.id].members) == 1


async def test_who_is_not_visible_in_the_team_yet_is_let_in_later(
    tenant: Tenant, channels: GraphChannels
) -> None:
    team, people = await _circle_of(tenant, channels, 1)
    made = await channels.open_channel(team, "Circle", "", people)
    outsider = next(each for each in tenant.state.people if each not in people)
    with pytest.raises(Unavailable, match="not a member"):
        await channels.let_into_channel(team, made.id, outsider)


async def test_a_team_that_is_not_seen_for_a_moment_gets_its_channel_a_moment_later(
    tenant: Tenant, channels: GraphChannels
) -> None:
    """The tandem was moved to another team, where it got a second channel if the answer to the
    first one had been lost.
    """
    team, people = await _circle_of(tenant, channels, 2)
    tenant.state.teams[team].ready_monotonic = float("inf")
    with somebody_repeats(), pytest.raises(NotYet, match="create_channel"):
        await channels.open_channel(team, "Tandem 001", "", people)
    tenant.state.teams[team].ready_monotonic = float("-inf")
    made = await channels.open_channel(team, "Tandem 001", "", people)
    assert made.id in tenant.state.teams[team].channels


async def test_a_channel_that_is_not_seen_for_a_moment_is_adopted_a_moment_later(
    tenant: Tenant, channels: GraphChannels, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was just opened, and nobody heard the answer."""
    team, people = await _circle_of(tenant, channels, 2)
    made = await channels.open_channel(team, "Tandem 001", "", people)
    inside = channels._inside
    monkeypatch.setattr(channels, "_inside", lambda team, _: inside(team, "19:no@thread.tacv2"))
    with somebody_repeats(), pytest.raises(NotYet, match="channel_members"):
        await channels.open_channel(team, "Tandem 001", "", people)
    monkeypatch.undo()
    assert await channels.open_channel(team, "Tandem 001", "", people) == made


async def _circle_of(tenant: Tenant, channels: GraphChannels, many: int) -> tuple[str, list[str]]:
    """A participants' team, and so many people whom Teams shows in it."""
    tenant.state.delays.membership_seconds = tenant.state.delays.team_settling_seconds = 0.0
    state, owners = tenant.state, set(tenant.state.teams[tenant.state.owners_team_id].members)
    team = await channels.open_team("Tandem 2", "Tandem 2", sorted(owners))
    usable = (p.id for p in state.people.values() if p.account_enabled and p.licensed)
    people = sorted(each for each in usable if each not in owners)[:many]
    assert not await channels.add_members(team, people)
    return team, people
