"""People come into their team in bulk; whoever cannot be added keeps nobody else waiting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import pytest

from mentoring.domain.errors import Gone, NotAllowed
from mentoring.domain.launch import LaunchTeam
from mentoring.domain.tandem import ByHand, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.launch import carrying_out, members
from mentoring.usecases.launch.seats import FULL_OR_GONE
from tests.usecases.company import (
    Company,
    all_of,
    asked_for,
    change,
    one,
    profile,
)
from tests.usecases.launch.ready import (
    key,
    the_tandem,
    under_way,
)


class TestMembers:
    """People come into their team in bulk; whoever cannot be added keeps nobody else waiting."""

    async def test_each_team_with_its_people(self, programmes: Company) -> None:
        await self.in_two_teams(programmes)
        assert await self.people_by_team(programmes) == {
            "another": ["mentee2", "mentor2"],
            "team": ["mentee1", "mentor1"],
        }
        assert len(await asked_for(programmes.first, "fill_team")) == 2

    async def in_two_teams(self, company: Company) -> str:
        """The id of a launch with one tandem in each of two teams, which are to be filled."""
        made = await under_way(company.first, 1, 2)
        await change(company.first, "tandems", key(company.first, 2), team_id="another")
        await company.first.run(members.have_teams_filled, made)
        return made

    async def people_by_team(self, company: Company) -> dict[str, list[str]]:
        keys = [each.id for each in await all_of(company.first, "launch_teams")]
        found = [await company.first.read(partial(self.to_be_added, key)) for key in keys]
        return {team.team_id: people for team, people in found}

    def to_be_added(
        self, key: str, uow: UnitOfWork, moment: Moment
    ) -> tuple[LaunchTeam, list[str]]:
        [portion] = members._portions(uow, moment, key, 2)
        return members.people_of(uow, key, portion)

    async def to_fill(self, company: Company, *numbers: int) -> str:
        """The id of a launch's only team, which is to be filled."""
        made = await under_way(company.first, *numbers)
        await company.first.run(members.have_teams_filled, made)
        return f"{made}:team"

    async def added(self, company: Company, team: str) -> None:
        tandems = [each.id for each in await all_of(company.first, "tandems")]
        await members.add_members(company.first, team, tandems)

    async def test_whoever_is_in_it_already_is_not_added_again(self, programmes: Company) -> None:
        team = await self.to_fill(programmes, 1)
        programmes.teams.people["team"] = {"mentor1"}
        programmes.teams.outsiders = {"mentor1": "would be refused"}
        await self.added(programmes, team)
        assert programmes.teams.people["team"] == {"mentee1", "mentor1"}
        assert (await the_tandem(programmes.first, 1)).state is TandemState.LAUNCHING

    async def test_only_the_tandem_of_somebody_who_could_not_be_added_waits(
        self, programmes: Company
    ) -> None:
        team = await self.to_fill(programmes, 1, 2)
        programmes.teams.outsiders = {"mentee2": "NotFound"}
        programmes.people.profiles["mentee2"] = profile("mentee2", hindrance="disabled")
        await self.added(programmes, team)
        assert await self.states(programmes) == {
            1: (TandemState.LAUNCHING, ""),
            2: (TandemState.ACCEPTED, "member-disabled-mentee"),
        }

    @pytest.mark.parametrize(
        ("hindrance", "code"),
        [
            ("disabled", "member-disabled-both"),
            ("guest", "member-guest-both"),
            ("no-licence", "member-no-licence-both"),
            ("", "member-both"),
        ],
    )
    async def test_the_reason_is_what_the_directory_knows(
        self, programmes: Company, hindrance: str, code: str
    ) -> None:
        team = await self.to_fill(programmes, 1)
        for each in ("mentor1", "mentee1"):
            programmes.people.profiles[each] = profile(each, hindrance=hindrance)
            programmes.teams.outsiders[each] = "NotFound"
        await self.added(programmes, team)
        assert (await the_tandem(programmes.first, 1)).trouble == code

    async def test_where_nobody_may_be_looked_up_the_others_start_all_the_same(
        self, programmes: Company
    ) -> None:
        """All tandems of the team waited, for a permission that was not missing."""
        team = await self.to_fill(programmes, 1, 2)
        programmes.teams.outsiders = {"mentee2": "NotFound"}
        programmes.people.refuses["accounts"] = NotAllowed("User.Read.All")
        await self.added(programmes, team)
        assert await self.states(programmes) == {
            1: (TandemState.LAUNCHING, ""),
            2: (TandemState.ACCEPTED, "member-mentee"),
        }

    async def test_of_two_reasons_none_is_named(self, programmes: Company) -> None:
        team = await self.to_fill(programmes, 1)
        programmes.teams.outsiders = {"mentor1": "NotFound", "mentee1": "BadGateway"}
        programmes.people.profiles["mentee1"] = profile("mentee1", hindrance="guest")
        await self.added(programmes, team)
        assert (await the_tandem(programmes.first, 1)).trouble == "member-both"

    async def test_whose_room_was_arranged_by_hand_is_added_to_no_team(
        self, programmes: Company
    ) -> None:
        team = await self.to_fill(programmes, 1, 2)
        await change(programmes.first, "tandems", key(programmes.first, 2), by_hand=ByHand.ROOM)
        await self.added(programmes, team)
        assert programmes.teams.people["team"] == {"mentee1", "mentor1"}

    async def states(self, company: Company) -> dict[int, tuple[TandemState, str]]:
        tandems = await all_of(company.first, "tandems")
        return {each.number: (each.state, each.trouble) for each in tandems}

    async def test_a_team_that_refuses_stops_its_own_tandems_only(
        self, programmes: Company
    ) -> None:
        """L3: a 403 on one of two teams."""
        made = await self.in_two_teams(programmes)
        programmes.teams.refuses["add_members"] = NotAllowed("not of this team")
        await members.fill_team(programmes.first, f"{made}:another")
        del programmes.teams.refuses["add_members"]
        await members.fill_team(programmes.first, f"{made}:team")
        await carrying_out.find_dates(
            programmes.first, made, [key(programmes.first, number) for number in (1, 2)]
        )
        assert await self.states(programmes) == {
            1: (TandemState.LAUNCHING, ""),
            2: (TandemState.ACCEPTED, "team-notallowed"),
        }
        assert await asked_for(programmes.first, "launch_tandem") == [key(programmes.first, 1)]

    async def test_a_team_that_is_gone_for_good_is_left_for_another(
        self, programmes: Company
    ) -> None:
        """The trouble had a name without words: the card of the launch could not be drawn."""
        team = await self.to_fill(programmes, 1)
        programmes.teams.refuses["add_members"] = Gone("looked for twice")
        await members.fill_team(programmes.first, team)
        found = await the_tandem(programmes.first, 1)
        assert found.trouble == "team-notthere"
        assert found.trouble in FULL_OR_GONE

    @pytest.mark.parametrize("dates_first", [True, False])
    async def test_a_tandem_starts_once_its_team_is_filled_and_its_dates_stand(
        self, programmes: Company, dates_first: bool
    ) -> None:
        team = await self.to_fill(programmes, 1)
        the_one = [key(programmes.first, 1)]

        async def dates() -> None:
            await carrying_out.find_dates(programmes.first, team.partition(":")[0], the_one)

        async def filled() -> None:
            await members.fill_team(programmes.first, team)

        first, second = (dates, filled) if dates_first else (filled, dates)
        await first()
        assert await asked_for(programmes.first, "launch_tandem") == []
        await second()
        assert await asked_for(programmes.first, "launch_tandem") == the_one


class TestCallByCall:
    """A team takes two hundred people a call and four calls a minute: nobody whose own call is
    through waits for the next.
    """

    @pytest.fixture(autouse=True)
    def one_a_call(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(members, "TANDEMS_A_CALL", 1)

    async def to_fill(self, company: Company) -> str:
        """The team of a launch of three, whose dates stand."""
        made = await under_way(company.first, 10, 2, 1)
        for number in (1, 2, 10):
            await change(company.first, "tandems", key(company.first, number), dates_for=made)
        await company.first.run(members.have_teams_filled, made)
        return f"{made}:team"

    def refused_from(self, company: Company, monkeypatch: pytest.MonkeyPatch, last: str) -> None:
        """The team takes people until it is to take this one."""
        add = company.teams.add_members

        async def add_members(team: str, people: Sequence[str]) -> Mapping[str, str]:
            if last in people:
                raise NotAllowed("not any more")
            return await add(team, people)

        monkeypatch.setattr(company.teams, "add_members", add_members)

    async def test_the_lowest_numbers_come_first(self, programmes: Company) -> None:
        team = await self.to_fill(programmes)
        found = await programmes.first.read(partial(self.portions, team))
        assert found == [
            [key(programmes.first, number) for number in (1, 2)],
            [key(programmes.first, 10)],
        ]

    def portions(self, team: str, uow: UnitOfWork, moment: Moment) -> list[list[str]]:
        return members._portions(uow, moment, team, 2)

    async def test_whoever_is_in_starts_while_the_next_are_not(
        self, programmes: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        team = await self.to_fill(programmes)
        self.refused_from(programmes, monkeypatch, "mentee10")
        await members.fill_team(programmes.first, team)
        begun = [key(programmes.first, number) for number in (1, 2)]
        assert sorted(await asked_for(programmes.first, "launch_tandem")) == begun
        assert (await one(programmes.first, "launch_teams", team)).filled_to == 2

    async def test_a_later_call_that_is_refused_stops_only_those_not_yet_in(
        self, programmes: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        team = await self.to_fill(programmes)
        self.refused_from(programmes, monkeypatch, "mentee10")
        await members.fill_team(programmes.first, team)
        tandems = await all_of(programmes.first, "tandems")
        assert {each.number: each.trouble for each in tandems} == {
            1: "",
            2: "",
            10: "team-notallowed",
        }

    async def test_dates_found_before_the_own_call_start_nothing(self, programmes: Company) -> None:
        made = await under_way(programmes.first, 1, 2)
        await programmes.first.run(members.have_teams_filled, made)
        first, second = (key(programmes.first, number) for number in (1, 2))
        await programmes.first.run(members._filled, f"{made}:team", [first])
        await carrying_out.find_dates(programmes.first, made, [first, second])
        assert await asked_for(programmes.first, "launch_tandem") == [first]
        await programmes.first.run(members._filled, f"{made}:team", [second])
        assert sorted(await asked_for(programmes.first, "launch_tandem")) == [first, second]
