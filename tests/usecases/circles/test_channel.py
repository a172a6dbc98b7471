"""The channel is opened once five want it, and has exactly those in it who do."""

from __future__ import annotations

import pytest

from mentoring.domain.circle import CircleState, Place
from mentoring.domain.errors import (
    Full,
    Gone,
    NotAllowed,
    NotYet,
    OutsideError,
    Unavailable,
)
from mentoring.ports.teams import TeamLook
from mentoring.usecases.circles.channel import let_in, let_out
from mentoring.usecases.launch.seats import team_with_room
from tests.usecases.circles.mentors import (
    MENTORS,
    carried_out,
    carried_out_of,
    inside,
    joins,
    launches,
    leaves,
    places,
    refused_in,
    the_circle,
)
from tests.usecases.company import FIRST, Company, change, one


async def test_four_wait_and_nothing_is_opened(mentors: Company) -> None:
    await joins(mentors, *MENTORS[:4])
    await carried_out(mentors)
    assert (await the_circle(mentors)).state is CircleState.GATHERING
    assert (mentors.teams.channels, await places(mentors)) == (
        {},
        dict.fromkeys(MENTORS[:4], Place.JOINING),
    )


async def test_the_fifth_opens_it_with_exactly_these_as_its_owners(standing: Company) -> None:
    circle = await the_circle(standing)
    [(team, name, members)] = standing.teams.channels.values()
    assert (team, name, members) == ("team", circle.name, tuple(sorted(MENTORS)))
    assert circle.state is CircleState.OPEN
    assert await places(standing) == dict.fromkeys(MENTORS, Place.IN)


async def test_everybody_is_in_the_team_first(standing: Company) -> None:
    assert set(MENTORS) <= standing.teams.people["team"]


async def test_whoever_comes_later_is_let_in(standing: Company) -> None:
    await launches(standing, "quin")
    await joins(standing, "quin")
    assert "quin" not in await inside(standing)
    await carried_out(standing)
    assert await inside(standing) == {*MENTORS, "quin"}
    assert (await places(standing))["quin"] == Place.IN


async def test_an_opening_whose_answer_was_lost_is_adopted(mentors: Company) -> None:
    """The channel stands, but nobody has heard of it; one of the five has gone meanwhile."""
    await joins(mentors, *MENTORS)
    mentors.teams.loses.add("open_channel")
    with pytest.raises(Unavailable, match="open_channel"):
        await carried_out(mentors)
    mentors.teams.loses.clear()
    await leaves(mentors, "pia")
    await carried_out(mentors)
    assert len(mentors.teams.channels) == 1
    assert await inside(mentors) == set(MENTORS) - {"pia"}


async def test_whoever_wants_in_while_its_opening_is_not_heard_of_is_let_in_then(
    mentors: Company,
) -> None:
    await launches(mentors, "quin")
    await joins(mentors, *MENTORS)
    mentors.teams.loses.add("open_channel")
    with pytest.raises(Unavailable, match="open_channel"):
        await carried_out(mentors)
    mentors.teams.loses.clear()
    await joins(mentors, "quin")
    await carried_out(mentors)
    assert await inside(mentors) == {*MENTORS, "quin"}
    assert await places(mentors) == dict.fromkeys((*MENTORS, "quin"), Place.IN)


async def test_whoever_goes_before_it_is_opened_never_comes_in(mentors: Company) -> None:
    await launches(mentors, "quin")
    await joins(mentors, *MENTORS, "quin")
    await leaves(mentors, "mia")
    await carried_out(mentors)
    assert await inside(mentors) == {*MENTORS, "quin"} - {"mia"}
    assert "mia" not in await places(mentors)


async def test_where_they_become_too_few_it_goes_on_waiting(mentors: Company) -> None:
    await joins(mentors, *MENTORS)
    await leaves(mentors, "mia")
    await carried_out(mentors)
    assert (await the_circle(mentors)).state is CircleState.GATHERING
    assert mentors.teams.channels == {}
    await joins(mentors, "mia")
    await carried_out(mentors)
    assert await inside(mentors) == set(MENTORS)


async def test_where_all_teams_are_full_another_is_opened(mentors: Company) -> None:
    await change(mentors.unbound, "programmes", "p1", teams=())
    await joins(mentors, *MENTORS)
    await carried_out(mentors)
    circle = await the_circle(mentors)
    assert circle.team_id in mentors.teams.opened
    assert (await one(mentors.unbound, "programmes", "p1")).teams == (circle.team_id,)


@pytest.mark.parametrize(
    ("call", "refusal", "look"),
    [
        ("members", Gone("deleted"), TeamLook(exists=False)),
        ("open_channel", Full("no room"), TeamLook(channels=30)),
    ],
    ids=["gone", "full"],
)
async def test_where_its_team_is_gone_or_full_it_goes_elsewhere(
    mentors: Company,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    refusal: OutsideError,
    look: TeamLook,
) -> None:
    """It was tried in the same team until it was given up, and so was every circle after it."""
    refused_in(mentors, monkeypatch, call, refusal)
    mentors.teams.looks["team"] = look
    await joins(mentors, *MENTORS)
    with pytest.raises(NotYet, match="another"):
        await carried_out(mentors)
    assert not await mentors.first.read(team_with_room)
    await carried_out(mentors)
    circle = await the_circle(mentors)
    assert (circle.state, circle.team_id) == (CircleState.OPEN, "team-1")
    assert await inside(mentors) == set(MENTORS)


async def test_whoever_was_to_open_it_there_leaves_a_team_that_is_full(
    mentors: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They stayed in it for good, though nothing of theirs was there; who owns it stays."""
    await elsewhere(mentors, *MENTORS[1:])
    refused_in(mentors, monkeypatch, "open_channel", Full("no room"))
    mentors.teams.looks["team"] = TeamLook(channels=30)
    mentors.teams.owners = {"pia"}
    await joins(mentors, *MENTORS)
    with pytest.raises(NotYet, match="another"):
        await carried_out(mentors)
    assert set(MENTORS) <= mentors.teams.people["team"]
    await carried_out(mentors)
    assert mentors.teams.people["team"] == {"jan", "eva", "pia"}
    assert await inside(mentors) == set(MENTORS)


async def test_so_does_whoever_went_before_it_was_opened(
    mentors: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    await launches(mentors, "quin")
    await elsewhere(mentors, *MENTORS[1:], "quin")
    await joins(mentors, *MENTORS, "quin")
    mentors.teams.refuses["open_channel"] = Unavailable("away")
    with pytest.raises(Unavailable, match="away"):
        await carried_out(mentors)
    mentors.teams.refuses.clear()
    await leaves(mentors, "quin")
    refused_in(mentors, monkeypatch, "open_channel", Full("no room"))
    mentors.teams.looks["team"] = TeamLook(channels=30)
    with pytest.raises(NotYet, match="another"):
        await carried_out(mentors)
    await carried_out(mentors)
    assert mentors.teams.people["team"] == {"jan", "eva"}


async def test_where_they_become_too_few_whoever_waits_is_in_no_team_for_it(
    mentors: Company,
) -> None:
    """The team had taken them, and its channel was not opened yet."""
    await elsewhere(mentors, *MENTORS[1:])
    await joins(mentors, *MENTORS)
    mentors.teams.refuses["open_channel"] = Unavailable("away")
    with pytest.raises(Unavailable, match="away"):
        await carried_out(mentors)
    assert set(MENTORS) <= mentors.teams.people["team"]
    mentors.teams.refuses.clear()
    await leaves(mentors, "pia")
    for _ in range(2):
        await carried_out(mentors)
    assert (await the_circle(mentors)).state is CircleState.GATHERING
    assert mentors.teams.people["team"] == {"jan", "eva"}


async def elsewhere(company: Company, *people: str) -> None:
    """The tandems of these mentors are in another team."""
    for who in people:
        await change(company.first, "tandems", f"{FIRST}.tandem-of-{who}", team_id="elsewhere")


@pytest.mark.parametrize("refusal", [Full("it is empty"), Gone("it stands")])
async def test_of_a_team_of_which_that_is_not_so_none_is_opened_in_the_place(
    mentors: Company, monkeypatch: pytest.MonkeyPatch, refusal: OutsideError
) -> None:
    """Not the team is the cause: there would be another one with each attempt."""
    refused_in(mentors, monkeypatch, "open_channel", refusal)
    await joins(mentors, *MENTORS)
    for _ in range(2):
        with pytest.raises(type(refusal), match="it "):
            await carried_out(mentors)
    assert mentors.teams.opened == {}


async def test_what_teams_refuses_is_tried_again_and_the_last_word_is_the_owners(
    standing: Company,
) -> None:
    """A permission that is missing: whoever wants in waits, and nobody is told to be in it."""
    await launches(standing, "quin")
    standing.teams.refuses["let_into_channel"] = NotAllowed("no ChannelMember.ReadWrite.All")
    await joins(standing, "quin")
    with pytest.raises(NotAllowed, match="ReadWrite"):
        await carried_out(standing)
    assert (await places(standing))["quin"] == Place.JOINING
    assert let_in.is_heard_of


async def test_who_comes_back_while_being_let_out_is_in_at_the_end(
    standing: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They were let in already when Teams took them out."""
    out = standing.teams.let_out_of_channel

    async def meanwhile(team_id: str, channel_id: str, person_id: str) -> bool:
        await joins(standing, person_id)
        await carried_out_of(standing, let_in.name)
        return await out(team_id, channel_id, person_id)

    monkeypatch.setattr(standing.teams, "let_out_of_channel", meanwhile)
    await leaves(standing, "mia")
    await carried_out_of(standing, let_out.name)
    assert "mia" not in await inside(standing)
    await carried_out(standing)
    assert await inside(standing) == set(MENTORS)


async def test_who_changes_their_mind_while_being_let_in_is_out_again(standing: Company) -> None:
    await launches(standing, "quin")
    await joins(standing, "quin")
    await leaves(standing, "quin")
    await carried_out(standing)
    assert await inside(standing) == set(MENTORS)
    assert "quin" not in await places(standing)
