"""Times for a series are looked for over the rest of the cycle."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.poll import Cause
from mentoring.domain.session import without_slot
from tests.usecases.company import (
    NOW,
    STARTS,
    TANDEM,
    Company,
    all_of,
    change,
    one,
    put,
    session,
)
from tests.usecases.polls.opened import DAY
from tests.usecases.polls.searched import (
    WHOLE,
    found,
    sessions_in,
)


class TestASeries:
    """Three series for the rest of the cycle, the best first."""

    async def test_each_has_its_sessions_from_now_on(self, company: Company) -> None:
        poll = await found(company, **WHOLE)
        assert len(poll.options) == 3
        for option in poll.options:
            numbers = [each.number for each in sessions_in(option)]
            assert numbers == [1, 2, 3, 4, 5, 6]
            assert min(each.planned for each in sessions_in(option)) == option.start > NOW

    async def test_they_go_on_behind_what_has_taken_place(self, company: Company) -> None:
        company.clock.moment = STARTS[1] + DAY
        poll = await found(company, **WHOLE)
        assert {sessions_in(option)[0].number for option in poll.options} == {3}

    @pytest.mark.parametrize("over", [1, 3, 5])
    async def test_only_as_many_sessions_as_are_left(self, company: Company, over: int) -> None:
        """However far the calendar says that the cycle has come (C3)."""
        company.clock.moment = STARTS[over - 1] + DAY
        await put(
            company.first,
            "sessions",
            *[
                without_slot(each)
                for each in await all_of(company.first, "sessions", tandem_id=TANDEM)
                if each.is_ahead(company.clock.moment)
            ],
        )
        poll = await found(company, **{**WHOLE, "cause": Cause.CANCELLED})
        assert {len(sessions_in(option)) for option in poll.options} == {6 - over}

    async def test_a_session_that_was_skipped_is_not_made_up_for(self, company: Company) -> None:
        company.clock.moment = STARTS[2] + DAY
        skipped = without_slot(await one(company.first, "sessions", session(2)))
        await put(company.first, "sessions", replace(skipped, state="cancelled"))
        poll = await found(company, **WHOLE)
        assert {len(sessions_in(option)) for option in poll.options} == {3}

    async def test_when_all_is_over_there_is_still_one(self, company: Company) -> None:
        company.clock.moment = STARTS[5] + DAY
        poll = await found(company, **WHOLE)
        assert {len(sessions_in(option)) for option in poll.options} == {1}

    @pytest.mark.parametrize(("rhythm", "count"), [("two_weeks", 6), ("six_weeks", 2)])
    async def test_in_another_rhythm_as_many_as_fit_into_their_time(
        self, company: Company, rhythm: str, count: int
    ) -> None:
        company.clock.moment = STARTS[2] + DAY
        poll = await found(company, **WHOLE, rhythm=rhythm)
        assert {len(sessions_in(option)) for option in poll.options} == {count}

    async def test_from_session_to_session_the_cycle_has_one_a_month(
        self, company: Company
    ) -> None:
        await change(company.first, "tandems", TANDEM, rhythm="tandem")
        company.clock.moment = STARTS[1] + DAY
        poll = await found(company, **WHOLE, rhythm="monthly")
        assert {len(sessions_in(option)) for option in poll.options} == {4}

    @pytest.mark.parametrize(("rhythm", "days"), [("two_weeks", 14), ("six_weeks", 42)])
    async def test_in_the_rhythm_and_length_that_was_asked_for(
        self, company: Company, rhythm: str, days: int
    ) -> None:
        poll = await found(company, **WHOLE, rhythm=rhythm, minutes=60)
        one, two, *_ = sessions_in(poll.options[0])
        assert (two.planned - one.planned, one.minutes) == (days * DAY, 60)

    async def test_what_did_not_suit_is_not_put_again(self, company: Company) -> None:
        seen = tuple(option.start for option in (await found(company, **WHOLE)).options)
        again = await found(company, **WHOLE, round=2, seen=seen)
        assert again.options
        assert not {option.start for option in again.options} & set(seen)
