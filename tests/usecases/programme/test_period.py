"""Until when one may enrol: through the last day at home, as long as the cycle runs."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.usecases.programme.period import enrolment_open, set_enrolment_end
from tests.usecases.company import FIRST, NOW, SECOND, Company, all_of, change, enrol, one, put, refused

END = date(2027, 2, 12)
MIDNIGHT = datetime(2027, 2, 12, 23, tzinfo=UTC)
"""The end of that day in Berlin."""


async def test_without_an_end_one_may(programmes: Company) -> None:
    assert enrolment_open(await programmes.first.moment())


@pytest.mark.parametrize(("moment", "is_open"), [(datetime(2027, 2, 12, 22, 59, tzinfo=UTC), True), (MIDNIGHT, False)])
async def test_the_last_day_lasts_until_midnight_at_home(programmes: Company, moment: datetime, is_open: bool) -> None:
    await programmes.first.run(set_enrolment_end, END)
    programmes.clock.moment = moment
    assert enrolment_open(await programmes.first.moment()) is is_open
    assert enrolment_open(await programmes.second.moment())


@pytest.mark.parametrize("state", [CycleState.CLOSING, CycleState.CLOSED])
async def test_nobody_enrols_in_a_cycle_that_is_over(programmes: Company, state: CycleState) -> None:
    await change(programmes.unbound, "cycles", FIRST, state=state)
    assert not enrolment_open(await programmes.first.moment())


async def test_today_is_the_earliest_end(programmes: Company) -> None:
    await programmes.first.run(set_enrolment_end, NOW.date())
    assert (await one(programmes.unbound, "cycles", FIRST)).enrolment_end == NOW.date()
    with refused("end-in-past", field="date"):
        await programmes.first.run(set_enrolment_end, date(2027, 1, 31))


async def test_an_end_can_be_put_off(programmes: Company) -> None:
    for end in (END, date(2027, 2, 19)):
        await programmes.first.run(set_enrolment_end, end)
    (timer,) = await all_of(programmes.first, "timers", kind="enrolment-end")
    assert timer.due_at == datetime(2027, 2, 19, 23, tzinfo=UTC)


class TestTheCardsOfTheUnfinished:
    """They say until when, and when it is over; nobody else's change."""

    @pytest.fixture
    async def enrolled(self, programmes: Company) -> Company:
        """Each has an enrolment's card; Jan is in both programmes."""
        states = {"eva": EnrolmentState.INVITED, "jan": EnrolmentState.BEGUN, "dora": EnrolmentState.DONE}
        for key, state in states.items():
            made = await enrol(programmes.first, Role.MENTEE, key)
            await change(programmes.first, "enrolments", made.id, state=state)
            await put(programmes.first, "postings", Posting(key, "enrolment", made.id, key))
        other = await enrol(programmes.second, Role.MENTEE, "jan")
        await change(programmes.second, "enrolments", other.id, state=EnrolmentState.BEGUN)
        await put(programmes.second, "postings", Posting("jan's other", "enrolment", other.id, "jan"))
        return programmes

    async def changed(self, company: Company) -> dict[str, int]:
        """How often each card has changed."""
        return {each.id: each.wanted - 1 for each in await all_of(company.unbound, "postings")}

    async def test_when_the_end_is_set(self, enrolled: Company) -> None:
        await enrolled.first.run(set_enrolment_end, END)
        assert await self.changed(enrolled) == {"eva": 1, "jan": 1, "dora": 0, "jan's other": 0}

    async def test_and_when_it_has_come(self, enrolled: Company) -> None:
        await enrolled.first.run(set_enrolment_end, END)
        await enrolled.at(MIDNIGHT)
        assert await self.changed(enrolled) == {"eva": 2, "jan": 2, "dora": 0, "jan's other": 0}


async def test_each_programme_has_its_own_end(programmes: Company) -> None:
    await programmes.first.run(set_enrolment_end, END)
    await programmes.second.run(set_enrolment_end, NOW.date())
    ends = {key: (await one(programmes.unbound, "cycles", key)).enrolment_end for key in (FIRST, SECOND)}
    assert ends == {FIRST: END, SECOND: NOW.date()}
    assert len(await all_of(programmes.unbound, "timers", kind="enrolment-end")) == 2
