"""What an attempt at a launch has opened or booked without our learning of it is found again, and
cleared away with the rest.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mentoring.domain.errors import NotAllowed, OutsideError, Rejected
from mentoring.domain.launch import Choice, LaunchDecision
from mentoring.domain.scheduling.recurrence import PatternDay
from mentoring.domain.series import Plan
from mentoring.domain.tandem import LEFT_OUT, ByHand, TandemState
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.launch.left_behind import find_left_behind
from mentoring.usecases.launch.one_tandem import launch_tandem
from mentoring.usecases.launch.taking_back import take_back
from mentoring.usecases.sessions import booking
from tests.usecases.company import NOW, SECOND_TUESDAY, TANDEM, Company, change, one, put
from tests.usecases.launch.undone import LAUNCH, confirmed


@pytest.fixture
async def launching(started: Company) -> Company:
    """Their launch is under way: nothing is opened or booked as far as we know."""
    facts = {"state": TandemState.LAUNCHING, "channel_id": "", "series_id": "", "organizer_id": ""}
    await change(started.first, "tandems", TANDEM, **facts)
    return started


async def opened(company: Company) -> None:
    """The channel was opened, and its answer never came."""
    await booking.open_channel(company.first, TANDEM)
    await change(company.first, "tandems", TANDEM, channel_id="", channel_url="")


async def given_up(company: Company) -> None:
    """Then Microsoft 365 stayed away."""
    await company.first.run(launch_tandem.given_up, TANDEM)


async def undone(company: Company) -> Any:
    await confirmed(company)
    await take_back(company.first, TANDEM)
    return await one(company.first, "taken_back", TANDEM)


def with_eva(company: Company) -> list[Any]:
    """What Jan's calendar holds of the tandem."""
    return [each for each in company.outlook.of("jan") if each.invited == ("eva",)]


async def test_of_a_launch_that_was_given_up_all_is_cleared_away(launching: Company) -> None:
    """issue 13: channel and series stayed for ever, because nothing of ours named them."""
    await opened(launching)
    await given_up(launching)
    found = await undone(launching)
    [channel] = launching.teams.channels
    assert launching.teams.archived == {("team", channel)}
    assert with_eva(launching) == []
    assert (found.archived, found.cancelled, found.clear) == (True, 6, True)


@pytest.mark.parametrize(
    "refusal",
    [Rejected("no", code="ErrorOccurrenceCrossingBoundary"), NotAllowed("not any more")],
)
async def test_so_is_a_series_whose_single_sessions_were_refused(
    launching: Company, refusal: OutsideError
) -> None:
    launching.outlook.refuses["adjust"] = refusal
    await launch_tandem(launching.first, TANDEM)
    kind = type(refusal).__name__.lower()
    assert (await one(launching.first, "tandems", TANDEM)).trouble.startswith(f"series-{kind}")
    assert with_eva(launching)
    assert (await undone(launching)).cancelled == 6
    assert with_eva(launching) == []


async def test_a_single_session_is_found_like_a_series(launching: Company) -> None:
    """Of two who have one session only: an event of its own."""
    for each in with_eva(launching):
        del launching.outlook.events[each.id]
    del launching.outlook.booked[TANDEM]
    once = replace(SECOND_TUESDAY, day=PatternDay("once", "tuesday"), occurrences=1)
    await change(launching.first, "tandems", TANDEM, plan=Plan(pattern=once))
    await launching.first.run(lambda uow, _: drop_all_but_one(uow))
    await booking.book(launching.first, TANDEM)
    await given_up(launching)
    assert len(with_eva(launching)) == 1
    assert (await undone(launching)).cancelled == 1
    assert with_eva(launching) == []


def drop_all_but_one(uow: UnitOfWork) -> None:
    for each in uow.sessions.all(tandem_id=TANDEM)[1:]:
        uow.sessions.delete(each.id)


class TestWhereNothingCanHaveBeenLeft:
    """Nothing is looked for: it would take time, and calendars are not read without need."""

    async def looked(self, company: Company) -> int:
        return await find_left_behind(company.first, TANDEM)

    @pytest.mark.parametrize("trouble", ["team-away", "member-disabled-mentee", ""])
    async def test_it_was_never_begun(self, launching: Company, trouble: str) -> None:
        await opened(launching)
        await change(launching.first, "tandems", TANDEM, trouble=trouble)
        assert await self.looked(launching) == 0

    async def test_the_calendar_may_not_be_read(self, launching: Company) -> None:
        """So that a missing permission is not named once more as something that is left."""
        launching.outlook.refuses["booked_as"] = NotAllowed("no")
        await change(launching.first, "tandems", TANDEM, trouble="series-notallowed-mentor")
        assert await self.looked(launching) == 0

    async def test_owners_have_opened_the_room(self, launching: Company) -> None:
        """What is by hand is theirs."""
        await opened(launching)
        await change(launching.first, "tandems", TANDEM, trouble="channel", by_hand=ByHand.ROOM)
        assert await self.looked(launching) == 0


async def test_our_series_is_found_beside_dates_by_hand(launching: Company) -> None:
    """It was left for ever, though by its key nothing of theirs can be found."""
    await change(launching.first, "tandems", TANDEM, trouble="away", by_hand=ByHand.BOTH)
    assert await find_left_behind(launching.first, TANDEM) == 1


async def test_what_was_decided_since_hides_nothing(launching: Company) -> None:
    """It was left out, or tried again; the trouble of then stands in the decision."""
    await opened(launching)
    ids = f"{LAUNCH}:{TANDEM}:0", LAUNCH, TANDEM
    decided = LaunchDecision(*ids, Choice.LEAVE_OUT, "away", f"{LAUNCH}:b", "otto", NOW)
    await put(launching.first, "launch_decisions", decided)
    await change(launching.first, "tandems", TANDEM, trouble=LEFT_OUT)
    assert await find_left_behind(launching.first, TANDEM) == 2
