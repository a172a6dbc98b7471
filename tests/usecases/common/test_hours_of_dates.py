"""What has to do with a date comes while it can still be of use."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from mentoring.domain.kickoff import Gathering, Kickoff, KickoffState
from mentoring.domain.poll import Cause, Option
from mentoring.usecases.common.postings import post
from mentoring.usecases.launch.kickoff_cards import seat_card
from mentoring.usecases.polls import polls
from mentoring.usecases.polls.living_polls import show_to_both
from mentoring.usecases.polls.opening import put_to_both
from mentoring.usecases.sessions.tandem_card import tandem_card
from tests.usecases.common.evening import EVENING, MONDAY, at, work_off, written
from tests.usecases.company import (
    TANDEM,
    Company,
    change,
    put,
    session,
)
from tests.usecases.polls.opened import poll_of


class TestDates:
    """Times are put to both in their hours, unless it would be too late then."""

    async def asked(self, company: Company, start: datetime, **how: Any) -> Company:
        made = replace(poll_of(), options=(Option(start),), **how)
        await put(company.first, "polls", made)
        await company.first.run(lambda uow, _: show_to_both(uow, made))
        await work_off(company)
        return company

    async def test_they_come_in_the_morning(self, evening: Company) -> None:
        await self.asked(evening, MONDAY + timedelta(days=8), session_id="")
        assert written(evening) == []
        await at(evening, MONDAY)
        assert written(evening) == ["poll"]

    async def test_a_time_of_tomorrow_is_told_at_once(self, evening: Company) -> None:
        await self.asked(evening, MONDAY + timedelta(hours=23), session_id="")
        assert written(evening) == ["poll"]

    async def test_so_is_what_is_about_a_session_of_tomorrow(self, evening: Company) -> None:
        await change(evening.first, "sessions", session(1), start=MONDAY + timedelta(hours=23))
        await self.asked(evening, MONDAY + timedelta(days=30))
        assert written(evening) == ["poll"]

    async def test_a_session_that_was_missed_is_no_reason_to_write_at_night(
        self, evening: Company
    ) -> None:
        """*We did not meet*, at ten in the evening; the new times are all next week."""
        evening.clock.moment = EVENING.replace(hour=21)
        await change(evening.first, "sessions", session(1), start=EVENING)
        await self.asked(evening, MONDAY + timedelta(days=8), cause=Cause.MISSED)
        assert written(evening) == []
        await at(evening, MONDAY)
        assert written(evening) == ["poll"]

    async def test_what_begins_before_they_work_again_is_told_at_once(
        self, evening: Company
    ) -> None:
        await self.asked(evening, MONDAY - timedelta(minutes=30), session_id="")
        assert written(evening) == ["poll"]

    async def test_nor_is_a_kick_off_that_is_past(self, evening: Company) -> None:
        dates = (Gathering(EVENING - timedelta(days=1)), Gathering(MONDAY + timedelta(days=8)))
        await put(evening.first, "kickoffs", Kickoff("k", "otto", dates, KickoffState.OPEN))
        await evening.first.run(lambda uow, _: post(uow, seat_card, "k", "eva"))
        await work_off(evening)
        assert written(evening) == []
        await at(evening, MONDAY)
        assert written(evening) == ["kickoff_seat"]

    async def test_whoever_asks_for_another_time_has_it_at_once(self, evening: Company) -> None:
        await evening.first.run(polls.ask, session(3), "eva")
        await work_off(evening)
        assert written(evening) == ["poll"]

    async def test_nobody_is_reminded_of_what_has_not_come_yet(self, evening: Company) -> None:
        """Two days later it is Sunday, and on Monday morning it comes once."""
        await put(evening.first, "polls", poll_of(session_id=""))
        later = (Option(MONDAY + timedelta(days=8)),)
        await evening.first.run(lambda uow, _: put_to_both(uow, poll_of(), later, EVENING))
        await work_off(evening)
        await evening.at(EVENING + timedelta(days=2))
        await evening.at(MONDAY)
        await work_off(evening)
        assert written(evening) == ["poll"]


async def test_a_tandem_that_starts_is_told_at_once(evening: Company) -> None:
    """Outlook's invitations arrive in that moment, too."""
    await evening.first.run(lambda uow, _: post(uow, tandem_card, TANDEM, "eva"))
    await work_off(evening)
    assert written(evening) == ["tandem"]
