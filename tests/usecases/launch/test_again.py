"""Another attempt: what stands is found again, what is by hand is left, and one tandem's failure
never stops another's.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.errors import NoMailbox, NotAllowed
from mentoring.domain.launch import Choice, LaunchState
from mentoring.domain.tandem import ByHand, TandemState
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import again, one_tandem
from mentoring.usecases.launch.card import launch_card
from mentoring.usecases.launch.deciding import Problem, decide, retry_all
from mentoring.usecases.tandem.agreeing import agreement_later
from tests.usecases.company import (
    Company,
    all_of,
    asked_for,
    change,
    one,
    profile,
    put,
    shown,
    told,
)
from tests.usecases.launch.ready import in_trouble, key, ready, the_tandem, with_room


async def tried(company: Company) -> None:
    """What was asked for is carried out, tandem by tandem."""
    for batch in await asked_for(company.first, "launch_again"):
        await again.launch_again(company.first, batch)
    for group in await asked_for(company.first, "date_again"):
        await again.date_again(company.first, group)
    for tandem in await asked_for(company.first, "launch_tandem"):
        await one_tandem.launch_tandem(company.first, tandem)
    await catch_up(company.unbound)


async def decided(company: Company, choice: Choice, number: int = 1) -> str:
    made = f"{company.first.cycle_id}.launch-1"
    await company.first.run(decide, "otto", Problem(made, key(company.first, number), 0), choice)
    return made


async def test_everything_that_is_missing_is_made(programmes: Company) -> None:
    await in_trouble(programmes.first, 1)
    made = await decided(programmes, Choice.RETRY)
    await tried(programmes)
    tandem = await the_tandem(programmes.first, 1)
    assert (tandem.state, bool(tandem.channel_id), bool(tandem.series_id)) == (
        TandemState.LAUNCHED,
        True,
        True,
    )
    assert programmes.teams.people["team"] == {"mentor1", "mentee1"}
    assert await told(programmes.first, "tandem") == ["mentee1", "mentor1"]
    receipt = await one(programmes.first, "launches", made)
    assert (receipt.state, receipt.totals.launched, receipt.totals.troubled) == (
        LaunchState.DONE,
        1,
        (),
    )


async def test_carried_out_twice_it_is_there_once(programmes: Company) -> None:
    await in_trouble(programmes.first, 1)
    await decided(programmes, Choice.RETRY)
    for _ in range(2):
        await tried(programmes)
    assert len(programmes.teams.channels) == 1
    assert len(programmes.outlook.booked) == 1


async def test_what_fails_again_waits_for_a_decision_again(programmes: Company) -> None:
    await in_trouble(programmes.first, 1)
    programmes.teams.outsiders = {"mentee1": "NotFound"}
    programmes.people.profiles["mentee1"] = profile("mentee1", hindrance="disabled")
    made = await decided(programmes, Choice.RETRY)
    await tried(programmes)
    (line,) = (await shown(programmes.first, launch_card.name, made, "otto")).troubles
    assert (line.turn, line.code, line.decided, line.by) == (
        "open",
        "member-disabled-mentee",
        1,
        "Otto",
    )


async def test_a_team_that_refuses_stops_nobody_elses_attempt(programmes: Company) -> None:
    made = await in_trouble(programmes.first, 1)
    await in_trouble(programmes.first, 2, team_id="another")
    programmes.teams.outsiders = {"mentee2": "NotFound"}
    await programmes.first.run(retry_all, "otto", made)
    await tried(programmes)
    states = [(await the_tandem(programmes.first, number)).state for number in (1, 2)]
    assert states == [TandemState.LAUNCHED, TandemState.ACCEPTED]


async def test_a_whole_team_that_refuses_is_named(programmes: Company) -> None:
    await in_trouble(programmes.first, 1)
    programmes.teams.refuses["add_members"] = NotAllowed("no permission")
    await decided(programmes, Choice.RETRY)
    await tried(programmes)
    assert (await the_tandem(programmes.first, 1)).trouble == "team-notallowed"


class TestByHand:
    """A tandem by hand is complete, and counted like every other."""

    async def test_with_a_room_of_its_own(self, programmes: Company) -> None:
        await in_trouble(programmes.first, 1, trouble="member-guest-mentee")
        made = await decided(programmes, Choice.BY_HAND)
        await tried(programmes)
        tandem = await the_tandem(programmes.first, 1)
        assert (tandem.state, tandem.by_hand, tandem.channel_id, bool(tandem.series_id)) == (
            TandemState.LAUNCHED,
            ByHand.ROOM,
            "",
            True,
        )
        assert (programmes.teams.people, programmes.teams.channels) == ({}, {})
        assert await told(programmes.first, "tandem") == ["mentee1", "mentor1"]
        totals = (await one(programmes.first, "launches", made)).totals
        assert (totals.launched, totals.channels, totals.by_hand) == (1, 0, 1)

    async def test_with_dates_of_its_own(self, programmes: Company) -> None:
        """Nothing is booked, and no date reminded of or agreed on; nothing counts as missing."""
        await in_trouble(programmes.first, 1, trouble="series-no-mailbox-mentor")
        programmes.outlook.refuses["book"] = NoMailbox("none")
        made = await decided(programmes, Choice.BY_HAND)
        await tried(programmes)
        tandem = await the_tandem(programmes.first, 1)
        assert (tandem.state, bool(tandem.channel_id), tandem.series_id) == (
            TandemState.LAUNCHED,
            True,
            "",
        )
        assert [await all_of(programmes.first, kind) for kind in ("sessions", "polls")] == [[], []]
        timers = await all_of(programmes.first, "timers")
        assert {each.kind for each in timers} == {agreement_later.name}
        totals = (await one(programmes.first, "launches", made)).totals
        assert (totals.launched, totals.without_slot, totals.by_hand) == (1, 0, 1)

    async def test_its_dates_fail_after_its_room(self, programmes: Company) -> None:
        await in_trouble(programmes.first, 1, trouble="member-guest-mentee")
        programmes.outlook.refuses["book"] = NoMailbox("none")
        programmes.people.profiles["mentor1"] = profile("mentor1")
        await decided(programmes, Choice.BY_HAND)
        await tried(programmes)
        tandem = await the_tandem(programmes.first, 1)
        assert (tandem.by_hand, tandem.trouble) == (ByHand.ROOM, "series-no-mailbox-mentor")


class TestDecidedOnceMore:
    """What is decided about a tandem while an earlier attempt is still at work counts alone: it was
    started in a team that it had no place in yet, and the next team was never opened.
    """

    @pytest.fixture
    async def batch(self, programmes: Company) -> str:
        """Two are tried again; the first one's team is gone, which owners know already, and they
        decide once more while the second one's is still being filled.
        """
        north = with_room(programmes, 2)
        await change(programmes.unbound, "programmes", "p1", teams=("north",))
        await ready(north, 3, state=TandemState.LAUNCHED, team_id="north")
        made = await in_trouble(north, 1, team_id="gone", trouble="channel-rejected")
        await in_trouble(north, 2, team_id="north", trouble="channel-rejected")
        await north.run(retry_all, "otto", made)
        [batch] = await asked_for(north, "launch_again")
        await north.run(again._teams, batch)
        await north.run(again._team_refused, f"{made}:gone", "team-notthere", batch)
        await north.run(decide, "otto", Problem(made, key(north, 1), 1), Choice.RETRY)
        return batch

    async def test_it_is_not_started_with_the_earlier_ones(
        self, programmes: Company, batch: str
    ) -> None:
        await programmes.first.run(again._have_dates_found, batch)
        for group in await asked_for(programmes.first, "date_again"):
            await again.date_again(programmes.first, group)
        assert await asked_for(programmes.first, "launch_tandem") == [key(programmes.first, 2)]

    async def test_an_earlier_attempt_that_is_begun_anew_leaves_it_alone(
        self, programmes: Company, batch: str
    ) -> None:
        await again.launch_again(programmes.first, batch)
        [waits] = await all_of(programmes.first, "launch_teams", team_id="")
        assert [waits.id] == await asked_for(programmes.first, "open_team")

    async def test_an_earlier_attempt_that_is_given_up_says_nothing_of_it(
        self, programmes: Company, batch: str
    ) -> None:
        await programmes.first.run(again.launch_again.given_up, batch)
        found = [await the_tandem(programmes.first, number) for number in (1, 2)]
        assert [each.trouble for each in found] == ["", "away"]

    async def test_it_was_taken_along_by_another_launch(
        self, programmes: Company, batch: str
    ) -> None:
        other = await one(programmes.first, "launches", f"{programmes.first.cycle_id}.launch-1")
        await put(programmes.first, "launches", replace(other, id="p1c1.launch-2"))
        await change(
            programmes.first, "tandems", key(programmes.first, 2), launch_id="p1c1.launch-2"
        )
        await programmes.first.run(again._have_dates_found, batch)
        assert await asked_for(programmes.first, "date_again") == []
