"""Beginning to agree: times are looked for and put to both, and who is silent is asked once
more.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from mentoring.domain.people import Role
from mentoring.domain.poll import MOST_ROUNDS, Cause, Option, Poll, PollState, WantedPoll
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import When
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.session import moved_to
from mentoring.usecases.polls import polls
from mentoring.usecases.polls.after_session import accompany
from mentoring.usecases.polls.living_polls import living
from mentoring.usecases.polls.notice import poll_card
from mentoring.usecases.polls.opening import (
    ALL_AT_LEAST,
    ASK_AGAIN,
    AT_LEAST,
    TOO_NEAR,
    agree,
    put_to_both,
)
from mentoring.usecases.sessions.reminders import session_card
from tests.usecases.company import (
    NOW,
    OTHER,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    enrol,
    one,
    put,
    session,
    told,
)
from tests.usecases.polls.opened import DAY, KEY, OPTIONS, agreed, opened, poll_of, the_poll

WANTED = WantedPoll(TANDEM, session(1), Cause.ASKED, 120, NOW)


async def change_hours(company: Company, key: str, begins: time, ends: time) -> None:
    """Somebody works at other hours."""
    found = await one(company.first, "people", key)
    profile = replace(found.profile, working_hours=(begins, ends))
    await put(company.first, "people", replace(found, profile=profile))


async def begin(company: Company, wanted: WantedPoll = WANTED) -> Poll:
    return await company.first.run(lambda uow, _: agree(uow, wanted))


async def state(company: Company, key: str) -> PollState:
    found: Poll = await one(company.first, "polls", key)
    return found.state


class TestBeginning:
    """What is under way stays, and a new series takes the place of single sessions."""

    async def test_times_are_looked_for(self, company: Company) -> None:
        made = await begin(company)
        assert await asked_for(company.first, "find_slots") == [made.id]
        assert made == WANTED.begun(made.id)

    async def test_times_that_are_known_are_put_to_both_at_once(self, company: Company) -> None:
        made = await begin(company, replace(WANTED, options=OPTIONS))
        assert await state(company, made.id) is PollState.OPEN
        assert await told(company.first, poll_card.name) == ["eva", "jan"]
        assert await asked_for(company.first, "find_slots") == []

    async def test_asked_twice_it_is_one_poll(self, company: Company) -> None:
        first = await begin(company)
        assert (await begin(company)).id == first.id
        assert len(await all_of(company.first, "polls")) == 1

    async def test_what_is_over_does_not_keep_anybody_from_asking_anew(
        self, company: Company
    ) -> None:
        await opened(company, state=PollState.BOOKED)
        assert (await begin(company)).id != KEY

    async def test_a_new_series_leaves_nothing_to_agree_on_singly(self, company: Company) -> None:
        single = await begin(company)
        whole = await begin(company, replace(WANTED, session_id=""))
        assert await state(company, single.id) is PollState.CLOSED
        assert await state(company, whole.id) is PollState.SEARCHING

    async def test_what_another_tandem_agrees_on_goes_on(self, company: Company) -> None:
        await company.second.run(
            lambda uow, _: agree(
                uow, replace(WANTED, tandem_id=OTHER, session_id=session(1, OTHER))
            )
        )
        await begin(company, replace(WANTED, session_id=""))
        assert [
            each.state for each in await company.second.read(lambda uow, _: living(uow, OTHER))
        ] == [PollState.SEARCHING]


class TestPuttingTimesToBoth:
    """Both sides, or whoever keeps their calendar, get one card."""

    async def put(self, company: Company, *options: Option) -> None:
        poll = await opened(company, state=PollState.SEARCHING, options=())
        await company.first.run(lambda uow, _: put_to_both(uow, poll, options, NOW))

    async def test_a_deputy_answers_for_whoever_has_one(self, company: Company) -> None:
        await enrol(company.first, Role.MENTEE, "eva", When(deputy=("dora",)))
        await self.put(company, *OPTIONS)
        found = {
            posting.person_id: posting.view
            for posting in await all_of(company.first, "postings", kind=poll_card.name)
        }
        assert found == {"dora": Role.MENTEE, "jan": Role.MENTOR}

    async def test_a_second_round_is_shown_in_the_same_cards(self, company: Company) -> None:
        for _ in range(2):
            await self.put(company, *OPTIONS)
        assert await told(company.first, poll_card.name) == ["eva", "jan"]

    @pytest.mark.parametrize(
        ("first", "due"),
        [
            (NOW + 9 * DAY, NOW + ASK_AGAIN),
            (NOW + 2 * DAY, NOW + 2 * DAY - TOO_NEAR),
            (NOW + timedelta(hours=3), NOW + AT_LEAST),
        ],
    )
    async def test_silence_is_noticed_after_two_days_or_before_the_first_time_comes_near(
        self, company: Company, first: Any, due: Any
    ) -> None:
        await self.put(company, Option(first), Option(first + DAY))
        (timer,) = await all_of(company.first, "timers", kind="poll-due")
        assert (timer.subject_id, timer.due_at) == (KEY, due)

    async def test_who_proposed_a_time_in_outlook_has_accepted_it(self, company: Company) -> None:
        poll = await opened(
            company, state=PollState.SEARCHING, asked_by=Role.MENTEE, wished=OPTIONS[1].start
        )
        await company.first.run(lambda uow, _: put_to_both(uow, poll, OPTIONS, NOW))
        assert (await the_poll(company)).accepted == {Role.MENTEE: (1,)}


class TestSilence:
    """Whoever has not answered is asked once more; times that have come too near are replaced."""

    async def asked(self, company: Company, **changes: Any) -> None:
        await company.first.run(
            lambda uow, moment: put_to_both(uow, poll_of(**changes), OPTIONS, moment.now)
        )

    async def test_only_the_side_that_is_silent_is_asked_again(self, company: Company) -> None:
        await self.asked(company)
        await company.first.run(polls.accept, KEY, Role.MENTOR, 0, 1, "jan")
        await company.at(NOW + ASK_AGAIN)
        assert await told(company.first, poll_card.name) == ["eva", "eva", "jan"]

    async def test_where_a_deputy_is_silent_the_person_is_asked_too(self, company: Company) -> None:
        await enrol(company.first, Role.MENTEE, "eva", When(deputy=("dora",)))
        await self.asked(company)
        await company.first.run(polls.accept, KEY, Role.MENTOR, 0, 1, "jan")
        await company.at(NOW + ASK_AGAIN)
        assert await told(company.first, poll_card.name) == ["dora", "dora", "eva", "jan"]

    @pytest.mark.parametrize(
        ("quiet", "then"),
        [
            (datetime(2027, 3, 26, 9, tzinfo=UTC), datetime(2027, 3, 30, 9, tzinfo=UTC)),  # Easter
            (datetime(2027, 3, 2, 9, tzinfo=UTC), datetime(2027, 3, 3, 9, tzinfo=UTC)),  # closed
            (datetime(2027, 3, 3, 20, tzinfo=UTC), datetime(2027, 3, 4, 9, tzinfo=UTC)),  # a night
        ],
    )
    async def test_nobody_is_asked_again_outside_their_working_hours(
        self, company: Company, quiet: datetime, then: datetime
    ) -> None:
        """Not on a holiday, nor while the company is closed (U25)."""
        closed = SchedulingRules(closing_days=(date(2027, 3, 2),))
        await company.set_up(Programme(name="Tandem Nord", sessions=closed))
        company.clock.moment = quiet - ASK_AGAIN
        later = tuple(Option(quiet + days * DAY) for days in (9, 11))
        await company.first.run(
            lambda uow, moment: put_to_both(uow, poll_of(options=later), later, moment.now)
        )
        await company.at(quiet)
        assert await told(company.first, poll_card.name) == ["eva", "jan"]
        await company.at(then)
        assert await told(company.first, poll_card.name) == ["eva", "eva", "jan", "jan"]

    async def test_who_has_answered_by_then_is_not_asked(self, company: Company) -> None:
        await change_hours(company, "eva", time(12), time(17))
        await self.asked(company)
        await company.at(NOW + ASK_AGAIN)
        assert await told(company.first, poll_card.name) == ["eva", "jan", "jan"]
        await company.first.run(polls.accept, KEY, Role.MENTEE, 0, 1, "eva")
        await company.at(NOW + ASK_AGAIN + DAY)
        assert await told(company.first, poll_card.name) == ["eva", "jan", "jan"]

    async def test_times_that_have_come_near_are_replaced(self, company: Company) -> None:
        await self.asked(company)
        await company.at(OPTIONS[0].start - TOO_NEAR)
        poll = await the_poll(company)
        assert (poll.state, poll.round, poll.taken) == (PollState.SEARCHING, 2, False)

    async def test_what_is_settled_by_then_is_asked_about_no_more(self, company: Company) -> None:
        await self.asked(company)
        await put(company.first, "polls", agreed())
        await company.at(OPTIONS[0].start)
        assert await told(company.first, poll_card.name) == ["eva", "jan"]

    async def test_after_too_many_rounds_the_two_are_left_to_talk(self, company: Company) -> None:
        await self.asked(company, round=MOST_ROUNDS)
        await company.at(OPTIONS[0].start - TOO_NEAR)
        assert await state(company, KEY) is PollState.CLOSED
        assert await asked_for(company.first, "find_slots") == []


class TestTheTimeOfARequest:
    """Whoever would like another time may be answered until the session's own time (U21)."""

    async def test_it_ends_when_its_session_begins(self, company: Company) -> None:
        made = await begin(company, replace(WANTED, options=OPTIONS))
        await company.at(STARTS[0] - timedelta(minutes=1))
        assert await state(company, made.id) in {PollState.OPEN, PollState.SEARCHING}
        await company.at(STARTS[0])
        assert await state(company, made.id) is PollState.LEFT
        assert (await one(company.first, "sessions", session(1))).start == STARTS[0]

    async def test_the_two_are_asked_whether_they_met(self, company: Company) -> None:
        tandem = await one(company.first, "tandems", TANDEM)
        await company.first.run(lambda uow, moment: accompany(uow, tandem, moment))
        await begin(company, replace(WANTED, options=OPTIONS))
        await company.at(STARTS[0] + timedelta(hours=3))
        assert await told(company.first, session_card.name) == ["eva", "jan"]

    async def test_it_follows_a_session_that_moves_meanwhile(self, company: Company) -> None:
        made = await begin(company, replace(WANTED, options=OPTIONS))
        found = await one(company.first, "sessions", session(1))
        await put(company.first, "sessions", moved_to(found, STARTS[0] + DAY, 120))
        await company.at(STARTS[0])
        assert await state(company, made.id) is not PollState.LEFT
        await company.at(STARTS[0] + DAY)
        assert await state(company, made.id) is PollState.LEFT

    async def test_about_all_sessions_it_ends_with_the_next_one_or_after_two_weeks(
        self, company: Company
    ) -> None:
        whole = replace(WANTED, session_id="", cause=Cause.CHANGE, options=OPTIONS)
        made = await begin(company, whole)
        await company.at(STARTS[0])
        assert await state(company, made.id) is not PollState.LEFT
        await company.at(NOW + ALL_AT_LEAST)
        assert await state(company, made.id) is PollState.LEFT

    @pytest.mark.parametrize("cause", [Cause.DECLINED, Cause.MISSED, Cause.NEXT])
    async def test_what_nobody_asked_for_does_not_end(self, company: Company, cause: Cause) -> None:
        made = await begin(company, replace(WANTED, cause=cause, options=OPTIONS))
        await company.at(STARTS[0])
        assert await state(company, made.id) is not PollState.LEFT
