"""Each tandem has exactly one series, whatever an earlier attempt has left in a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from mentoring.domain.errors import NotAllowed, Rejected, Unavailable
from mentoring.domain.launch import Choice, Launch, LaunchState
from mentoring.domain.programme import Programme
from mentoring.domain.scheduling.recurrence import PatternDay
from mentoring.domain.series import Plan
from mentoring.domain.tandem import LEFT_OUT, ByHand, TandemState
from mentoring.usecases.common.effects import plainly
from mentoring.usecases.launch import again, carrying_out, confirming, one_tandem
from mentoring.usecases.launch.clearing_away import clear_away
from mentoring.usecases.launch.deciding import Problem, decide
from tests.usecases.company import (
    NOW,
    SECOND_TUESDAY,
    STARTS,
    TANDEM,
    Company,
    all_of,
    change,
    one,
    put,
    remove,
    session,
)

LATE = STARTS[0].date() + timedelta(days=3)


@pytest.fixture
async def waiting(company: Company) -> Company:
    """Jan's and Eva's series stands in Jan's calendar, but its answer never came, and owners have
    left the two out.
    """
    await put(company.first, "launches", Launch("l", "otto", NOW.date(), LaunchState.DONE, 1))
    waits = {"state": TandemState.ACCEPTED, "launch_id": "l", "trouble": LEFT_OUT}
    nothing = {"series_id": "", "join_url": "", "organizer_id": ""}
    await change(company.first, "tandems", TANDEM, **nothing, **waits)
    return company


async def launched_late(company: Company) -> Any:
    """The tandem, after another launch that begins once the first of its dates has passed."""
    another = Launch("l2", "otto", LATE, LaunchState.PREVIEW, 1, prepared_at=NOW)
    await put(company.first, "launches", another)
    await company.first.run(confirming.confirm, "l2")
    await carrying_out.find_dates(company.first, "l2", [TANDEM])
    await one_tandem.launch_tandem(company.first, TANDEM)
    return await one(company.first, "tandems", TANDEM)


async def by_hand(company: Company) -> Any:
    """The tandem, once owners have said that they have arranged its dates themselves."""
    await change(company.first, "tandems", TANDEM, trouble="series-rejected-mentor")
    await company.first.run(decide, "otto", Problem("l", TANDEM, 0), Choice.BY_HAND)
    await one_tandem.launch_tandem(company.first, TANDEM)
    return await one(company.first, "tandems", TANDEM)


def forget(company: Company) -> None:
    """Nothing of the tandem was ever booked."""
    for each in with_eva(company):
        del company.outlook.events[each.id]
    del company.outlook.booked[TANDEM]


def with_eva(company: Company) -> list[Any]:
    """What Jan's calendar holds of the tandem."""
    return [each for each in company.outlook.of("jan") if each.invited == ("eva",)]


async def kept(company: Company) -> list[Any]:
    """When its sessions are, as far as we know."""
    found = await all_of(company.first, "sessions", tandem_id=TANDEM)
    return sorted(each.start for each in found)


async def test_what_stands_without_our_knowing_is_the_tandems_series(waiting: Company) -> None:
    """Our rows had new dates and the calendars the old ones: all was taken for cancelled."""
    tandem = await launched_late(waiting)
    assert (tandem.state, tandem.series_id) == (TandemState.LAUNCHED, "series-1")
    assert await kept(waiting) == sorted(each.start for each in with_eva(waiting))


async def test_also_where_exchange_has_forgotten_by_what_it_was_booked(waiting: Company) -> None:
    before = len(with_eva(waiting))
    waiting.outlook.refuses["book"] = Rejected("booked twice")
    assert (await launched_late(waiting)).state is TandemState.LAUNCHED
    assert len(with_eva(waiting)) == before


async def test_or_where_none_of_its_dates_has_passed(waiting: Company) -> None:
    await change(waiting.first, "tandems", TANDEM, trouble="away")
    await waiting.first.run(decide, "otto", Problem("l", TANDEM, 0), Choice.RETRY)
    waiting.outlook.refuses["book"] = Rejected("booked twice")
    await again.find_dates(waiting.first, "l", [TANDEM])
    await one_tandem.launch_tandem(waiting.first, TANDEM)
    assert (await one(waiting.first, "tandems", TANDEM)).series_id == "series-1"


async def test_an_event_of_its_own_is_kept_like_a_series(waiting: Company) -> None:
    """Of two who have one session only; it was known, and forgotten."""
    forget(waiting)
    once = replace(SECOND_TUESDAY, day=PatternDay("once", "tuesday"), occurrences=1)
    await change(waiting.first, "tandems", TANDEM, plan=Plan(pattern=once))
    await remove(waiting.first, "sessions", *(session(number) for number in range(2, 7)))
    await change(waiting.first, "sessions", session(1), event_id="single")
    tandem = await launched_late(waiting)
    assert tandem.state is TandemState.LAUNCHED
    assert (await one(waiting.first, "sessions", session(1))).event_id == "single"


async def test_what_stands_nowhere_is_looked_for_anew(waiting: Company) -> None:
    """A tandem that was left out weeks ago began with sessions that had long passed."""
    forget(waiting)
    tandem = await launched_late(waiting)
    assert tandem.state is TandemState.LAUNCHED
    found = await kept(waiting)
    assert found[0].date() >= LATE
    assert found == sorted(each.start for each in with_eva(waiting))


async def test_dates_that_are_none_before_the_first_day_stay(waiting: Company) -> None:
    forget(waiting)
    before = await kept(waiting)
    await change(waiting.first, "tandems", TANDEM, state=TandemState.LAUNCHING, trouble="")
    await again.find_dates(waiting.first, "l", [TANDEM])
    assert await kept(waiting) == before


class TestByHand:
    """Where the two keep their dates themselves none of ours stand beside them."""

    @pytest.mark.parametrize("series", ["", "series-1"], ids=["unheard", "known"])
    async def test_ours_are_taken_out(self, waiting: Company, series: str) -> None:
        await change(waiting.first, "tandems", TANDEM, series_id=series)
        tandem = await by_hand(waiting)
        assert (tandem.state, tandem.series_id) == (TandemState.LAUNCHED, "")
        assert with_eva(waiting) == []
        assert {each.comment for each in waiting.outlook.cancelled} == {"elsewhere in de, de"}

    async def test_where_that_is_refused_the_end_takes_them_out(self, waiting: Company) -> None:
        waiting.outlook.refuses["end_series"] = NotAllowed("no")
        tandem = await by_hand(waiting)
        assert (tandem.state, tandem.by_hand) == (TandemState.LAUNCHED, ByHand.DATES)
        assert with_eva(waiting)
        del waiting.outlook.refuses["end_series"]
        await clear_away(waiting.first, TANDEM, plainly, "ended")
        assert with_eva(waiting) == []


class TestAnotherOrganizer:
    """Owners set who organizes after a series was booked whose answer never came."""

    @pytest.fixture
    async def unheard(self, waiting: Company) -> Company:
        forget(waiting)
        plain = {"plan": Plan(), "state": TandemState.LAUNCHING, "trouble": ""}
        await change(waiting.first, "tandems", TANDEM, **plain)
        await carrying_out.find_dates(waiting.first, "l", [TANDEM])
        waiting.outlook.loses.add("book")
        with pytest.raises(Unavailable, match="book"):
            await one_tandem.launch_tandem(waiting.first, TANDEM)
        waiting.outlook.loses.clear()
        await waiting.set_up(Programme(organizer="mentee"))
        return waiting

    async def test_the_next_attempt_finds_it(self, unheard: Company) -> None:
        """There were two series, of which nobody knew one."""
        await one_tandem.launch_tandem(unheard.first, TANDEM)
        await self.stands_with_jan_alone(unheard)

    async def test_so_does_another_launch(self, unheard: Company) -> None:
        await unheard.first.run(one_tandem.launch_tandem.given_up, TANDEM)
        await change(unheard.first, "tandems", TANDEM, trouble=LEFT_OUT)
        await launched_late(unheard)
        await self.stands_with_jan_alone(unheard)

    async def stands_with_jan_alone(self, company: Company) -> None:
        tandem = await one(company.first, "tandems", TANDEM)
        assert (tandem.state, tandem.organizer_id) == (TandemState.LAUNCHED, "jan")
        assert len(with_eva(company)) == 6
        assert company.outlook.of("eva") == []

    async def test_by_hand_it_is_taken_out(self, unheard: Company) -> None:
        await unheard.first.run(one_tandem.launch_tandem.given_up, TANDEM)
        tandem = await by_hand(unheard)
        assert (with_eva(unheard), tandem.organizer_id) == ([], "")

    async def test_what_stands_nowhere_is_booked_in_the_other_calendar(
        self, unheard: Company
    ) -> None:
        """Owners set it because the first one's calendar takes nothing."""
        forget(unheard)
        await again.find_dates(unheard.first, "l", [TANDEM])
        await one_tandem.launch_tandem(unheard.first, TANDEM)
        assert (await one(unheard.first, "tandems", TANDEM)).organizer_id == "eva"
        assert with_eva(unheard) == []
        assert len(unheard.outlook.of("eva")) == 6
