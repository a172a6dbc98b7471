"""A circle that everybody has left opens again, in a channel of its own, once five want it."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.circle import CircleState, Place
from mentoring.domain.errors import Gone, Unavailable
from mentoring.domain.posting import Posting
from mentoring.notices import still_matters
from mentoring.ports.teams import TeamLook
from mentoring.usecases.circles import channel
from mentoring.usecases.circles.card import circle_card
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch.seats import team_with_room
from mentoring.usecases.launch.team_needs import needs_team
from mentoring.usecases.programme.with_the_cycle import end_all
from tests.usecases.circles.mentors import (
    MENTORS,
    carried_out,
    carried_out_of,
    inside,
    joins,
    launches,
    leaves,
    offered,
    place_of,
    places,
    read,
    refused_in,
    the_circle,
)
from tests.usecases.company import Company, change


@pytest.fixture
async def left(standing: Company) -> Company:
    """All five have left it."""
    await leaves(standing, *MENTORS)
    await carried_out(standing)
    return standing


async def test_it_waits_for_five_anew(left: Company) -> None:
    """Issue 15: whoever wanted it later in that cycle never got one."""
    await joins(left, *MENTORS[:4])
    await carried_out(left)
    assert (await the_circle(left)).state is CircleState.GATHERING
    assert len(left.teams.channels) == 1
    await joins(left, MENTORS[4])
    await carried_out(left)
    assert await inside(left) == set(MENTORS)
    assert await places(left) == dict.fromkeys(MENTORS, Place.IN)


async def test_its_channel_is_another_one_by_another_name(left: Company) -> None:
    await joins(left, *MENTORS)
    await carried_out(left)
    names = [name for _, name, _ in left.teams.channels.values()]
    assert len(set(names)) == 2
    circle = await the_circle(left)
    assert (circle.name, circle.channel_id) == (names[1], "19:channel-2")
    assert left.teams.archived == {("team", "19:channel-1")}


async def test_it_is_opened_where_there_is_room(left: Company) -> None:
    await change(left.unbound, "programmes", "p1", teams=())
    await joins(left, *MENTORS)
    await carried_out(left)
    assert (await the_circle(left)).team_id in left.teams.opened


async def test_until_then_nobody_needs_the_team_for_it(left: Company) -> None:
    await joins(left, "mia")
    await change(left.first, "tandems", "p1c1.tandem-of-mia", team_id="elsewhere")
    assert not await left.first.read(lambda uow, _: needs_team(uow, "team", "mia"))


def deleted(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody has deleted the team, and with it the circle's channel."""
    refused_in(company, monkeypatch, "members", Gone("deleted"))
    company.teams.looks["team"] = TeamLook(exists=False)


async def test_where_its_team_was_deleted_it_goes_on_in_another(
    standing: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It let nobody in until it was given up, and its card led into a channel that was gone."""
    await launches(standing, "quin")
    deleted(standing, monkeypatch)
    await leaves(standing, "mia")
    await joins(standing, "quin")
    await carried_out_of(standing, channel.let_in.name)
    circle = await the_circle(standing)
    assert (circle.state, circle.channel_url) == (CircleState.OPENING, "")
    assert not await standing.first.read(team_with_room)
    await carried_out(standing)
    circle, five = await the_circle(standing), {*MENTORS, "quin"} - {"mia"}
    assert (circle.state, circle.team_id) == (CircleState.OPEN, "team-1")
    assert await inside(standing) == five
    assert await places(standing) == dict.fromkeys(five, Place.IN)
    assert len({name for _, name, _ in standing.teams.channels.values()}) == 2


async def test_whoever_was_in_it_reads_that_the_channel_is_another(
    standing: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once each; who has only just come reads it on the card that they have pressed."""
    await launches(standing, "quin")
    standing.clock.moment += timedelta(hours=1)
    before = Counter(await offered(standing))
    assert "An earlier channel" not in await said(standing, "jan")
    deleted(standing, monkeypatch)
    await joins(standing, "quin")
    await carried_out(standing)
    await catch_up(standing.unbound)
    assert Counter(await offered(standing)) - before == Counter(MENTORS)
    card = Posting("p1", circle_card.name, place_of("jan"), "jan")
    assert await standing.first.read(lambda uow, m: still_matters(uow, card, m.now))
    for who in ("jan", "quin"):
        assert "An earlier channel" in await said(standing, who)


async def said(company: Company, who: str) -> str:
    """What they read of it."""
    return str(render(await read(company, who), Words("en")).content)


async def test_where_they_are_fewer_than_five_it_waits_for_others(
    standing: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    await leaves(standing, "olaf", "pia")
    await carried_out(standing)
    await launches(standing, "quin", "rosa")
    deleted(standing, monkeypatch)
    await joins(standing, "quin")
    await carried_out(standing)
    assert (await the_circle(standing)).state is CircleState.GATHERING
    four = ("jan", "mia", "nils", "quin")
    assert await places(standing) == dict.fromkeys(four, Place.JOINING)
    await joins(standing, "rosa")
    await carried_out(standing)
    assert await inside(standing) == {*four, "rosa"}


async def test_not_where_the_team_stands_all_the_same(
    standing: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    await launches(standing, "quin")
    refused_in(standing, monkeypatch, "members", Gone("a moment"))
    await joins(standing, "quin")
    with pytest.raises(Gone, match="moment"):
        await carried_out(standing)
    assert (await the_circle(standing)).state is CircleState.OPEN


async def test_who_comes_while_the_last_one_goes_is_not_overlooked(
    standing: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They wanted in as the channel was being archived."""
    archive = standing.teams.archive_channel

    async def meanwhile(team_id: str, channel_id: str) -> None:
        await joins(standing, "jan")
        await archive(team_id, channel_id)

    monkeypatch.setattr(standing.teams, "archive_channel", meanwhile)
    await leaves(standing, *MENTORS)
    await carried_out(standing)
    assert await places(standing) == {"jan": Place.JOINING}
    await joins(standing, *MENTORS)
    await carried_out(standing)
    assert await inside(standing) == set(MENTORS)


async def test_where_leaving_the_team_fails_the_circle_waits_all_the_same(
    standing: Company,
) -> None:
    """The last one is out of the channel with the team, so that nobody could be counted later."""
    await leaves(standing, *MENTORS[:4])
    await carried_out(standing)
    await change(standing.first, "tandems", "p1c1.tandem-of-pia", team_id="elsewhere")
    await leaves(standing, "pia")
    standing.teams.loses.add("remove_members")
    with pytest.raises(Unavailable, match="remove_members"):
        await carried_out(standing)
    standing.teams.loses.clear()
    await carried_out(standing)
    assert (await the_circle(standing)).state is CircleState.GATHERING
    assert "pia" not in standing.teams.people["team"]
    assert await places(standing) == {}


async def test_not_once_the_cycle_has_ended(standing: Company) -> None:
    await standing.first.run(end_all)
    await carried_out(standing)
    await leaves(standing, *MENTORS)
    await carried_out(standing)
    assert (await the_circle(standing)).state is CircleState.CLOSED


async def test_a_departure_that_is_carried_out_late_disturbs_no_opening(left: Company) -> None:
    """The effect of somebody who has left, and is among those who want it again."""
    await joins(left, *MENTORS)
    await channel.let_out(left.first, "p1c1.circle-mentors:jan")
    await carried_out(left)
    assert await inside(left) == set(MENTORS)
