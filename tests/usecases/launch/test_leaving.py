"""Whose tandem goes to another participants' team leaves the one where they were, if nothing else
needs them there.
"""

from __future__ import annotations

import pytest

from mentoring.domain.errors import Gone
from mentoring.domain.launch import Choice
from mentoring.domain.tandem import TandemState
from mentoring.usecases.launch.deciding import Problem, decide
from mentoring.usecases.launch.leaving import leave_earlier_team
from tests.usecases.company import Company, asked_for, change
from tests.usecases.launch.ready import confirmed, in_trouble, key, ready, the_tandem

BOTH = {"mentor1", "mentee1"}


@pytest.fixture
async def full(programmes: Company) -> Company:
    """The first tandem's two are in a team in which there was no room for their channel."""
    await change(programmes.unbound, "programmes", "p1", teams=("team", "another"))
    await in_trouble(programmes.first, 1, trouble="channel-full")
    programmes.teams.people["team"] = {*BOTH, "otto"}
    return programmes


async def pressed(company: Company, choice: Choice) -> None:
    problem = Problem(f"{company.first.cycle_id}.launch-1", key(company.first, 1), 0)
    await company.first.run(decide, "otto", problem, choice)


async def carried_out(company: Company) -> None:
    for subject in await asked_for(company.first, leave_earlier_team.name):
        await leave_earlier_team(company.first, subject)


@pytest.mark.parametrize("choice", [Choice.LEAVE_OUT, Choice.RETRY])
async def test_they_leave_it(full: Company, choice: Choice) -> None:
    """Nothing remembered the team any more, so they stayed in it for ever."""
    await pressed(full, choice)
    await carried_out(full)
    assert full.teams.people["team"] == {"otto"}


async def test_also_if_another_launch_takes_them_elsewhere(full: Company) -> None:
    await ready(full.first, 2, state=TandemState.LAUNCHED, team_id="another")
    await confirmed(full.first)
    await carried_out(full)
    assert (await the_tandem(full.first, 1)).team_id == "another"
    assert full.teams.people["team"] == {"otto"}


async def test_who_needs_it_for_something_else_stays(full: Company) -> None:
    await ready(full.first, 2, state=TandemState.LAUNCHED, team_id="team")
    await change(full.first, "tandems", key(full.first, 2), mentor_id="mentor1")
    await pressed(full, Choice.LEAVE_OUT)
    await carried_out(full)
    assert full.teams.people["team"] == {"mentor1", "otto"}


async def test_of_a_team_that_is_gone_nothing_has_to_be_left(full: Company) -> None:
    full.teams.refuses["members"] = Gone("no team found")
    await pressed(full, Choice.LEAVE_OUT)
    await carried_out(full)


@pytest.mark.parametrize("choice", list(Choice))
async def test_who_stays_in_a_team_is_not_taken_out(full: Company, choice: Choice) -> None:
    await change(full.first, "tandems", key(full.first, 1), trouble="channel-rejected")
    await pressed(full, choice)
    assert await asked_for(full.first, leave_earlier_team.name) == []


async def test_a_room_by_hand_may_be_in_it_so_they_stay_until_the_end(full: Company) -> None:
    """The end takes out of the team who is in it, and has to know which one that is."""
    await pressed(full, Choice.BY_HAND)
    await carried_out(full)
    assert (await the_tandem(full.first, 1)).team_id == "team"
    assert full.teams.people["team"] == {*BOTH, "otto"}


@pytest.mark.parametrize("choice", [Choice.LEAVE_OUT, Choice.RETRY])
async def test_a_channel_that_has_gone_with_its_team_is_opened_anew(
    full: Company, choice: Choice
) -> None:
    """It counted as theirs in the next team, too, where nobody ever found it."""
    gone = {"trouble": "team-notthere", "channel_id": "19:gone", "channel_url": "https://gone"}
    await change(full.first, "tandems", key(full.first, 1), **gone)
    await pressed(full, choice)
    tandem = await the_tandem(full.first, 1)
    assert (tandem.channel_id, tandem.channel_url) == ("", "")


async def test_also_with_another_launch(full: Company) -> None:
    gone = {"trouble": "team-notthere", "channel_id": "19:gone"}
    await change(full.first, "tandems", key(full.first, 1), **gone)
    await confirmed(full.first)
    assert (await the_tandem(full.first, 1)).channel_id == ""
