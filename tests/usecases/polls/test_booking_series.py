"""A series that both have agreed on is booked as one."""

from __future__ import annotations

from dataclasses import replace

from mentoring.domain.poll import Cause, Option, Poll, PollState
from mentoring.usecases.polls.booking import book
from mentoring.usecases.polls.replaced import end_replaced
from tests.usecases.company import (
    STARTS,
    TANDEM,
    Company,
    all_of,
    change,
    one,
    put,
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
from tests.usecases.polls.opened import DAY, KEY, OPTIONS, the_poll


class TestASeries:
    """What is left of the old series is ended, and the new one stands in its place."""

    async def test_the_new_one_takes_the_place_of_what_is_to_come(self, company: Company) -> None:
        await agree_on_all(company, rhythm="monthly")
        await book(company.first, KEY)
        await end_replaced(company.first, TANDEM)
        assert standing(company) == [each.planned.start for each in series_of(FRIDAYS).occurrences]
        assert {each.comment for each in company.outlook.cancelled} == {"elsewhere in de, de"}
        tandem = await the_tandem(company)
        assert (tandem.minutes, tandem.rhythm, tandem.organizer_id) == (60, "monthly", "jan")
        assert tandem.series_id not in {"", "series-1"}

    async def test_what_has_taken_place_keeps_its_number_and_its_time(
        self, company: Company
    ) -> None:
        company.outlook.change("series-1/20270209", start=STARTS[0] + HOUR)
        await change(company.first, "sessions", session(1), start=STARTS[0] + HOUR)
        company.clock.moment = STARTS[0] + DAY
        await agree_on_all(
            company,
            whole(replace(FRIDAYS, start_date=FRIDAYS.start_date.replace(month=3), occurrences=5)),
        )
        await book(company.first, KEY)
        await end_replaced(company.first, TANDEM)
        found = await all_of(company.first, "sessions", tandem_id=TANDEM)
        assert [(each.number, each.start.date().weekday()) for each in found] == [
            (1, 1),
            *((n, 4) for n in range(2, 7)),
        ]
        assert company.outlook.events["series-1/20270209"].start == STARTS[0] + HOUR

    async def test_tried_again_it_is_booked_once(self, company: Company) -> None:
        await agree_on_all(company)
        before = (
            await the_tandem(company),
            await all_of(company.first, "sessions", tandem_id=TANDEM),
        )
        await book(company.first, KEY)
        await end_replaced(company.first, TANDEM)
        await put(company.first, "tandems", before[0])
        await put(company.first, "sessions", *before[1])
        await agree_on_all(company)
        await book(company.first, KEY)
        await end_replaced(company.first, TANDEM)
        assert len(standing(company)) == 6
        assert len(await all_of(company.first, "sessions", tandem_id=TANDEM)) == 6

    async def test_singly_moved_sessions_are_cancelled_too(self, company: Company) -> None:
        await agree(company, options=(Option(STARTS[1] + DAY),))
        await book(company.first, KEY)
        await end_replaced(company.first, TANDEM)
        await agree_on_all(company, round=2)
        await book(company.first, KEY)
        await end_replaced(company.first, TANDEM)
        assert len(standing(company)) == 6
        assert {start.weekday() for start in standing(company)} == {4}

    async def test_nothing_else_is_agreed_on_any_more(self, company: Company) -> None:
        other = Poll(
            "poll-2",
            TANDEM,
            session(2),
            Cause.ASKED,
            120,
            STARTS[0],
            PollState.OPEN,
            options=OPTIONS,
        )
        await put(company.first, "polls", other)
        await agree_on_all(company)
        await book(company.first, KEY)
        await end_replaced(company.first, TANDEM)
        assert (await one(company.first, "polls", "poll-2")).state is PollState.CLOSED
        assert (await the_poll(company)).state is PollState.BOOKED
