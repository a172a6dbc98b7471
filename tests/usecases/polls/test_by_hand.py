"""Two who keep their own dates say when they have met: either of the two, each day once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from mentoring.domain.course import Course
from mentoring.domain.launch import Launch, LaunchState
from mentoring.domain.session import Session
from mentoring.domain.tandem import ByHand, TandemState
from mentoring.usecases.launch.undoing import prospect
from mentoring.usecases.polls.by_hand import say_met, take_back
from mentoring.usecases.sessions.tandem_card import TandemNotice, tandem_card
from tests.usecases.company import (
    NOW,
    TANDEM,
    Company,
    all_of,
    change,
    one,
    person,
    profile,
    put,
    refused,
    remove,
    session,
    shown,
)

TODAY = NOW.date()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
async def by_hand(company: Company) -> Company:
    """Eva and Jan arrange their dates themselves; they began three weeks ago."""
    booked = await all_of(company.first, "sessions", tandem_id=TANDEM)
    await remove(company.first, "sessions", *(each.id for each in booked))
    began = NOW - timedelta(weeks=3)
    launch = Launch("l1", "otto", began.date(), LaunchState.DONE, started_at=began)
    await put(company.first, "launches", launch)
    await change(company.first, "tandems", TANDEM, by_hand=ByHand.DATES, launch_id="l1")
    return company


async def met(company: Company, who: str, day: date | None = None) -> None:
    await company.first.run(say_met, TANDEM, who, day)


async def seen(company: Company, who: str) -> TandemNotice:
    found = await shown(company.first, tandem_card.name, TANDEM, who)
    assert isinstance(found, TandemNotice)
    return found


async def days(company: Company) -> list[date]:
    """On which days they have met, as far as they have said so."""
    found = await all_of(company.first, "sessions", tandem_id=TANDEM)
    return sorted(each.planned.date() for each in found if each.start)


class TestSaying:
    async def test_it_is_a_session_that_has_taken_place_at_once(self, by_hand: Company) -> None:
        await met(by_hand, "eva", YESTERDAY)
        made: Session = await one(by_hand.first, "sessions", session(1))
        assert (made.took_place(NOW), made.minutes, made.outcome) == (True, 120, "met")
        for who in ("eva", "jan"):
            assert (await seen(by_hand, who)).course == Course(1, 6)

    async def test_without_a_day_it_is_today(self, by_hand: Company) -> None:
        await met(by_hand, "eva")
        assert await days(by_hand) == [TODAY]
        assert (await one(by_hand.first, "sessions", session(1))).took_place(NOW)

    async def test_before_anything_is_said_nothing_is_behind_them(self, by_hand: Company) -> None:
        assert (await seen(by_hand, "eva")).course == Course(0, 6)

    @pytest.mark.parametrize("second", ["eva", "jan"])
    async def test_the_same_day_counts_once_whoever_says_it(
        self, by_hand: Company, second: str
    ) -> None:
        await met(by_hand, "eva", YESTERDAY)
        await met(by_hand, second, YESTERDAY)
        assert await days(by_hand) == [YESTERDAY]

    async def test_an_earlier_day_may_be_said_later(self, by_hand: Company) -> None:
        await met(by_hand, "eva", TODAY)
        await met(by_hand, "jan", YESTERDAY)
        assert await days(by_hand) == [YESTERDAY, TODAY]
        assert (await seen(by_hand, "eva")).course == Course(2, 6)

    async def test_beyond_what_is_usual_it_goes_on(self, by_hand: Company) -> None:
        for back in range(7):
            await met(by_hand, "eva", TODAY - timedelta(days=back))
        assert (await seen(by_hand, "eva")).course == Course(7, 7)

    async def test_a_day_to_come_is_refused_by_the_persons_own_clock(
        self, by_hand: Company
    ) -> None:
        with refused("met-in-future", field="met_on"):
            await met(by_hand, "eva", TOMORROW)
        sydney = profile("eva", zone="Australia/Sydney")
        await put(by_hand.first, "people", person("eva", profile=sydney))
        by_hand.clock.moment = datetime(2027, 2, 1, 20, tzinfo=UTC)
        await met(by_hand, "eva", TOMORROW)
        assert (await one(by_hand.first, "sessions", session(1))).took_place(by_hand.clock.moment)

    async def test_a_day_before_the_launch_is_refused(self, by_hand: Company) -> None:
        began = TODAY - timedelta(weeks=3)
        with refused("met-before-launch", field="met_on", since=began.isoformat()):
            await met(by_hand, "eva", began - timedelta(days=1))
        await met(by_hand, "eva", began)
        assert await days(by_hand) == [began]

    async def test_of_dates_in_calendars_the_session_is_asked_after(self, company: Company) -> None:
        with refused("dates-in-calendar"):
            await met(company, "eva")

    @pytest.mark.parametrize("who", ["otto", "dora"])
    async def test_nobody_else_says_it(self, by_hand: Company, who: str) -> None:
        with refused("not-yours"):
            await met(by_hand, who)

    async def test_after_the_end_nobody_does(self, by_hand: Company) -> None:
        await change(by_hand.first, "tandems", TANDEM, state=TandemState.CLOSED)
        with refused("stale"):
            await met(by_hand, "eva")

    async def test_every_reader_sees_the_day_that_was_said(self, by_hand: Company) -> None:
        await met(by_hand, "eva", YESTERDAY)
        [found] = (await seen(by_hand, "eva")).sessions
        zones = ("Pacific/Honolulu", "Europe/Berlin", "Pacific/Kiritimati")
        assert {found.day(zone) for zone in zones} == {YESTERDAY}


class TestTakingBack:
    async def test_who_has_said_it_takes_it_back_once(self, by_hand: Company) -> None:
        await met(by_hand, "eva")
        assert (await seen(by_hand, "eva")).said == (session(1),)
        for _ in range(2):
            await by_hand.first.run(take_back, session(1), "eva")
        assert await days(by_hand) == []
        assert (await seen(by_hand, "eva")).course == Course(0, 6)
        assert (await seen(by_hand, "eva")).said == ()

    async def test_who_has_not_said_it_does_not(self, by_hand: Company) -> None:
        await met(by_hand, "eva")
        assert (await seen(by_hand, "jan")).said == ()
        await by_hand.first.run(take_back, session(1), "jan")
        assert await days(by_hand) == [TODAY]

    async def test_what_the_other_one_says_as_well_stands(self, by_hand: Company) -> None:
        await met(by_hand, "eva")
        await met(by_hand, "jan")
        await by_hand.first.run(take_back, session(1), "eva")
        assert await days(by_hand) == [TODAY]
        await by_hand.first.run(take_back, session(1), "jan")
        assert await days(by_hand) == []

    async def test_the_right_day_takes_its_place(self, by_hand: Company) -> None:
        await met(by_hand, "eva")
        await by_hand.first.run(take_back, session(1), "eva")
        await met(by_hand, "jan", YESTERDAY)
        assert await days(by_hand) == [YESTERDAY]
        assert len(await all_of(by_hand.first, "sessions", tandem_id=TANDEM)) == 1

    @pytest.mark.parametrize("who", ["otto", "dora"])
    async def test_nobody_else_does(self, by_hand: Company, who: str) -> None:
        await met(by_hand, "eva")
        with refused("not-yours"):
            await by_hand.first.run(take_back, session(1), who)


async def test_owners_do_not_learn_who_has_met(by_hand: Company) -> None:
    """Not before a launch is taken back, either, where they read whether sessions are past."""
    await met(by_hand, "eva", YESTERDAY)
    found = await by_hand.first.read(lambda uow, moment: prospect(uow, moment.now, "l1"))
    assert not found.met
