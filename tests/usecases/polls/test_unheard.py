"""What was booked and not heard of, or was refused halfway, stands in no calendar without our
knowing of it: it is booked once, or nothing of it is left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from mentoring.domain.errors import NotAllowed, NotThere, OutsideError, Rejected, Unavailable
from mentoring.domain.people import Role
from mentoring.domain.poll import Poll, PollState
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import TandemState
from mentoring.usecases.launch.clearing_away import end_series
from mentoring.usecases.polls.booking import book_slot
from mentoring.usecases.polls.polls import accept
from mentoring.usecases.polls.replaced import end_replaced
from tests.usecases.company import STARTS, TANDEM, Company, change, put, series_of
from tests.usecases.polls.booked import (
    FRIDAYS,
    agree,
    agree_on_all,
    standing,
    the_session,
    the_tandem,
)
from tests.usecases.polls.opened import DAY, KEY, OPTIONS, opened, the_poll

NEW = [each.planned.start for each in series_of(FRIDAYS).occurrences]
REFUSALS = (Rejected("no"), NotAllowed("no"), NotThere("no"))


async def further(company: Company) -> Poll:
    """Both would like some sessions more, beside those that stand."""
    return await agree_on_all(company, further=len(NEW))


async def nobody_hears(company: Company, call: str) -> None:
    """It is booked, and the answer is lost until the step has failed."""
    company.outlook.loses.add(call)
    with pytest.raises(Unavailable, match=call):
        await book_slot(company.first, KEY)
    company.outlook.loses.clear()


class TestRefusedHalfway:
    """The series stands, and what is to differ from its pattern is refused."""

    @pytest.mark.parametrize("refusal", REFUSALS)
    async def test_nothing_of_it_stays(self, company: Company, refusal: OutsideError) -> None:
        """It stood in both calendars for good: whatever ended the tandem knew nothing of it."""
        company.outlook.refuses["adjust"] = refusal
        await further(company)
        await book_slot(company.first, KEY)
        assert standing(company) == list(STARTS)
        assert (await the_poll(company)).state is PollState.CLOSED
        assert {each.comment for each in company.outlook.cancelled} == {"elsewhere in de, de"}

    async def test_nor_of_a_single_one(self, company: Company) -> None:
        """Its own event stands by the time the occurrence cannot be cancelled."""
        company.outlook.refuses["cancel"] = NotAllowed("no")
        await agree(company, options=(replace(OPTIONS[0], start=STARTS[1] + DAY),))
        await book_slot(company.first, KEY)
        assert standing(company) == list(STARTS)

    async def test_what_may_not_even_be_taken_out_is_once_the_tandem_ends(
        self, company: Company
    ) -> None:
        for call in ("adjust", "end_series"):
            company.outlook.refuses[call] = NotAllowed("no")
        await further(company)
        await book_slot(company.first, KEY)
        assert (await the_poll(company)).state is PollState.CLOSED
        company.outlook.refuses.clear()
        await end_series(company.first, TANDEM, "ended")
        assert standing(company) == []


class TestNotHeardOf:
    """The answer was lost, so that another attempt is made: it finds what stands."""

    async def test_a_series_is_not_in_its_own_way(self, company: Company) -> None:
        """It was taken for what has come in between: other times were looked for, and it stayed."""
        await further(company)
        await nobody_hears(company, "book")
        await book_slot(company.first, KEY)
        assert sorted(standing(company)) == sorted([*STARTS, *NEW])
        assert (await the_poll(company)).state is PollState.BOOKED

    @pytest.mark.parametrize("call", ["book_session", "move"])
    async def test_nor_is_a_session(self, company: Company, call: str) -> None:
        if call == "book_session":
            del company.outlook.events["series-1/20270209"]
        await agree(company)
        await nobody_hears(company, call)
        await book_slot(company.first, KEY)
        assert standing(company) == [OPTIONS[0].start, *STARTS[1:]]
        assert (await the_session(company)).start == OPTIONS[0].start
        assert (await the_poll(company)).state is PollState.BOOKED


class TestAnotherOrganizer:
    """Of two who had no dates yet; owners set who organizes after the answer was lost."""

    @pytest.fixture
    async def unheard(self, company: Company) -> Company:
        await change(company.first, "tandems", TANDEM, series_id="", join_url="", organizer_id="")
        company.outlook.events.clear()
        await opened(company)
        for role, person in zip(Role, ("jan", "eva"), strict=True):
            await company.first.run(accept, KEY, role, 0, 1, person)
        await nobody_hears(company, "book_session")
        await company.set_up(Programme(organizer="mentee"))
        return company

    async def test_the_next_attempt_finds_it(self, unheard: Company) -> None:
        """There were two, of which nobody knew one."""
        await book_slot(unheard.first, KEY)
        assert (await the_tandem(unheard)).organizer_id == "jan"
        assert list(unheard.outlook.events) == [(await the_session(unheard)).event_id]

    async def test_whatever_ends_the_tandem_finds_it_too(self, unheard: Company) -> None:
        await _closed(unheard)
        await end_series(unheard.first, TANDEM, "ended")
        assert unheard.outlook.events == {}


async def _closed(company: Company) -> None:
    await put(company.first, "polls", replace(await the_poll(company), state=PollState.CLOSED))


async def _over(company: Company) -> None:
    await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)


ENDS: dict[str, Callable[[Company], Any]] = {"the poll": _closed, "the tandem": _over}


class TestEndedMeanwhile:
    """Between two attempts somebody has ended what was being booked."""

    @pytest.mark.parametrize("ended", ENDS)
    async def test_the_next_attempt_takes_it_out(self, company: Company, ended: str) -> None:
        await further(company)
        await nobody_hears(company, "book")
        await ENDS[ended](company)
        await book_slot(company.first, KEY)
        assert standing(company) == list(STARTS)

    async def test_what_ends_the_tandem_need_not_wait_for_that(self, company: Company) -> None:
        await further(company)
        await nobody_hears(company, "book")
        await end_series(company.first, TANDEM, "ended")
        assert standing(company) == []
        assert {each.comment for each in company.outlook.cancelled} == {"ended in de, de"}

    async def test_what_was_booked_as_it_should_stays(self, company: Company) -> None:
        await agree_on_all(company)
        await book_slot(company.first, KEY)
        await end_replaced(company.first, TANDEM)
        await book_slot(company.first, KEY)
        assert standing(company) == NEW
        assert (await the_tandem(company)).series_id
