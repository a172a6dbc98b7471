"""After a session: whether the two have met, and when they meet next where they go from session to
session.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.launch import Launch, LaunchState
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, PollState
from mentoring.domain.posting import Posting
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import When
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.session import Outcome
from mentoring.domain.tandem import TandemState
from mentoring.usecases.common.timers import set_timer
from mentoring.usecases.polls.after_session import (
    SILENCE,
    accompany,
    agree_on_the_next,
    session_over,
    session_silence,
    tell,
)
from mentoring.usecases.polls.notice import poll_card
from mentoring.usecases.sessions.reminders import SHOWN_LATE, session_card
from tests.usecases.company import (
    NOW,
    STARTS,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    one,
    put,
    refused,
    session,
    shown,
    told,
)
from tests.usecases.polls.opened import poll_of

END = STARTS[0] + timedelta(hours=2)
OVER = END + SHOWN_LATE

PAUSE = timedelta(days=SchedulingRules().pause_days)


@pytest.fixture
async def watched(company: Company) -> Company:
    """Both are to be reminded of each session, and asked after it."""
    tandem = await one(company.first, "tandems", TANDEM)
    await company.first.run(lambda uow, moment: accompany(uow, tandem, moment))
    return company


class TestTheQuestion:
    """A few minutes after its end, both are asked whether they have met."""

    async def test_both_are_asked_and_nobody_before_it_is_over(self, watched: Company) -> None:
        await watched.at(END)
        assert await told(watched.first, session_card.name) == []
        await watched.at(OVER)
        assert await told(watched.first, session_card.name) == ["eva", "jan"]

    async def test_whoever_was_reminded_is_asked_in_the_same_card(self, watched: Company) -> None:
        key = f"{session_card.name}:{session(1)}:eva:{STARTS[0]:%Y%m%d}"
        await put(
            watched.first,
            "postings",
            Posting(key, session_card.name, session(1), "eva", "chat", activity_id="a", shown=1),
        )
        await watched.at(OVER)
        assert await told(watched.first, session_card.name) == ["eva", "jan"]
        assert (await one(watched.first, "postings", key)).is_behind

    async def test_a_session_that_has_moved_is_asked_about_when_it_is_over(
        self, watched: Company
    ) -> None:
        await change(watched.first, "sessions", session(1), start=STARTS[0] + timedelta(days=1))
        await watched.at(OVER)
        assert await told(watched.first, session_card.name) == []
        await watched.at(OVER + timedelta(days=1))
        assert await told(watched.first, session_card.name) == ["eva", "jan"]

    async def test_while_it_is_rescued_nobody_is_asked(self, watched: Company) -> None:
        await put(watched.first, "polls", poll_of(cause=Cause.DECLINED))
        await watched.at(OVER)
        assert await told(watched.first, session_card.name) == []

    @pytest.mark.parametrize("state", [TandemState.CLOSED, TandemState.LAUNCHING])
    async def test_nor_once_the_tandem_is_over(self, watched: Company, state: TandemState) -> None:
        await change(watched.first, "tandems", TANDEM, state=state)
        await watched.at(OVER)
        assert await told(watched.first, session_card.name) == []

    async def test_nor_about_a_session_that_is_gone(self, watched: Company) -> None:
        await change(watched.first, "sessions", session(1), start=None)
        await watched.store.run(lambda uow: uow.sessions.delete(session(2)))
        await watched.at(STARTS[1] + timedelta(days=1))
        assert await told(watched.first, session_card.name) == []


class TestSilence:
    """Nobody has said that they did not meet: after three days it is taken for a session that took
    place.
    """

    async def lost_after(self, company: Company, moment: datetime) -> int:
        await change(company.first, "tandems", TANDEM, lost_in_a_row=1)
        await company.at(OVER)
        await company.at(moment)
        return int((await one(company.first, "tandems", TANDEM)).lost_in_a_row)

    async def test_nothing_is_lost_in_a_row_any_more(self, watched: Company) -> None:
        assert await self.lost_after(watched, OVER + SILENCE - timedelta(seconds=1)) == 1
        await watched.at(OVER + SILENCE)
        assert (await one(watched.first, "tandems", TANDEM)).lost_in_a_row == 0

    @pytest.mark.parametrize(
        "what", [{"outcome": "missed"}, {"declined": STARTS[0]}, {"start": None}]
    )
    async def test_unless_it_is_known_that_they_did_not(
        self, watched: Company, what: dict[str, Any]
    ) -> None:
        await change(watched.first, "tandems", TANDEM, lost_in_a_row=1)
        await watched.at(OVER)
        await change(watched.first, "sessions", session(1), **what)
        await watched.at(OVER + SILENCE)
        assert (await one(watched.first, "tandems", TANDEM)).lost_in_a_row == 1


class TestTelling:
    """*We met*, or *we did not*; what was said stays with the two."""

    async def said(
        self, company: Company, outcome: Outcome, who: str = "eva", moment: datetime = END
    ) -> None:
        company.clock.moment = moment
        await company.first.run(tell, session(1), who, outcome)

    async def test_whoever_has_met_has_lost_nothing_in_a_row(self, company: Company) -> None:
        await change(company.first, "tandems", TANDEM, lost_in_a_row=1)
        await self.said(company, "met")
        assert (await one(company.first, "sessions", session(1))).outcome == "met"
        assert (await one(company.first, "tandems", TANDEM)).lost_in_a_row == 0

    async def test_whoever_has_not_gets_new_times(self, company: Company) -> None:
        await self.said(company, "missed")
        (poll,) = await all_of(company.first, "polls")
        assert (poll.session_id, poll.cause) == (session(1), Cause.MISSED)
        assert (await one(company.first, "tandems", TANDEM)).lost_in_a_row == 1

    @pytest.mark.parametrize("outcome", ["met", "missed"])
    async def test_both_may_say_the_same(self, company: Company, outcome: Outcome) -> None:
        for who in ("eva", "jan"):
            await self.said(company, outcome, who)
        assert (await one(company.first, "tandems", TANDEM)).lost_in_a_row == (outcome == "missed")

    async def test_a_slip_can_be_put_right_as_long_as_nothing_follows_from_it(
        self, company: Company
    ) -> None:
        await self.said(company, "met")
        await self.said(company, "missed")
        assert (await one(company.first, "sessions", session(1))).outcome == "missed"
        with refused("stale"):
            await self.said(company, "met")

    @pytest.mark.parametrize("outcome", ["met", "missed"])
    async def test_each_answers_for_themselves(self, watched: Company, outcome: Outcome) -> None:
        """Whatever one says, the other one is still asked, and reads nothing of it."""
        await watched.at(OVER)
        await self.said(watched, outcome, moment=OVER)
        hers, his = [await self.shown_to(watched, who) for who in ("eva", "jan")]
        assert (hers.said, his.said, his.rearranged) == (outcome, "", False)
        await self.said(watched, "met", "jan", moment=OVER)
        assert [(await self.shown_to(watched, who)).said for who in ("eva", "jan")] == [
            outcome,
            "met",
        ]
        assert await told(watched.first, session_card.name) == ["eva", "jan"]

    async def shown_to(self, company: Company, who: str) -> Any:
        """The session's card as one of the two sees it."""
        return await shown(company.first, session_card.name, session(1), who)

    async def test_a_yes_does_not_take_back_the_others_no(self, company: Company) -> None:
        await self.said(company, "missed", "jan")
        await self.said(company, "met")
        assert (await one(company.first, "tandems", TANDEM)).lost_in_a_row == 1
        assert len(await all_of(company.first, "polls")) == 1

    async def test_what_was_known_before_each_was_asked_alone_is_still_shown(
        self, company: Company
    ) -> None:
        company.clock.moment = END
        await change(company.first, "sessions", session(1), outcome="met")
        assert [(await self.shown_to(company, who)).said for who in ("eva", "jan")] == ["met"] * 2

    async def test_whoever_keeps_the_calendar_reads_only_that_a_new_time_is_wanted(
        self, company: Company
    ) -> None:
        await enrol(company.first, Role.MENTEE, "eva", When(deputy=("dora",)))
        await self.said(company, "missed", "jan")
        poll = poll_of(state=PollState.OPEN, cause=Cause.MISSED)
        await put(company.first, "polls", poll)
        seen = await shown(company.first, poll_card.name, poll.id, "dora", view=Role.MENTEE)
        voices = Words("de"), Words("de", formal=True), Words("en")
        said = " ".join(str(render(seen, words).content) for words in voices)
        assert [phrase for phrase in ("getroffen", "did not") if phrase in said] == []

    async def test_an_executive_who_says_so_may_choose_the_new_time_beside_her_deputy(
        self, company: Company
    ) -> None:
        """It went to the deputy alone, and who had said so was not told (U26)."""
        await enrol(company.first, Role.MENTEE, "eva", When(deputy=("dora",)))
        for who, asked in (("jan", []), ("eva", ["eva"])):
            await self.said(company, "missed", who)
            assert await told(company.first, poll_card.name) == asked

    async def test_not_before_it_is_over(self, company: Company) -> None:
        with refused("session-not-over"):
            await self.said(company, "met", moment=END - timedelta(seconds=1))

    async def test_only_the_two_say_it(self, company: Company) -> None:
        """Not even whoever keeps a calendar knows whether they have met."""
        await enrol(company.first, Role.MENTEE, "eva", When(deputy=("dora",)))
        for who in ("dora", "otto", "ada"):
            with refused("not-yours"):
                await self.said(company, "met", who)

    async def test_not_once_the_tandem_is_over(self, company: Company) -> None:
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        with refused("stale"):
            await self.said(company, "met")

    async def test_another_programme_does_not_know_the_session(self, company: Company) -> None:
        company.clock.moment = END
        with refused("gone"):
            await company.second.run(tell, session(1), "jan", "met")


class TestTheNextOne:
    """Where the two go from session to session, the next one is looked for as long as the cycle
    lasts.
    """

    async def follow(self, company: Company, number: int = 6) -> list[tuple[int, datetime]]:
        """Number and place of the session that is looked for after this one."""
        tandem = await one(company.first, "tandems", TANDEM)
        last = await one(company.first, "sessions", session(number))
        await company.first.run(
            lambda uow, moment: agree_on_the_next(uow, moment, tandem, last, moment.now)
        )
        polls = await all_of(company.first, "polls", cause=Cause.NEXT)
        made = [await one(company.first, "sessions", poll.session_id) for poll in polls]
        return [(each.number, each.planned) for each in made]

    @pytest.fixture
    async def free(self, company: Company) -> Company:
        """Jan and Eva go from session to session; the last one is over."""
        await change(company.first, "tandems", TANDEM, rhythm="tandem", minutes=90)
        company.clock.moment = STARTS[5] + timedelta(hours=2)
        return company

    async def test_four_weeks_after_the_last_one(self, free: Company) -> None:
        assert await self.follow(free) == [(7, STARTS[5] + PAUSE)]
        made = await one(free.first, "sessions", session(7))
        assert (made.start, made.state, made.minutes) == (None, "open", 90)

    async def test_asked_twice_once(self, free: Company) -> None:
        await self.follow(free)
        assert len(await self.follow(free)) == 1

    async def test_not_while_another_one_is_to_come(self, free: Company) -> None:
        assert await self.follow(free, 5) == []

    async def test_where_the_programme_leaves_it_to_the_tandems(self, company: Company) -> None:
        await company.set_up(Programme(sessions=SchedulingRules(rhythm="tandem")))
        assert len(await self.follow(company)) == 1

    async def test_not_where_a_series_repeats(self, company: Company) -> None:
        assert await self.follow(company) == []

    @pytest.mark.parametrize(("months", "left"), [(6, 1), (5, 0)])
    async def test_not_after_the_cycle(self, free: Company, months: int, left: int) -> None:
        """It began at the beginning of March, and the session in question would be in the middle of
        August.
        """
        await free.set_up(Programme(sessions=SchedulingRules(months=months)))
        await put(
            free.first,
            "launches",
            Launch("l", "otto", NOW.date().replace(month=3), LaunchState.DONE),
        )
        await change(free.first, "tandems", TANDEM, launch_id="l")
        assert len(await self.follow(free)) == left

    @pytest.mark.parametrize(("number", "left"), [(7, 1), (6, 0)])
    async def test_not_after_as_many_as_the_programme_says(
        self, free: Company, number: int, left: int
    ) -> None:
        await free.set_up(Programme(sessions=SchedulingRules(number=number)))
        assert len(await self.follow(free)) == left

    async def test_the_programme_says_how_long_the_pause_is(self, free: Company) -> None:
        await free.set_up(Programme(sessions=SchedulingRules(pause_days=14)))
        assert await self.follow(free) == [(7, STARTS[5] + timedelta(days=14))]

    async def test_after_one_that_was_skipped_it_lies_ahead(self, free: Company) -> None:
        await change(free.first, "sessions", session(6), start=None)
        assert await self.follow(free) == [(7, free.clock.moment + PAUSE)]


async def test_a_timer_of_something_gone_does_nothing(company: Company) -> None:
    for due in (session_over, session_silence):
        await company.first.run(lambda uow, _, d: set_timer(uow, d, "p1c1.nothing:001", NOW), due)
    await company.at(NOW)
    assert await all_of(company.first, "timers") == []


async def test_a_session_that_ends_a_rescue_is_asked_about_again(watched: Company) -> None:
    """A poll that is booked or closed keeps nobody from being asked."""
    await put(
        watched.first,
        "polls",
        poll_of(state=PollState.BOOKED),
        replace(poll_of(state=PollState.CLOSED), id="poll-2"),
    )
    await watched.at(OVER)
    assert await told(watched.first, session_card.name) == ["eva", "jan"]
