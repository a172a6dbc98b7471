"""In a rolling cycle each tandem has an end of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from mentoring.domain.cycle import CycleKind
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.poll import PollState
from mentoring.domain.questionnaire import When
from mentoring.domain.tandem import ByHand, TandemState
from mentoring.usecases.common.one_a_day import may_come_now
from mentoring.usecases.launch import closing
from mentoring.usecases.launch.tandem_over import AFTER_THE_LAST, MONTH, end_when_over
from tests.usecases.company import (
    FIRST,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    one,
    put,
    remove,
    session,
    told,
)
from tests.usecases.launch.closings import (
    DAY,
    end,
)
from tests.usecases.polls.opened import poll_of


class TestWithoutACommonEnd:
    """In a rolling cycle a tandem ends by itself, some days after its last session."""

    LAST = STARTS[-1]

    @pytest.fixture
    async def rolling(self, company: Company) -> Company:
        """Jan and Eva have a tandem with an end of its own; both are enrolled."""
        await change(company.unbound, "cycles", FIRST, kind=CycleKind.ROLLING)
        for role, person in ((Role.MENTOR, "jan"), (Role.MENTEE, "eva")):
            await enrol(company.first, role, person)
        tandem = await one(company.first, "tandems", TANDEM)
        await company.first.run(end_when_over, tandem)
        return company

    async def ends(self, company: Company, moment: datetime) -> list[str]:
        await company.at(moment)
        return await asked_for(company.first, "end_tandem")

    async def test_a_week_after_the_last_one(self, rolling: Company) -> None:
        assert await self.ends(rolling, self.LAST + AFTER_THE_LAST - DAY) == []
        assert await self.ends(rolling, self.LAST + AFTER_THE_LAST) == [f":{TANDEM}"]

    async def test_not_before_a_session_that_was_put_off(self, rolling: Company) -> None:
        await change(rolling.first, "sessions", session(6), start=self.LAST + 20 * DAY)
        assert await self.ends(rolling, self.LAST + 21 * DAY) == []
        assert await self.ends(rolling, self.LAST + 35 * DAY) == [f":{TANDEM}"]

    async def test_not_while_something_is_being_agreed_on(self, rolling: Company) -> None:
        await put(rolling.first, "polls", poll_of())
        assert await self.ends(rolling, self.LAST + AFTER_THE_LAST) == []
        await put(rolling.first, "polls", replace(poll_of(), state=PollState.CLOSED))
        assert await self.ends(rolling, self.LAST + 2 * AFTER_THE_LAST) == [f":{TANDEM}"]

    async def test_on_a_day_without_another_notice_to_either(self, rolling: Company) -> None:
        """Issue 15: both read thanks then, whatever had come to them on that day."""
        at = self.LAST + AFTER_THE_LAST
        rolling.clock.moment = at
        assert await rolling.first.run(may_come_now, "jan", "something")
        assert await self.ends(rolling, at) == []
        assert await self.ends(rolling, at + DAY) == [f":{TANDEM}"]

    async def test_not_twice(self, rolling: Company) -> None:
        await change(rolling.first, "tandems", TANDEM, state=TandemState.CLOSED)
        assert await self.ends(rolling, self.LAST + AFTER_THE_LAST) == []

    async def test_two_who_arrange_their_dates_themselves_have_as_much_time(
        self, rolling: Company
    ) -> None:
        """Nobody knows when they meet, so it is as many months as the others have sessions."""
        earlier = await all_of(rolling.first, "sessions", tandem_id=TANDEM)
        await remove(rolling.first, "sessions", *(each.id for each in earlier))
        await change(rolling.first, "tandems", TANDEM, by_hand=ByHand.DATES)
        tandem = await one(rolling.first, "tandems", TANDEM)
        await rolling.first.run(end_when_over, tandem)
        half_a_year = rolling.clock.moment + 6 * MONTH
        assert await self.ends(rolling, half_a_year) == []
        assert await self.ends(rolling, half_a_year + AFTER_THE_LAST) == [f":{TANDEM}"]

    async def test_whose_dates_are_found_late_have_an_end_too(self, rolling: Company) -> None:
        """Where a calendar could not be read, the two choose their dates after the launch."""
        later = await all_of(rolling.first, "sessions", tandem_id=TANDEM)
        await remove(rolling.first, "sessions", *(each.id for each in later))
        tandem = await one(rolling.first, "tandems", TANDEM)
        await rolling.first.run(end_when_over, tandem)
        assert await self.ends(rolling, STARTS[0] + 3 * AFTER_THE_LAST) == []
        await put(rolling.first, "sessions", *later)
        assert await self.ends(rolling, self.LAST + 2 * AFTER_THE_LAST) == [f":{TANDEM}"]

    async def test_then_both_are_asked_anew(self, rolling: Company) -> None:
        await rolling.first.run(closing.ended, "", TANDEM, clear=True)
        states = {each.person_id: each.state for each in await all_of(rolling.first, "enrolments")}
        assert states == {"eva": EnrolmentState.INVITED, "jan": EnrolmentState.INVITED}
        assert await told(rolling.first, "enrolment") == ["eva", "jan"]

    async def test_a_mentor_of_two_goes_on_with_what_he_has_said_until_the_second_ends(
        self, rolling: Company
    ) -> None:
        """*Not now* on the card wiped his deputy and times in the middle of the second tandem."""
        second = f"{FIRST}.tandem-2"
        tandem = await one(rolling.first, "tandems", TANDEM)
        await put(rolling.first, "tandems", replace(tandem, id=second, number=2, mentee_id="ada"))
        await enrol(rolling.first, Role.MENTOR, "jan", When(deputy=("dora",)))
        await enrol(rolling.first, Role.MENTEE, "ada")
        await change(rolling.first, "tandems", TANDEM, state=TandemState.CLOSED)
        await rolling.first.run(closing.ended, "", TANDEM, clear=True)
        assert await told(rolling.first, "enrolment") == ["eva"]
        his = await one(rolling.first, "enrolments", f"{FIRST}:mentor:jan")
        assert (his.state, his.answers.when) == (EnrolmentState.DONE, When(deputy=("dora",)))
        await change(rolling.first, "tandems", second, state=TandemState.CLOSED)
        await rolling.first.run(closing.ended, "", second, clear=True)
        assert await told(rolling.first, "enrolment") == ["ada", "eva", "jan"]

    async def test_where_all_end_together_nobody_is_asked_by_that(self, company: Company) -> None:
        await enrol(company.first, Role.MENTEE, "eva")
        await end(company)
        assert [each.state for each in await all_of(company.first, "enrolments")] == [
            EnrolmentState.DONE
        ]
