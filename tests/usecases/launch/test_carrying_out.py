"""The dates of a launch are found in small groups; what was set aside is in none."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date

import pytest

from mentoring.domain.launch import Choice, LaunchState
from mentoring.domain.series import Plan
from mentoring.domain.tandem import TandemState
from mentoring.ports.calendar import Availability
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.effects import EFFECTS
from mentoring.usecases.launch import again, carrying_out, members, one_tandem
from mentoring.usecases.launch.deciding import Problem, decide, retry_all
from tests.usecases.company import Company, all_of, asked_for, change, one
from tests.usecases.launch.ready import in_trouble, key, the_tandem, under_way

FindDates = Callable[[World, str, Sequence[str]], Awaitable[None]]


async def groups_of(company: Company, launch_id: str) -> list[list[str]]:
    """The tandems of each group for which dates are to be found."""
    await company.first.run(carrying_out._have_dates_found, launch_id)
    keys = sorted(await asked_for(company.first, "find_dates_of"))
    return await company.first.read(
        lambda uow, _: [carrying_out._in_group(uow, each) for each in keys]
    )


async def test_groups_are_small_and_follow_from_the_tandems_numbers(programmes: Company) -> None:
    made = await under_way(programmes.first, 10, 2, 1)
    one_, two, ten = (key(programmes.first, number) for number in (1, 2, 10))
    assert await groups_of(programmes, made) == [[one_, two], [ten]]


async def test_what_was_set_aside_is_in_no_group(programmes: Company) -> None:
    made = await under_way(programmes.first, 1)
    await programmes.first.run(
        lambda uow, _: one_tandem.trouble(uow, key(programmes.first, 1), "member")
    )
    assert await groups_of(programmes, made) == []


async def test_asked_for_twice_each_group_is_looked_for_once(programmes: Company) -> None:
    """A server may die between the two; meanwhile the first tandems have their dates."""
    made = await under_way(programmes.first, 1, 2)
    await groups_of(programmes, made)
    await change(programmes.first, "tandems", key(programmes.first, 1), dates_for=made)
    assert await groups_of(programmes, made) == [[key(programmes.first, 2)]]


async def test_calendars_that_do_not_answer_hold_up_no_other_group(programmes: Company) -> None:
    """The later groups waited behind it, and were given up together with it."""
    made = await under_way(programmes.first, 1, 10)
    await groups_of(programmes, made)
    await programmes.first.run(carrying_out.find_dates_of.given_up, f"{made}:0000")
    await EFFECTS["find_dates_of"](programmes.first, f"{made}:0001")
    first, tenth = [await the_tandem(programmes.first, number) for number in (1, 10)]
    assert (first.state, first.trouble) == (TandemState.ACCEPTED, "away")
    assert (tenth.trouble, tenth.dates_for) == ("", made)


@pytest.mark.parametrize("find_dates", [carrying_out.find_dates, again.find_dates])
async def test_what_was_taken_back_while_its_dates_were_found_gets_none(
    programmes: Company, monkeypatch: pytest.MonkeyPatch, find_dates: FindDates
) -> None:
    """Nobody would clear away what a tandem gets that has ended."""
    made = await under_way(programmes.first, 1, 2)
    look = programmes.outlook.availability

    async def meanwhile(
        people: Mapping[str, str], start: date, end: date
    ) -> Mapping[str, Availability]:
        over = TandemState.CLOSED
        await change(programmes.first, "tandems", key(programmes.first, 1), state=over)
        return await look(people, start, end)

    monkeypatch.setattr(programmes.outlook, "availability", meanwhile)
    await find_dates(programmes.first, made, [key(programmes.first, number) for number in (1, 2)])
    over, other = [await the_tandem(programmes.first, number) for number in (1, 2)]
    assert (over.plan, over.dates_for) == (Plan(), "")
    assert other.plan != Plan()
    sessions = await all_of(programmes.first, "sessions")
    assert {each.tandem_id for each in sessions} == {key(programmes.first, 2)}


class TestTriedAgainMeanwhile:
    """What could not be added to its team comes in with the attempt that owners have asked for: the
    launch that is still at work had it started before its people were in.
    """

    async def tried_again(self, company: Company) -> str:
        """The id of a launch that still looks for dates; the first of its two is tried again."""
        made = await under_way(company.first, 1, 2)
        await carrying_out.launch_all(company.first, made)
        company.teams.outsiders = {"mentee1": "NotFound"}
        await EFFECTS["fill_team"](company.first, f"{made}:team")
        problem = Problem(made, key(company.first, 1), 0)
        await company.first.run(decide, "otto", problem, Choice.RETRY)
        return made

    async def test_it_is_in_no_group(self, programmes: Company) -> None:
        made = await self.tried_again(programmes)
        await carrying_out.find_dates_of(programmes.first, f"{made}:0000")
        assert await asked_for(programmes.first, "launch_tandem") == [key(programmes.first, 2)]

    async def test_nor_is_it_started_where_its_dates_were_just_looked_for(
        self, programmes: Company
    ) -> None:
        made = await self.tried_again(programmes)
        both = [key(programmes.first, number) for number in (1, 2)]
        await carrying_out.find_dates(programmes.first, made, both)
        assert await asked_for(programmes.first, "launch_tandem") == both[1:]

    async def test_nor_where_its_team_is_told_to_be_filled(self, programmes: Company) -> None:
        made = await self.tried_again(programmes)
        both = [key(programmes.first, number) for number in (1, 2)]
        for each in both:
            await change(programmes.first, "tandems", each, dates_for=made)
        await programmes.first.run(members._filled, f"{made}:team", both)
        assert await asked_for(programmes.first, "launch_tandem") == both[1:]

    async def test_a_launch_that_is_given_up_says_nothing_of_it(self, programmes: Company) -> None:
        made = await self.tried_again(programmes)
        await programmes.first.run(carrying_out.launch_all.given_up, made)
        await programmes.first.run(carrying_out.find_dates_of.given_up, f"{made}:0000")
        found = [await the_tandem(programmes.first, number) for number in (1, 2)]
        assert [each.trouble for each in found] == ["", "away"]


async def test_given_up_each_tandem_without_dates_waits_for_what_owners_decide(
    programmes: Company,
) -> None:
    """They stayed *being launched* for good: no button, no closing, no other launch."""
    made = await under_way(programmes.first, 1, 2)
    await change(programmes.first, "tandems", key(programmes.first, 2), dates_for=made)
    give_up = carrying_out.launch_all.given_up
    await programmes.first.run(give_up, made)
    found = [await the_tandem(programmes.first, number) for number in (1, 2)]
    assert [(each.state, each.trouble) for each in found] == [
        (TandemState.ACCEPTED, "away"),
        (TandemState.LAUNCHING, ""),
    ], "the second goes its own way"


async def test_owners_read_it_on_the_launchs_card_and_have_it_tried_again(
    programmes: Company,
) -> None:
    made = await under_way(programmes.first, 1)
    await programmes.first.run(carrying_out.launch_all.given_up, made)
    await catch_up(programmes.unbound)
    launch = await one(programmes.first, "launches", made)
    assert (launch.state, launch.totals.troubled) == (LaunchState.DONE, ((1, "away"),))
    problem = Problem(made, key(programmes.first, 1), 0)
    await programmes.first.run(decide, "otto", problem, Choice.RETRY)
    assert (await the_tandem(programmes.first, 1)).state is TandemState.LAUNCHING


async def test_another_attempt_that_is_given_up_ends_the_same_way(programmes: Company) -> None:
    """Once it is let start, a tandem's own launch says how it ends."""
    await in_trouble(programmes.first, 1, 2)
    made = f"{programmes.first.cycle_id}.launch-1"
    for number in (1, 2):
        problem = Problem(made, key(programmes.first, number), 0)
        await programmes.first.run(decide, "otto", problem, Choice.RETRY)
    first, second = await asked_for(programmes.first, "launch_again")
    await programmes.first.run(again._have_dates_found, second)
    [group] = await asked_for(programmes.first, "date_again")
    await again.date_again(programmes.first, group)
    for batch in (first, second):
        await programmes.first.run(again.launch_again.given_up, batch)
    await programmes.first.run(again.date_again.given_up, group)
    found = [await the_tandem(programmes.first, number) for number in (1, 2)]
    assert {each.state for each in found} == {TandemState.ACCEPTED, TandemState.LAUNCHING}
    assert sorted(each.trouble for each in found) == ["", "away"]


async def test_in_another_attempt_calendars_that_do_not_answer_hold_up_no_others(
    programmes: Company,
) -> None:
    """As in the first one: nobody started before all dates of the batch were found."""
    await in_trouble(programmes.first, 1, 10)
    await programmes.first.run(retry_all, "otto", f"{programmes.first.cycle_id}.launch-1")
    [batch] = await asked_for(programmes.first, "launch_again")
    await programmes.first.run(again._have_dates_found, batch)
    first, second = sorted(await asked_for(programmes.first, "date_again"))
    await programmes.first.run(again.date_again.given_up, first)
    await again.date_again(programmes.first, second)
    assert (await the_tandem(programmes.first, 1)).trouble == "away"
    assert await asked_for(programmes.first, "launch_tandem") == [key(programmes.first, 10)]
