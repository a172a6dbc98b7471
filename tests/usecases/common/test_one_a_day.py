"""At most one notice a person and day; what concerns a session at hand comes all the same."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.kickoff import Gathering, Kickoff, KickoffState
from mentoring.domain.people import Role
from mentoring.domain.posting import REMINDER
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.watching import Absence
from mentoring.notices import VIEWS
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.one_a_day import (
    COMES_OF,
    may_come_now,
    next_day_at_work,
    next_try,
    told_today,
)
from mentoring.usecases.common.postings import post, post_back
from mentoring.usecases.enrolment.card import TakenOut, enrolment_card
from mentoring.usecases.enrolment.taking_out import take_out
from mentoring.usecases.launch.kickoff_cards import seat_card
from mentoring.usecases.matching.left_over import left_over_card
from mentoring.usecases.matching.offers import offer_card
from tests.usecases.common.evening import ASKED, EVENING, MONDAY, at, say, work_off, written
from tests.usecases.company import FIRST, NOW, Company, change, person, profile, put
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


def _asks(uow: UnitOfWork, _moment: Moment, tandem: str, who: str) -> None:
    post(uow, offer_card, tandem, who)


def _out(uow: UnitOfWork, moment: Moment) -> None:
    take_out(uow, moment, uow.enrolments.need(ASKED), TakenOut.TAKEN_BACK)


class TestFirstWords:
    """issue 14: two programmes could invite somebody on one day, and two offers come on another."""

    @pytest.fixture
    async def afternoon(self, evening: Company) -> Company:
        """Eva works."""
        evening.clock.moment = EVENING - timedelta(hours=3)
        return evening

    async def offered(self, company: Company, *tandems: str, who: str = "jan") -> None:
        """Offers come to the mentor."""
        asked, due = TandemState.ASKED_MENTOR, MONDAY + timedelta(days=5)
        for number, key in enumerate(tandems):
            made = Tandem(key, number, "", who, f"mentee{number}", asked, due, due)
            await put(company.first, "tandems", made)
        for key in tandems:
            await company.first.run(partial(_asks, tandem=key, who=who))
        await work_off(company)

    async def test_an_invitation_waits_beside_that_of_another_programme(
        self, afternoon: Company
    ) -> None:
        assert await afternoon.second.run(may_come_now, "eva", "invited by another programme")
        await say(afternoon)
        assert written(afternoon) == []
        await at(afternoon, MONDAY)
        assert written(afternoon) == ["enrolment"]

    async def test_what_is_taken_back_while_it_waits_never_comes(self, afternoon: Company) -> None:
        """An invitation, and an offer of which the mentor has let go."""
        assert await afternoon.second.run(may_come_now, "eva", "invited by another programme")
        await say(afternoon)
        await afternoon.first.run(_out)
        await self.offered(afternoon, "one", "two")
        await change(afternoon.first, "tandems", "two", state=TandemState.RELEASED)
        for days in range(3):
            await at(afternoon, MONDAY + timedelta(days=days))
        assert written(afternoon) == []
        assert written(afternoon, "jan") == ["offer"]

    async def test_of_two_offers_one_comes_today(self, afternoon: Company) -> None:
        await self.offered(afternoon, "one", "two")
        assert written(afternoon, "jan") == ["offer"]
        await at(afternoon, MONDAY)
        assert written(afternoon, "jan") == ["offer", "offer"]

    async def test_what_comes_of_ones_own_enrolment_comes_on_the_same_day(
        self, afternoon: Company
    ) -> None:
        """Whoever was invited this morning has enrolled: the offer answers that, a second waits."""
        seat = enrolment_id(FIRST, Role.MENTOR, "jan")
        assert await afternoon.first.run(may_come_now, "jan", seat)
        await self.offered(afternoon, "one", "two")
        assert written(afternoon, "jan") == ["offer"]

    async def test_what_comes_of_the_wish_for_another_tandem_comes_on_the_same_day(
        self, afternoon: Company
    ) -> None:
        """Asked at its end this morning, Jan has wished for another one: the next offer is that."""
        due = MONDAY + timedelta(days=5)
        over = Tandem("over", 9, "", "jan", "mentee9", TandemState.CLOSED, due, due)
        await put(afternoon.first, "tandems", over)
        assert await afternoon.first.run(may_come_now, "jan", "over")
        await self.offered(afternoon, "one", "two")
        assert written(afternoon, "jan") == ["offer"]

    async def test_an_offer_waits_beside_the_invitation_of_another_programme(
        self, afternoon: Company
    ) -> None:
        assert await afternoon.second.run(may_come_now, "jan", "p2c1:mentee:jan")
        await self.offered(afternoon, "one")
        assert written(afternoon, "jan") == []

    async def test_a_kickoff_waits_beside_an_offer(self, afternoon: Company) -> None:
        await self.offered(afternoon, "one")
        dates = (Gathering(MONDAY + timedelta(days=9)),)
        made = Kickoff("k", "otto", dates, KickoffState.OPEN, NOW)
        await put(afternoon.first, "kickoffs", made)
        await afternoon.first.run(lambda uow, _: post(uow, seat_card, "k", "jan"))
        await work_off(afternoon)
        assert written(afternoon, "jan") == ["offer"]
        await at(afternoon, MONDAY)
        assert written(afternoon, "jan") == ["offer", "kickoff_seat"]

    async def test_an_offer_that_would_be_over_by_then_comes_all_the_same(
        self, afternoon: Company
    ) -> None:
        assert await afternoon.second.run(may_come_now, "jan", "p2c1:mentee:jan")
        due, asked = MONDAY + timedelta(hours=2), TandemState.ASKED_MENTOR
        await put(afternoon.first, "tandems", Tandem("t", 9, "", "jan", "eva", asked, due, due))
        await afternoon.first.run(lambda uow, _: post(uow, offer_card, "t", "jan"))
        await work_off(afternoon)
        assert written(afternoon, "jan") == ["offer"]

    async def test_whoever_is_left_over_hears_it_with_everybody_else(
        self, afternoon: Company
    ) -> None:
        """At the same moment, whatever else came: nobody can infer anything from the day."""
        assert await afternoon.second.run(may_come_now, "jan", "p2c1:mentee:jan")
        await afternoon.first.run(lambda uow, _: post(uow, left_over_card, "jan", "jan"))
        await work_off(afternoon)
        assert written(afternoon, "jan") == ["left_over"]

    async def test_what_answers_a_press_comes_at_once(self, afternoon: Company) -> None:
        assert await comes(afternoon, "eva")
        await afternoon.first.run(
            lambda uow, moment: post_back(uow, moment, enrolment_card, ASKED, "eva")
        )
        await work_off(afternoon)
        assert written(afternoon) == ["enrolment"]


def test_every_kind_of_notice_keeps_a_rule() -> None:
    """Whoever adds a card that comes by itself decides whether it looks for a day of its own."""
    by_itself = {name for name, view in VIEWS.items() if view.in_hours}
    assert {name for name in by_itself if VIEWS[name].beside} == {"left_over", "closed", "poll"}
    assert set(COMES_OF) == {"offer", "partner_away"}
