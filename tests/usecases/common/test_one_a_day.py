"""At most one notice a person and day; what concerns a session at hand comes all the same."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from mentoring.domain.posting import REMINDER
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.watching import Absence
from mentoring.usecases.common.one_a_day import (
    may_come_now,
    next_day_at_work,
    next_try,
    told_today,
)
from mentoring.usecases.common.postings import post
from mentoring.usecases.matching.offers import offer_card
from tests.usecases.common.evening import ASKED, EVENING, MONDAY, at, say, work_off, written
from tests.usecases.company import NOW, Company, person, profile, put
from tests.usecases.ports import chat_of


async def comes(company: Company, who: str = "jan") -> bool:
    return await company.first.run(may_come_now, who, "something")


async def presses(company: Company, about: str = "a session") -> bool:
    return await company.first.run(lambda uow, now: told_today(uow, "jan", about, now.now))


async def test_what_can_wait_comes_once_a_day(company: Company) -> None:
    assert [await comes(company), await comes(company)] == [True, False]
    company.clock.moment += timedelta(days=1)
    assert await comes(company)


async def test_over_all_programmes(company: Company) -> None:
    assert await comes(company)
    assert not await company.second.run(may_come_now, "jan", "something else")


async def test_what_cannot_wait_comes_beside_what_could(company: Company) -> None:
    assert await comes(company)
    assert await presses(company)
    assert not await presses(company, "another session")
    assert not await comes(company)


async def test_nothing_comes_at_night_or_in_a_pause(company: Company) -> None:
    company.clock.moment = NOW.replace(hour=21)
    assert not await comes(company)
    company.clock.moment = NOW
    await put(company.first, "absences", Absence("jan", NOW, date(2027, 2, 5)))
    assert not await comes(company)
    assert await comes(company, "eva")


async def test_of_whom_nobody_knows_the_clock_the_hour_is_not_doubted(company: Company) -> None:
    """They were put off from midnight to midnight, for ever."""
    await put(company.first, "people", person("jan", profile=profile("jan", zone_known=False)))
    company.clock.moment = NOW.replace(hour=0)
    assert [await comes(company), await comes(company)] == [True, False]


async def test_the_next_day_at_work_is_theirs(company: Company) -> None:
    """From Friday on it is Monday; in New York it begins six hours later."""
    company.clock.moment = datetime(2027, 2, 5, 12, tzinfo=UTC)
    moment = await company.first.moment()
    assert next_day_at_work(person("eva"), moment) == datetime(2027, 2, 8, 7, tzinfo=UTC)
    there = person("jan", profile=profile("jan", zone="America/New_York", country="US"))
    assert next_day_at_work(there, moment) == datetime(2027, 2, 8, 13, tzinfo=UTC)


async def test_what_came_before_their_hours_is_tried_when_these_begin(company: Company) -> None:
    """Issue 15: what was to come before somebody's day had begun came a day late, to New York
    whatever Europe's morning brought.
    """
    there = person("jan", profile=profile("jan", zone="America/New_York", country="US"))
    company.clock.moment = datetime(2027, 2, 4, 8, tzinfo=UTC)
    moment = await company.first.moment()
    assert next_try(there, moment) == datetime(2027, 2, 4, 13, tzinfo=UTC)
    company.clock.moment = datetime(2027, 2, 4, 14, tzinfo=UTC)
    moment = await company.first.moment()
    assert next_try(there, moment) == datetime(2027, 2, 5, 13, tzinfo=UTC)


class TestWhatComesByItself:
    """An invitation or an offer is that day's notice, whichever programme it is of; a reminder
    looks for a day without one (issue 14).
    """

    async def test_it_is_the_days_notice(self, evening: Company) -> None:
        evening.clock.moment = EVENING - timedelta(hours=3)
        await say(evening)
        assert not await evening.second.run(may_come_now, "eva", "something else")

    async def test_the_answer_to_ones_own_act_is_none(self, evening: Company) -> None:
        evening.clock.moment = EVENING - timedelta(hours=3)
        await say(evening, chat=chat_of("eva"))
        assert await comes(evening, "eva")

    async def test_what_cannot_wait_comes_beside_it(self, evening: Company) -> None:
        evening.clock.moment = EVENING - timedelta(hours=3)
        await say(evening)
        assert await evening.first.run(lambda uow, now: told_today(uow, "eva", "s", now.now))

    async def test_a_reminder_waits_for_a_day_without_another_notice(
        self, evening: Company
    ) -> None:
        evening.clock.moment = EVENING - timedelta(hours=3)
        assert await evening.second.run(may_come_now, "eva", "something of another programme")
        await say(evening, view=REMINDER)
        assert written(evening) == []
        await at(evening, MONDAY)
        assert written(evening) == ["enrolment"]
        assert not await comes(evening, "eva")

    async def test_one_that_was_looked_for_a_day_already_comes(self, evening: Company) -> None:
        evening.clock.moment = EVENING - timedelta(hours=3)
        assert await evening.first.run(may_come_now, "eva", ASKED)
        await say(evening, view=REMINDER)
        assert written(evening) == ["enrolment"]

    async def test_one_that_would_come_too_late_then_comes_all_the_same(
        self, evening: Company
    ) -> None:
        evening.clock.moment = EVENING - timedelta(hours=3)
        due, asked = MONDAY + timedelta(hours=2), TandemState.ASKED_MENTEE
        await put(evening.first, "tandems", Tandem("t", 9, "", "jan", "eva", asked, due, due))
        assert await comes(evening, "eva")
        await evening.first.run(lambda uow, _: post(uow, offer_card, "t", "eva", view=REMINDER))
        await work_off(evening)
        assert written(evening) == ["offer"]
