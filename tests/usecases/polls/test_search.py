"""Times for a session are looked for between its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Option, Poll, PollState
from mentoring.domain.session import Session, moved_to, without_slot
from mentoring.domain.watching import Absence
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.polls import opening
from mentoring.usecases.polls.lost_sessions import lose
from mentoring.usecases.polls.notice import poll_card
from mentoring.usecases.polls.opening import find_slots
from mentoring.usecases.polls.search import FAR
from tests.usecases.company import (
    NOW,
    OTHER,
    STARTS,
    TANDEM,
    Company,
    all_of,
    one,
    put,
    refused,
    session,
    told,
)
from tests.usecases.polls.opened import DAY, KEY, OPTIONS, opened, the_poll
from tests.usecases.polls.searched import (
    SEARCHING,
    TODAY,
    WHOLE,
    days_of,
    fill,
    found,
    leave_free,
    sessions_in,
)


class TestOneSession:
    """Three slots that are free for both, on three days."""

    async def test_they_are_put_to_both(self, company: Company) -> None:
        poll = await found(company)
        assert poll.state is PollState.OPEN
        assert len(set(days_of(poll.options))) == 3
        assert {(option.sure, bool(option.costs)) for option in poll.options} == {(True, False)}
        assert await told(company.first, poll_card.name) == ["eva", "jan"]

    async def test_they_lie_between_the_neighbouring_sessions(self, company: Company) -> None:
        poll = await found(company, session_id=session(2))
        assert all(STARTS[0].date() < day < STARTS[2].date() for day in days_of(poll.options))

    async def test_not_where_the_session_lies_now_nor_where_times_did_not_suit(
        self, company: Company
    ) -> None:
        seen = tuple(option.start for option in (await found(company)).options)
        again = await found(company, round=2, seen=seen)
        new = {option.start for option in again.options}
        assert len(new) == 3
        assert not new & {STARTS[0], *seen}

    async def test_not_on_a_day_on_which_one_meets_somebody_else(self, company: Company) -> None:
        """Jan meets Ada of the other programme on the Thursday; Eva's Wednesday and Friday are
        full.
        """
        taken = [
            start.start.date() for start in await all_of(company.first, "sessions", tandem_id=OTHER)
        ]
        fill(company, "eva", STARTS[0].date() - 5 * DAY, 6)
        assert STARTS[0].date() + 2 * DAY in taken
        assert not set(days_of((await found(company)).options)) & set(taken)

    async def test_only_where_both_are_free(self, company: Company) -> None:
        fill(company, "eva", TODAY, 12)
        assert min(days_of((await found(company)).options)) >= TODAY + 12 * DAY

    async def test_if_there_is_nothing_near_anywhere_in_the_next_weeks(
        self, company: Company
    ) -> None:
        fill(company, "eva", TODAY, 40)
        poll = await found(company)
        assert all(TODAY + 40 * DAY <= day <= TODAY + FAR for day in days_of(poll.options))

    async def test_if_there_is_none_at_all_the_least_bad_one_with_what_it_costs(
        self, company: Company
    ) -> None:
        fill(company, "eva", TODAY, 100)
        (option,) = (await found(company)).options
        assert {role: [each.code for each in costs] for role, costs in option.costs.items()} == {
            Role.MENTEE: ["offer-taken"]
        }

    async def test_a_calendar_that_cannot_be_read_makes_them_unsure(self, company: Company) -> None:
        company.outlook.closed = {"eva"}
        assert {option.sure for option in (await found(company)).options} == {False}

    async def test_after_an_absence_not_before_it_ends(self, company: Company) -> None:
        back = STARTS[0] + 10 * DAY
        poll = await found(company, cause=Cause.AWAY, not_before=back)
        assert min(days_of(poll.options)) >= back.date()

    async def test_nobody_is_asked_to_come_in_their_pause(self, company: Company) -> None:
        await put(company.second, "absences", Absence("jan", NOW, TODAY + 15 * DAY))
        assert min(days_of((await found(company)).options)) > TODAY + 15 * DAY

    async def test_a_shorter_session_fits_where_the_longer_does_not(self, company: Company) -> None:
        await found(company, minutes=60)
        assert (await the_poll(company)).minutes == 60
        assert len((await the_poll(company)).options) == 3


class TestTimesGivenUp:
    """A session is never offered at a time that was given up for it (C1)."""

    LENGTH = timedelta(minutes=120)

    async def lose(self, company: Company, cause: Cause, *numbers: int) -> Sequence[Poll]:
        """These sessions are lost; the polls for which times were found."""

        def unit(uow: UnitOfWork, moment: Moment) -> None:
            lost = [uow.sessions.need(session(number)) for number in numbers]
            lose(uow, moment, uow.tandems.need(TANDEM), lost, cause, "", moment.now)

        await company.first.run(unit)
        for number in numbers if cause is Cause.CANCELLED else ():
            self.no_event_at(company, STARTS[number - 1])
        for poll in await all_of(company.first, "polls", state=PollState.SEARCHING):
            await find_slots(company.first, poll.id)
        found: Sequence[Poll] = await all_of(company.first, "polls", state=PollState.OPEN)
        return found

    def no_event_at(self, company: Company, start: datetime) -> None:
        """It is gone from both calendars, which do not keep clear of it any more."""
        events = company.outlook.events
        for key in [key for key, each in events.items() if each.start == start]:
            del events[key]

    def clear(self, options: Sequence[Option], *given_up: datetime) -> bool:
        """Whether none of the options overlaps one of these times."""
        starts = [
            each.start
            for option in options
            for each in (sessions_in(option) if option.series else [option])
            if each.start
        ]
        return bool(starts) and all(
            abs(start - at) >= self.LENGTH for start in starts for at in given_up
        )

    @pytest.mark.parametrize("cause", [Cause.CANCELLED, Cause.DECLINED])
    async def test_a_lost_session(self, company: Company, cause: Cause) -> None:
        (poll,) = await self.lose(company, cause, 2)
        assert self.clear(poll.options, STARTS[1])

    async def test_the_time_that_one_would_like_to_leave(self, company: Company) -> None:
        leave_free(company, "eva", STARTS[1], STARTS[1] + DAY)
        poll = await found(company, session_id=session(2))
        assert [option.start for option in poll.options] == [STARTS[1] + DAY]

    async def test_also_after_two_losses_in_a_row(self, company: Company) -> None:
        """It was moved in between, and is lost again at its new time."""
        (first,) = await self.lose(company, Cause.DECLINED, 2)
        declined: Session = await one(company.first, "sessions", session(2))
        second = first.options[0].start
        self.no_event_at(company, STARTS[1])
        await put(company.first, "sessions", moved_to(declined, second, 120))
        await put(company.first, "polls", replace(first, state=PollState.BOOKED))
        leave_free(company, "eva", STARTS[1], second, STARTS[1] + DAY)
        (poll,) = await self.lose(company, Cause.DECLINED, 2)
        assert [option.start for option in poll.options] == [STARTS[1] + DAY]

    async def test_a_skipped_session_that_is_looked_for_after_all(self, company: Company) -> None:
        skipped = without_slot(await one(company.first, "sessions", session(2)))
        await put(company.first, "sessions", replace(skipped, state="cancelled"))
        poll = await found(company, session_id=session(2))
        assert self.clear(poll.options, STARTS[1])

    @pytest.mark.parametrize("cause", [Cause.CANCELLED, Cause.DECLINED])
    async def test_a_whole_series(self, company: Company, cause: Cause) -> None:
        leave_free(company, "eva", *STARTS, *(start + DAY for start in STARTS))
        (poll,) = await self.lose(company, cause, 1, 2, 3, 4, 5, 6)
        assert self.clear(poll.options, *STARTS)

    async def test_where_nothing_is_free_the_least_bad_time_is_another_one(
        self, company: Company
    ) -> None:
        fill(company, "eva", TODAY, 150)
        (poll,) = await self.lose(company, Cause.CANCELLED, 2)
        assert self.clear(poll.options, STARTS[1])


class TestAWish:
    """The time that one has proposed in Outlook stands first, if it is free for both."""

    WISHED = STARTS[0] + DAY

    async def test_it_stands_first_and_is_accepted_by_whoever_wished_it(
        self, company: Company
    ) -> None:
        poll = await found(company, cause=Cause.PROPOSED, asked_by=Role.MENTEE, wished=self.WISHED)
        assert poll.options[0].start == self.WISHED
        assert len(poll.options) == 3
        assert poll.accepted == {Role.MENTEE: (0,)}

    async def test_one_that_is_not_free_is_left_out(self, company: Company) -> None:
        fill(company, "jan", self.WISHED.date(), 1)
        poll = await found(company, cause=Cause.PROPOSED, asked_by=Role.MENTEE, wished=self.WISHED)
        assert self.WISHED not in {option.start for option in poll.options}
        assert poll.accepted == {Role.MENTEE: ()}


class TestNothingToPut:
    """Then there is nothing to agree on any more, and both read that they had better talk."""

    async def test_it_is_closed_and_shown(self, company: Company) -> None:
        """There is no series at all in which a single session would have a time."""
        fill(company, "eva", TODAY, 300)
        assert (await found(company, **WHOLE)).state is PollState.CLOSED
        assert await told(company.first, poll_card.name) == ["eva", "jan"]

    @pytest.mark.parametrize(
        "state", [PollState.OPEN, PollState.BOOKING, PollState.BOOKED, PollState.CLOSED]
    )
    async def test_a_poll_that_looks_for_nothing_stays_as_it_is(
        self, company: Company, state: PollState
    ) -> None:
        before = await opened(company, state=state)
        await find_slots(company.first, KEY)
        assert await the_poll(company) == before

    async def test_one_that_is_gone_is_nobodys_business(self, company: Company) -> None:
        await find_slots(company.first, "poll-9")
        assert await all_of(company.first, "polls") == []

    @pytest.mark.parametrize("meanwhile", [{"round": 2}, {"state": PollState.CLOSED}])
    async def test_what_was_found_for_an_earlier_round_is_put_to_nobody(
        self, company: Company, meanwhile: dict[str, Any]
    ) -> None:
        asked = await opened(company, **SEARCHING)
        now = await opened(company, **{**SEARCHING, **meanwhile})
        await company.first.run(lambda uow, moment: opening._found(uow, moment, asked, OPTIONS))
        assert await the_poll(company) == now

    async def test_another_programme_looks_for_nothing(self, company: Company) -> None:
        await opened(company, **SEARCHING)
        with refused("gone"):
            await find_slots(company.second, KEY)
