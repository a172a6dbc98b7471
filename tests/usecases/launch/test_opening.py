"""Teams that are missing are opened side by side, while those that stand are filled; what cannot be
opened stops only those who find no place without it.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.errors import NotAllowed, NotThere, OutsideError, Rejected, Unavailable
from mentoring.domain.launch import Choice
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import ByHand, TandemState
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.effects import EFFECTS
from mentoring.usecases.launch import carrying_out, opening, undoing
from mentoring.usecases.launch.card import launch_card
from mentoring.usecases.launch.deciding import Problem, decide, retry_all
from mentoring.usecases.programme.registration import register
from tests.usecases.company import NOW, Company, all_of, asked_for, change, one, shown
from tests.usecases.launch.ready import (
    CHAT,
    confirmed,
    in_trouble,
    key,
    ready,
    the_tandem,
    with_room,
)

WAY = ("fill_team", "launch_again", "find_dates_of", "date_again", "launch_tandem")


async def states(world: World) -> dict[int, tuple[TandemState, str]]:
    tandems = await all_of(world, "tandems")
    return {each.number: (each.state, each.trouble) for each in tandems}


async def teams(world: World) -> dict[int, str]:
    return {each.number: each.team_id for each in await all_of(world, "tandems")}


async def begun(world: World) -> str:
    """The id of a launch of which everything was asked for that it begins with."""
    made = await confirmed(world)
    await carrying_out.launch_all(world, made)
    return made


async def opened(world: World, *, last_first: bool = False) -> None:
    """The teams are opened that are asked for, and what is asked for then."""
    done = set[str]()
    while left := sorted(set(await asked_for(world, "open_team")) - done, reverse=last_first):
        done |= set(left)
        for each in left:
            await opening.open_team(world, each)


async def carried_out(world: World) -> None:
    """The rest of the way, in the order of its parts."""
    for name in WAY:
        for subject in dict.fromkeys(await asked_for(world, name)):
            await EFFECTS[name](world, subject)
    await catch_up(world)


@pytest.fixture
def north(programmes: Company) -> World:
    """A world in which a team takes two channels, and one team stands."""
    return with_room(programmes, 2)


@pytest.fixture(autouse=True)
async def stands(programmes: Company) -> None:
    programmes.teams.people["owners-1"] = {"otto"}
    await change(programmes.unbound, "programmes", "p1", teams=("north",))


class TestMeanwhile:
    """Nobody who has a place waits for a team that others need."""

    async def test_they_begin_before_any_team_is_opened(self, north: World) -> None:
        await ready(north, 1, 2, 3)
        made = await begun(north)
        assert await asked_for(north, "fill_team") == [f"{made}:north"]
        await carried_out(north)
        launched = (TandemState.LAUNCHED, "")
        assert await states(north) == {1: launched, 2: launched, 3: (TandemState.LAUNCHING, "")}

    @pytest.mark.parametrize(
        ("refused", "code"),
        [
            (NotAllowed("a policy"), "team-create-notallowed"),
            (Rejected("failed"), "team-create-rejected"),
            (NotThere("no owners' team"), "team-create-notthere"),
        ],
    )
    async def test_a_team_that_may_not_be_opened_stops_only_those_without_a_place(
        self, programmes: Company, north: World, refused: OutsideError, code: str
    ) -> None:
        """All of them waited for an hour and a half, and then read that nobody had answered."""
        programmes.teams.refuses["open_team"] = refused
        await ready(north, 1, 2, 3)
        await begun(north)
        await opened(north)
        await carried_out(north)
        launched = (TandemState.LAUNCHED, "")
        troubled = (TandemState.ACCEPTED, code)
        assert await states(north) == {1: launched, 2: launched, 3: troubled}

    async def test_a_service_that_is_away_for_long_says_so_to_those_alone(
        self, north: World
    ) -> None:
        await ready(north, 1, 2, 3)
        await begun(north)
        [wanted] = await asked_for(north, "open_team")
        await north.run(opening.open_team.given_up, wanted)
        found = await states(north)
        assert found[3] == (TandemState.ACCEPTED, "team-create-away")
        assert found[1] == found[2] == (TandemState.LAUNCHING, "")

    async def test_owners_read_it_and_have_it_tried_again(
        self, programmes: Company, north: World
    ) -> None:
        programmes.teams.refuses["open_team"] = NotAllowed("a policy")
        await ready(north, 1, 2, 3)
        made = await begun(north)
        await opened(north)
        await carried_out(north)
        del programmes.teams.refuses["open_team"]
        (line,) = (await shown(north, launch_card.name, made, "otto")).troubles
        assert (line.number, line.code) == (3, "team-create-notallowed")
        await north.run(decide, "otto", Problem(made, key(north, 3), 0), Choice.RETRY)
        await opened(north)
        await carried_out(north)
        assert (await the_tandem(north, 3)).state is TandemState.LAUNCHED
        assert await teams(north) == {1: "north", 2: "north", 3: "team-1"}


class TestHowMany:
    """As many teams are opened as are missing, side by side, and none twice."""

    async def test_they_are_all_asked_for_at_once(self, programmes: Company, north: World) -> None:
        await ready(north, *range(1, 8))
        await begun(north)
        assert len(await asked_for(north, "open_team")) == 3
        await opened(north)
        assert [name for name, _ in programmes.teams.opened.values()] == [
            f"Tandem Nord {number}" for number in (2, 3, 4)
        ]
        found = (await one(programmes.unbound, "programmes", "p1")).teams
        assert found == ("north", "team-1", "team-2", "team-3")
        assert programmes.teams.people["team-1"] == {"otto"}

    async def test_they_are_filled_evenly(self, programmes: Company) -> None:
        world = with_room(programmes, 4)
        await change(programmes.unbound, "programmes", "p1", teams=())
        await ready(world, *range(1, 7))
        await begun(world)
        await opened(world)
        assert await teams(world) == dict.fromkeys((1, 2, 3), "team-1") | dict.fromkeys(
            (4, 5, 6), "team-2"
        )

    @pytest.mark.parametrize("last_first", [False, True])
    async def test_whichever_stands_first_everybody_starts(
        self, programmes: Company, north: World, *, last_first: bool
    ) -> None:
        await ready(north, *range(1, 8))
        await begun(north)
        await opened(north, last_first=last_first)
        await carried_out(north)
        assert set((await states(north)).values()) == {(TandemState.LAUNCHED, "")}
        assert len(programmes.teams.opened) == 3
        assert await all_of(north, "launch_teams", team_id="") == []

    async def test_begun_anew_it_asks_for_no_more(self, north: World) -> None:
        """A server may die between any two steps."""
        await ready(north, *range(1, 8))
        made = await begun(north)
        before = sorted(await asked_for(north, "open_team"))
        await carrying_out.launch_all(north, made)
        await opening.open_team(north, before[0])
        await carrying_out.launch_all(north, made)
        assert sorted(await asked_for(north, "open_team")) == before

    async def test_what_an_interrupted_attempt_has_opened_is_adopted(
        self, programmes: Company, north: World
    ) -> None:
        """Others may have come to stand meanwhile: its number stays."""
        await ready(north, *range(1, 8))
        await begun(north)
        first, *others = sorted(await asked_for(north, "open_team"))
        await opening._open(north, first)
        for each in [*others, first, first]:
            await opening.open_team(north, each)
        assert len(programmes.teams.opened) == 3
        assert len((await one(programmes.unbound, "programmes", "p1")).teams) == 4

    async def test_one_that_is_refused_leaves_the_others_theirs(
        self, programmes: Company, north: World
    ) -> None:
        await ready(north, *range(1, 8))
        await begun(north)
        first, *others = sorted(await asked_for(north, "open_team"))
        programmes.teams.refuses["open_team"] = Rejected("failed")
        await opening.open_team(north, first)
        del programmes.teams.refuses["open_team"]
        for each in others:
            await opening.open_team(north, each)
        await carried_out(north)
        found = await states(north)
        assert [number for number, (_, trouble) in found.items() if trouble] == [7]
        assert len([state for state, _ in found.values() if state is TandemState.LAUNCHED]) == 6

    async def test_a_number_that_is_taken_is_passed_over(
        self, programmes: Company, north: World
    ) -> None:
        """The second of two stands, the first was refused: the next one is called otherwise."""
        await ready(north, *range(1, 6))
        await begun(north)
        first, second = sorted(await asked_for(north, "open_team"))
        programmes.teams.refuses["open_team"] = Rejected("failed")
        await opening.open_team(north, first)
        del programmes.teams.refuses["open_team"]
        await opening.open_team(north, second)
        await carried_out(north)
        await ready(north, 8)
        await begun(north)
        await opened(north)
        await carried_out(north)
        names = [name for name, _ in programmes.teams.opened.values()]
        assert names == ["Tandem Nord 3", "Tandem Nord 4"]
        assert {state for state, _ in (await states(north)).values()} == {TandemState.LAUNCHED}

    async def test_a_room_by_hand_needs_none(self, north: World) -> None:
        await ready(north, 1, 2)
        await ready(north, 3, by_hand=ByHand.ROOM)
        await begun(north)
        assert await asked_for(north, "open_team") == []
        await carried_out(north)
        assert (await the_tandem(north, 3)).state is TandemState.LAUNCHED

    async def test_a_launch_that_is_taken_back_opens_none(
        self, programmes: Company, north: World
    ) -> None:
        await ready(north, 1, 2, 3)
        made = await begun(north)
        await north.run(undoing.prepare, "otto", made, CHAT)
        [asked] = await all_of(north, "undoings")
        await north.run(undoing.confirm, "otto", asked.id)
        await opened(north)
        assert programmes.teams.opened == {}
        assert await all_of(north, "launch_teams", team_id="") == []

    async def test_two_programmes_of_one_name_have_teams_of_their_own(
        self, programmes: Company
    ) -> None:
        files = {"owners-1": Programme(), "owners-2": Programme()}
        await programmes.store.run(lambda uow: register(uow, NOW, tuple(files), files))
        await change(programmes.unbound, "programmes", "p1", teams=())
        for world in (programmes.first, programmes.second):
            await ready(world, 1)
            await begun(world)
            await opened(world)
        assert [name for name, _ in programmes.teams.opened.values()] == ["Tandem 1", "Tandem 1"]
        assert await teams(programmes.first) == {1: "team-1"}
        assert await teams(programmes.second) == {1: "team-2"}

    async def test_two_launches_of_a_programme_open_no_team_of_one_name(
        self, programmes: Company, north: World
    ) -> None:
        await ready(north, 1, 2, 3)
        await begun(north)
        other = replace(north, cycle_id="p1c2")
        cycle = await one(programmes.unbound, "cycles", north.cycle_id)
        await programmes.unbound.run(
            lambda uow, _: uow.cycles.put(replace(cycle, id="p1c2", number=2))
        )
        await ready(other, 1)
        await begun(other)
        for world in (north, other):
            await opened(world)
        assert await teams(north) == {1: "north", 2: "north", 3: "team-1"}
        assert await teams(other) == {1: "team-2"}


class TestAgain:
    """Another attempt waits for a team only where it has no place."""

    async def test_those_who_have_a_place_begin_at_once(self, north: World) -> None:
        made = await in_trouble(north, 1, team_id="north", trouble="channel-rejected")
        await in_trouble(north, 2, 3, team_id="", trouble="team-create-notallowed")
        await in_trouble(north, 4, team_id="north", trouble="channel-rejected")
        await north.run(retry_all, "otto", made)
        await carried_out(north)
        found = await states(north)
        assert [number for number, each in found.items() if each[0] is TandemState.LAUNCHED] == [
            1,
            4,
        ]
        await opened(north)
        await carried_out(north)
        assert {state for state, _ in (await states(north)).values()} == {TandemState.LAUNCHED}

    async def test_two_decisions_share_a_team(self, programmes: Company, north: World) -> None:
        await ready(north, 8, 9, state=TandemState.LAUNCHED, team_id="north")
        made = await in_trouble(north, 1, 2, team_id="", trouble="team-create-notallowed")
        for number in (1, 2):
            problem = Problem(made, key(north, number), 0)
            await north.run(decide, "otto", problem, Choice.RETRY)
        await opened(north)
        await carried_out(north)
        assert len(programmes.teams.opened) == 1
        assert {state for state, _ in (await states(north)).values()} == {TandemState.LAUNCHED}

    async def test_what_is_refused_again_waits_for_a_decision_again(
        self, programmes: Company, north: World
    ) -> None:
        await ready(north, 8, 9, state=TandemState.LAUNCHED, team_id="north")
        made = await in_trouble(north, 1, 2, 3, team_id="", trouble="team-create-notallowed")
        await north.run(retry_all, "otto", made)
        first, second = sorted(await asked_for(north, "open_team"))
        programmes.teams.refuses["open_team"] = NotAllowed("a policy")
        await opening.open_team(north, first)
        del programmes.teams.refuses["open_team"]
        await opening.open_team(north, second)
        await carried_out(north)
        launched = (TandemState.LAUNCHED, "")
        found = await states(north)
        assert (found[1], found[2]) == (launched, launched)
        assert found[3] == (TandemState.ACCEPTED, "team-create-notallowed")

    async def test_done_by_hand_opens_none(self, north: World) -> None:
        made = await in_trouble(north, 1, team_id="", trouble="team-create-notallowed")
        await north.run(decide, "otto", Problem(made, key(north, 1), 0), Choice.BY_HAND)
        await carried_out(north)
        found = await the_tandem(north, 1)
        assert (found.state, found.by_hand) == (TandemState.LAUNCHED, ByHand.ROOM)
        assert await asked_for(north, "open_team") == []


async def test_what_passes_is_tried_again(programmes: Company, north: World) -> None:
    programmes.teams.refuses["open_team"] = Unavailable("still being opened")
    await ready(north, 1, 2, 3)
    await begun(north)
    [wanted] = await asked_for(north, "open_team")
    with pytest.raises(Unavailable, match="still being opened"):
        await opening.open_team(north, wanted)
    assert (await states(north))[3] == (TandemState.LAUNCHING, "")
