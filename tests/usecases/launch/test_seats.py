"""Tandems are spread over the participants' teams, which belong to one programme."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.cycle import Cycle
from mentoring.domain.errors import Full, Gone, OutsideError
from mentoring.domain.tandem import ByHand, TandemState
from mentoring.ports.teams import TeamLook
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import members, one_tandem
from mentoring.usecases.launch.seats import GONE, team_with_room
from tests.usecases.company import NOW as COMPANY_NOW
from tests.usecases.company import (
    Company,
    all_of,
    change,
    put,
)
from tests.usecases.launch.ready import (
    confirmed,
    key,
    ready,
    the_tandem,
    with_room,
)


class TestSeats:
    """Tandems are spread over the participants' teams, which belong to one programme."""

    async def seated(self, world: World) -> dict[int, str]:
        return {each.number: each.team_id for each in await all_of(world, "tandems")}

    async def has_teams(self, company: Company, *teams: str, programme: str = "p1") -> None:
        await change(company.unbound, "programmes", programme, teams=teams)

    async def test_they_are_spread_evenly(self, programmes: Company) -> None:
        await self.has_teams(programmes, "north", "south")
        await ready(programmes.first, 1, 2, 3, 4)
        await confirmed(programmes.first)
        assert sorted((await self.seated(programmes.first)).values()) == [
            "north",
            "north",
            "south",
            "south",
        ]

    async def test_channels_of_earlier_cycles_still_take_their_place(
        self, programmes: Company
    ) -> None:
        await self.has_teams(programmes, "north", "south")
        await put(programmes.unbound, "cycles", Cycle("p1c2", "p1", 2, COMPANY_NOW))
        await ready(programmes.first, 1, 2, state=TandemState.CLOSED, team_id="north")
        await ready(programmes.unbound.of("p1c2"), 1, 2)
        await confirmed(programmes.unbound.of("p1c2"))
        assert await self.seated(programmes.unbound.of("p1c2")) == {1: "south", 2: "south"}

    async def test_what_finds_no_place_waits_for_a_team(self, programmes: Company) -> None:
        world = with_room(programmes, 1)
        await self.has_teams(programmes, "north")
        await ready(world, 1, 2)
        await confirmed(world)
        assert await self.seated(world) == {1: "north", 2: ""}

    async def test_one_that_is_tried_again_stays_in_its_team_and_takes_nobody_elses_place(
        self, programmes: Company
    ) -> None:
        world = with_room(programmes, 2)
        await self.has_teams(programmes, "north")
        await ready(world, 1, team_id="north", trouble="member")
        await ready(world, 2)
        await confirmed(world)
        assert await self.seated(world) == {1: "north", 2: "north"}
        assert (await the_tandem(world, 1)).trouble == ""

    async def test_in_a_team_that_has_turned_out_to_be_gone_nobody_gets_a_place(
        self, programmes: Company
    ) -> None:
        """As its tandems went elsewhere it had the most room, and each launch failed there anew."""
        world = with_room(programmes, 2)
        await self.has_teams(programmes, "north", "south")
        await ready(world, 1)
        made = await confirmed(world)
        await world.run(members.have_teams_filled, made)
        programmes.teams.refuses["members"] = Gone("it was deleted by hand")
        await members.fill_team(world, f"{made}:north")
        await catch_up(world)
        await ready(world, 2, 3, 4)
        await confirmed(world)
        assert await self.seated(world) == {1: "south", 2: "south", 3: "", 4: ""}
        await programmes.at(COMPANY_NOW + timedelta(days=31))
        assert await all_of(world, "facts", id=f"{GONE}north") == []

    @pytest.mark.parametrize(
        ("refusal", "look", "is_tried_again"),
        [
            (Full("what others have made"), TeamLook(channels=30), False),
            (Gone("deleted since it was filled"), TeamLook(exists=False), False),
            (Full("of something else"), TeamLook(), True),
            (Gone("one of the two"), TeamLook(channels=30), True),
        ],
    )
    async def test_in_one_that_takes_no_channel_nobody_else_gets_a_place(
        self, programmes: Company, refusal: OutsideError, look: TeamLook, is_tried_again: bool
    ) -> None:
        """The next launch tried it there, and so did a circle; Teams shows whether it is so."""
        world = with_room(programmes, 2)
        await self.has_teams(programmes, "north")
        await ready(world, 1)
        await confirmed(world)
        programmes.teams.refuses["open_channel"] = refusal
        programmes.teams.looks["north"] = look
        await one_tandem.launch_tandem(world, key(world, 1))
        assert (await the_tandem(world, 1)).trouble.startswith("channel-")
        assert await world.read(team_with_room) == ("north" if is_tried_again else "")

    async def test_teams_is_asked_once_whether_one_is_full(
        self, programmes: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Thirty tandems of a launch may meet it, one after the other."""
        asked, look = [], programmes.teams.look

        async def counted(team_id: str) -> TeamLook:
            asked.append(team_id)
            return await look(team_id)

        monkeypatch.setattr(programmes.teams, "look", counted)
        await self.has_teams(programmes, "north")
        await ready(programmes.first, 1, 2, 3)
        await confirmed(programmes.first)
        programmes.teams.refuses["open_channel"] = Full("what others have made")
        programmes.teams.looks["north"] = TeamLook(channels=30)
        for number in (1, 2, 3):
            await one_tandem.launch_tandem(programmes.first, key(programmes.first, number))
        assert asked == ["north"]

    async def test_whose_room_was_arranged_by_hand_needs_no_place(
        self, programmes: Company
    ) -> None:
        world = with_room(programmes, 1)
        await self.has_teams(programmes, "north")
        await ready(world, 1, by_hand=ByHand.ROOM)
        await ready(world, 2, by_hand=ByHand.DATES)
        await confirmed(world)
        assert await self.seated(world) == {1: "", 2: "north"}
