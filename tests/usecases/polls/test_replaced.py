"""A series that takes the place of another one: nothing of the old is ended before the new one
stands whole, and whatever happens in between, one of them stands and the tandem knows which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pytest

from mentoring.domain.errors import NotAllowed, NotThere, OutsideError, Rejected, Unavailable
from mentoring.domain.poll import Option, PollState
from mentoring.domain.series import Ending
from mentoring.domain.tandem import TandemState
from mentoring.usecases.changes.looking import look
from mentoring.usecases.launch.clearing_away import end_series
from mentoring.usecases.polls.booking import book_slot
from mentoring.usecases.polls.replaced import end_replaced
from tests.usecases.company import (
    SECOND_TUESDAY,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    series_of,
    session,
)
from tests.usecases.polls.booked import (
    FRIDAYS,
    HOUR,
    agree,
    agree_on_all,
    standing,
    the_tandem,
    whole,
)
from tests.usecases.polls.opened import DAY, KEY, the_poll

OLD, NEW = list(STARTS), [each.planned.start for each in series_of(FRIDAYS).occurrences]
AWAY = Unavailable("nobody answers")
REFUSALS = (Rejected("no"), NotAllowed("no"), NotThere("no"))
CALLS = ("book", "adjust", "end_series", "cancel")


async def one_is_skipped(company: Company) -> None:
    """Both agree on a series of which a single date does not take place."""
    option = whole()
    assert option.series
    first, *rest = option.series.sessions
    sessions = (replace(first, start=None, state="open"), *rest)
    await agree_on_all(company, replace(option, series=replace(option.series, sessions=sessions)))


async def known(company: Company) -> list[datetime]:
    """When the two meet, by what the tandem knows of it."""
    rows = await all_of(company.first, "sessions", tandem_id=TANDEM)
    return sorted(each.start for each in rows if each.start)


async def stands_whole(company: Company) -> None:
    """What the tandem knows of stands in the calendars, in the series that it knows."""
    series = (await the_tandem(company)).series_id
    events = [each for each in company.outlook.of("jan") if each.series == series]
    assert [each.start for each in events] == await known(company)


async def replaced(company: Company) -> None:
    """The new one is booked, then the old one ended."""
    await book_slot(company.first, KEY)
    await end_replaced(company.first, TANDEM)


async def comments(company: Company) -> set[str]:
    return {each.comment for each in company.outlook.cancelled}


class TestRefused:
    """Microsoft 365 refuses the new one for good."""

    @pytest.mark.parametrize("call", ["book", "adjust"])
    @pytest.mark.parametrize("refusal", REFUSALS)
    async def test_the_old_one_stays_as_it_was(
        self, company: Company, call: str, refusal: OutsideError
    ) -> None:
        before = await the_tandem(company), await known(company)
        company.outlook.refuses[call] = refusal
        await agree_on_all(company)
        await book_slot(company.first, KEY)
        assert standing(company) == OLD
        assert (await the_tandem(company), await known(company)) == before
        assert (await the_poll(company)).state is PollState.CLOSED

    async def test_what_is_taken_out_says_what_is_true(self, company: Company) -> None:
        """It said that there was no common free time, of dates on which both had agreed."""
        company.outlook.refuses["adjust"] = Rejected("no")
        await agree_on_all(company)
        await book_slot(company.first, KEY)
        assert await comments(company) == {"elsewhere in de, de"}

    @pytest.mark.parametrize("refusal", REFUSALS)
    async def test_of_an_old_one_that_cannot_be_ended_the_new_one_does_not_suffer(
        self, company: Company, refusal: OutsideError
    ) -> None:
        company.outlook.refuses["end_series"] = refusal
        await agree_on_all(company)
        await book_slot(company.first, KEY)
        with pytest.raises(type(refusal), match="no"):
            await end_replaced(company.first, TANDEM)
        assert await known(company) == NEW
        await stands_whole(company)
        company.outlook.refuses.clear()
        await end_replaced(company.first, TANDEM)
        assert standing(company) == NEW


class TestInterrupted:
    """Microsoft 365 is away, or the process is no more."""

    @pytest.mark.parametrize("call", CALLS)
    async def test_one_stands_whole_at_every_moment(self, company: Company, call: str) -> None:
        await agree(company, options=(Option(STARTS[1] + DAY),))
        await book_slot(company.first, KEY)
        company.outlook.refuses[call] = AWAY
        await agree_on_all(company, whole(), round=2)
        with pytest.raises(Unavailable, match="nobody answers"):
            await replaced(company)
        assert set(await known(company)) <= set(standing(company))
        company.outlook.refuses.clear()
        await replaced(company)
        assert standing(company) == NEW
        await stands_whole(company)

    async def test_the_old_one_is_ended_once_the_new_one_is_kept(self, company: Company) -> None:
        await one_is_skipped(company)
        await book_slot(company.first, KEY)
        assert sorted(standing(company)) == sorted([*OLD, *NEW[1:]])
        await stands_whole(company)
        assert await asked_for(company.first, end_replaced.name) == [TANDEM]
        await end_replaced(company.first, TANDEM)
        assert standing(company) == NEW[1:]
        assert await comments(company) == {"no-slot in de, de", "elsewhere in de, de"}

    async def test_ended_once_it_is_not_known_any_more(self, company: Company) -> None:
        await agree_on_all(company)
        await book_slot(company.first, KEY)
        assert [each.series for each in (await the_tandem(company)).plan.replaced] == ["series-1"]
        for _ in range(2):
            await end_replaced(company.first, TANDEM)
        assert (await the_tandem(company)).plan.replaced == ()
        assert len(company.outlook.cancelled) == len(OLD)

    async def test_it_waits_for_its_end_whatever_is_agreed_on_next(self, company: Company) -> None:
        company.outlook.refuses["end_series"] = AWAY
        await agree_on_all(company)
        await book_slot(company.first, KEY)
        later = replace(FRIDAYS, start_time=FRIDAYS.start_time.replace(hour=15))
        await agree_on_all(company, whole(later), round=2)
        await book_slot(company.first, KEY)
        company.outlook.refuses.clear()
        await end_replaced(company.first, TANDEM)
        assert standing(company) == [each.planned.start for each in series_of(later).occurrences]

    async def test_whatever_ends_the_tandem_ends_it_too(self, company: Company) -> None:
        await agree_on_all(company)
        await book_slot(company.first, KEY)
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        await end_series(company.first, TANDEM, "ended")
        assert standing(company) == []
        assert await comments(company) == {"ended in de, de"}

    async def test_so_is_what_a_handover_had_still_to_end(self, company: Company) -> None:
        """It was refused, and so was taking out what it had booked by then."""
        tandem = await the_tandem(company)
        ending = Ending("1", "jan", tandem.series_id)
        plan = replace(tandem.plan, ending=ending)
        handed = {
            "plan": plan,
            "organizer_id": "eva",
            "series_id": "",
            "trouble": "handover-taking",
        }
        await change(company.first, "tandems", TANDEM, **handed)
        await agree_on_all(company)
        await book_slot(company.first, KEY)
        await end_replaced(company.first, TANDEM)
        assert standing(company) == []
        assert [each.start for each in company.outlook.of("eva")] == NEW


class TestBothStand:
    """For a moment both stand in both calendars."""

    def an_hour_later(self) -> Option:
        hour = SECOND_TUESDAY.start_time.hour + 1
        start = SECOND_TUESDAY.start_time.replace(hour=hour)
        return whole(replace(SECOND_TUESDAY, start_time=start, length_minutes=60))

    async def test_neither_is_in_the_others_way(self, company: Company) -> None:
        await agree_on_all(company, self.an_hour_later())
        company.outlook.loses.add("book")
        with pytest.raises(Unavailable, match="book"):
            await book_slot(company.first, KEY)
        company.outlook.loses.clear()
        await book_slot(company.first, KEY)
        assert (await the_poll(company)).state is PollState.BOOKED
        await end_replaced(company.first, TANDEM)
        assert standing(company) == [start + HOUR for start in OLD]

    @pytest.mark.parametrize("gone", [(), (NEW[1],)], ids=["whole", "one is gone"])
    async def test_the_old_one_is_not_taken_for_the_new_one(
        self, company: Company, gone: Sequence[datetime]
    ) -> None:
        await agree_on_all(company)
        await book_slot(company.first, KEY)
        company.outlook.marked[TANDEM] = ("series-1",)
        for start in gone:
            series = (await the_tandem(company)).series_id
            del company.outlook.events[f"{series}/{start:%Y%m%d}"]
        await look(company.first, TANDEM)
        assert await known(company) == [start for start in NEW if start not in gone]
        polls = await all_of(company.first, "polls", state=(PollState.SEARCHING, PollState.OPEN))
        assert [each.session_id for each in polls] == ([session(2)] if gone else [])
