"""What happens while it is booked, what follows, and how it ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from mentoring.domain.errors import Unavailable
from mentoring.domain.poll import Cause, PollState
from mentoring.domain.session import without_slot
from mentoring.domain.tandem import TandemState
from mentoring.ports.world import World
from mentoring.usecases.polls import booking
from mentoring.usecases.polls.booking import book, give_up, still_free
from mentoring.usecases.polls.replaced import end_sessions
from tests.usecases.company import (
    STARTS,
    TANDEM,
    Company,
    all_of,
    change,
    put,
    refused,
    session,
)
from tests.usecases.polls.booked import (
    agree,
    agree_on_all,
    standing,
    the_session,
    the_tandem,
    whole,
)
from tests.usecases.polls.opened import DAY, KEY, agreed, the_poll

ENDS: dict[str, Callable[[Company], Any]] = {
    "the poll is closed": lambda company: put(
        company.first, "polls", replace(agreed(), state=PollState.CLOSED)
    ),
    "the tandem is over": lambda company: change(
        company.first, "tandems", TANDEM, state=TandemState.CLOSED
    ),
}


class TestMeanwhile:
    """The tandem or the poll may come to its end while Microsoft 365 is at work: then nothing is
    left behind.
    """

    @pytest.mark.parametrize("end", ENDS)
    async def test_an_event_of_its_own_is_cancelled(self, company: Company, end: str) -> None:
        del company.outlook.events["series-1/20270209"]
        poll = await agree(company)
        order = await company.first.read(booking._order, poll.id)
        await ENDS[end](company)
        assert order
        assert order.session
        await booking._book_session(company.first, order, order.session)
        assert standing(company) == list(STARTS[1:])
        assert (await the_session(company)).start == STARTS[0]

    @pytest.mark.parametrize("end", ENDS)
    async def test_a_series_is_ended(self, company: Company, end: str) -> None:
        poll = await agree_on_all(company)
        order = await company.first.read(booking._order, poll.id)
        await ENDS[end](company)
        assert order
        await booking._book_series(company.first, order)
        assert standing(company) == list(STARTS)
        assert (await the_tandem(company)).series_id == "series-1"

    async def test_a_session_that_is_gone_is_moved_in_nobodys_calendar(
        self, company: Company
    ) -> None:
        poll = await agree(company)
        await company.store.run(lambda uow: uow.sessions.delete(session(1)))
        order = await company.first.read(booking._order, poll.id)
        assert order
        assert order.session is None


class TestWhatFollows:
    """After one thing is agreed on, the next that the launch left open is put to both."""

    async def left(self, company: Company) -> Sequence[tuple[str, Cause]]:
        polls = await all_of(company.first, "polls", state=PollState.OPEN)
        return [(poll.session_id, poll.cause) for poll in polls]

    async def offered(self, company: Company) -> None:
        found = without_slot(await the_session(company, 3))
        await put(company.first, "sessions", replace(found, offer=STARTS[2] + DAY))

    async def test_the_next_session_without_a_time(self, company: Company) -> None:
        await self.offered(company)
        await agree(company, cause=Cause.NO_SLOT)
        await book(company.first, KEY)
        assert await self.left(company) == [(session(3), Cause.NO_SLOT)]

    async def test_not_after_a_time_that_somebody_asked_for(self, company: Company) -> None:
        await self.offered(company)
        await agree(company)
        await book(company.first, KEY)
        assert await self.left(company) == []

    async def test_the_sessions_of_a_chosen_series_that_have_none(self, company: Company) -> None:
        option = whole()
        assert option.series is not None
        first, *rest = option.series.sessions
        offer = replace(without_slot(first), offer=STARTS[0] + DAY)
        await agree_on_all(
            company, replace(option, series=replace(option.series, sessions=(offer, *rest)))
        )
        await book(company.first, KEY)
        assert await self.left(company) == [(session(1), Cause.NO_SLOT)]


class TestEnding:
    """What is to come is cancelled with a friendly line, what was stays."""

    async def end(self, company: Company, now: datetime) -> None:
        company.clock.moment = now
        ahead = [
            each
            for each in await all_of(company.first, "sessions", tandem_id=TANDEM)
            if each.is_ahead(now)
        ]
        await end_sessions(company.first, await the_tandem(company), "jan", ahead, now, "thanks")

    async def test_in_the_middle_of_the_cycle(self, company: Company) -> None:
        for _ in range(2):
            await self.end(company, STARTS[1] + DAY)
        assert standing(company) == list(STARTS[:2])
        assert [each.comment for each in company.outlook.cancelled] == ["thanks"] * 4

    async def test_a_tandem_without_a_series_has_only_events_of_its_own(
        self, company: Company
    ) -> None:
        await change(company.first, "tandems", TANDEM, series_id="")
        await change(company.first, "sessions", session(2), event_id="series-1/20270309")
        company.outlook.refuses["end_series"] = Unavailable("there is none")
        await self.end(company, STARTS[0] + DAY)
        assert [each.event.start for each in company.outlook.cancelled] == [STARTS[1]]

    async def test_the_other_programmes_sessions_stay(self, company: Company) -> None:
        await self.end(company, STARTS[0] + DAY)
        assert len([event for event in company.outlook.of("jan") if event.invited == ("ada",)]) == 6


async def test_what_microsoft_365_refuses_for_good_is_agreed_on_no_more(company: Company) -> None:
    await agree(company)
    await company.first.run(give_up, KEY)
    assert (await the_poll(company)).state is PollState.CLOSED


FOREIGN: dict[str, Callable[[World], Any]] = {
    "look": lambda world: still_free(world, KEY),
    "book": lambda world: book(world, KEY),
}


@pytest.mark.parametrize("name", FOREIGN)
async def test_another_programme_books_nothing_of_it(company: Company, name: str) -> None:
    await agree(company)
    with refused("gone"):
        await FOREIGN[name](company.second)
    assert standing(company) == list(STARTS)
