"""All sessions from now on get other times: whoever asks, when they may, and what is looked for."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.poll import Cause
from mentoring.domain.tandem import ByHand, TandemState
from mentoring.usecases.polls import polls
from tests.usecases.company import (
    STARTS,
    TANDEM,
    Company,
    all_of,
    change,
    refused,
)


class TestAskingForOtherTimesOfAll:
    """All sessions from now on get other times, perhaps another length or rhythm."""

    async def test_a_new_series_is_looked_for(self, company: Company) -> None:
        await company.first.run(polls.ask_for_all, TANDEM, "eva", 90, "two_weeks")
        (made,) = await all_of(company.first, "polls")
        assert (made.session_id, made.cause, made.minutes, made.rhythm) == (
            "",
            Cause.CHANGE,
            90,
            "two_weeks",
        )

    @pytest.mark.parametrize(
        ("who", "minutes", "rhythm", "code", "field"),
        [
            ("otto", 90, "monthly", "not-yours", None),
            ("eva", 80, "monthly", "length-not-allowed", "minutes"),
            ("eva", 90, "daily", "rhythm-not-allowed", "rhythm"),
        ],
    )
    async def test_what_is_refused(
        self, company: Company, who: str, minutes: int, rhythm: str, code: str, field: str | None
    ) -> None:
        with refused(code, field=field):
            await company.first.run(polls.ask_for_all, TANDEM, who, minutes, rhythm)

    async def test_not_where_the_two_arrange_their_dates_themselves(self, company: Company) -> None:
        await change(company.first, "tandems", TANDEM, by_hand=ByHand.DATES)
        with refused("dates-by-hand"):
            await company.first.run(polls.ask_for_all, TANDEM, "eva", 90, "monthly")

    async def test_not_once_all_that_were_planned_are_over(self, company: Company) -> None:
        """Whether there are more is what each of the two is asked for themselves."""
        await company.at(STARTS[-1] - timedelta(minutes=1))
        await company.first.run(polls.ask_for_all, TANDEM, "eva", 90, "monthly")
        await company.at(STARTS[-1] + timedelta(minutes=1))
        with refused("sessions-over"):
            await company.first.run(polls.ask_for_all, TANDEM, "eva", 90, "monthly")

    async def test_not_once_the_tandem_is_over(self, company: Company) -> None:
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        with refused("stale"):
            await company.first.run(polls.ask_for_all, TANDEM, "eva", 90, "monthly")
