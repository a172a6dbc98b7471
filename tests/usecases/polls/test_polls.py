"""Agreeing on a time: it is put to both, whoever keeps a calendar answers for its owner, and what
both accept is booked.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from mentoring.domain.people import Role
from mentoring.domain.poll import MOST_ROUNDS, Cause, Option, Poll, PollState, WantedPoll
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import When
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.session import without_slot
from mentoring.domain.tandem import TandemState
from mentoring.ports.world import World
from mentoring.usecases.common.hours import comes_by_itself
from mentoring.usecases.polls import polls
from mentoring.usecases.polls.living_polls import running
from mentoring.usecases.polls.notice import poll_card
from mentoring.usecases.polls.opening import agree, find_slots
from tests.bench.support.programme import NOW as BUSY_NOW
from tests.bench.support.programme import tandem_id
from tests.usecases.busy import RUNNING, at_once
from tests.usecases.company import (
    NOW,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    one,
    put,
    refused,
    session,
    told,
)
from tests.usecases.polls.opened import DAY, KEY, OPTIONS, opened, poll_of, the_poll

WANTED = WantedPoll(TANDEM, session(1), Cause.ASKED, 120, NOW)


async def begin(company: Company, wanted: WantedPoll = WANTED) -> Poll:
    return await company.first.run(lambda uow, _: agree(uow, wanted))


async def state(company: Company, key: str) -> PollState:
    found: Poll = await one(company.first, "polls", key)
    return found.state


class TestAccepting:
    """The first time that suits both is booked."""

    async def accept(
        self, company: Company, role: Role, who: str = "", number: int = 0, round_: int = 1
    ) -> None:
        who = who or {Role.MENTOR: "jan", Role.MENTEE: "eva"}[role]
        await company.first.run(polls.accept, KEY, role, number, round_, who)

    async def test_one_yes_books_nothing(self, company: Company) -> None:
        await opened(company)
        for _ in range(2):
            await self.accept(company, Role.MENTOR)
        assert (await the_poll(company)).accepted == {Role.MENTOR: (0,)}
        assert await asked_for(company.first, "book_slot") == []

    async def test_two_for_different_times_book_nothing(self, company: Company) -> None:
        await opened(company)
        await self.accept(company, Role.MENTOR, number=0)
        await self.accept(company, Role.MENTEE, number=1)
        assert await state(company, KEY) is PollState.OPEN

    async def test_two_for_the_same_time_book_it_once(self, company: Company) -> None:
        await opened(company)
        for role in Role:
            await self.accept(company, role)
        assert await state(company, KEY) is PollState.BOOKING
        assert await asked_for(company.first, "book_slot") == [KEY]

    async def test_a_deputy_accepts_for_their_own_side(self, company: Company) -> None:
        await enrol(company.first, Role.MENTEE, "eva", When(deputy=("dora",)))
        await opened(company)
        await self.accept(company, Role.MENTEE, "dora")
        with refused("not-yours"):
            await self.accept(company, Role.MENTOR, "dora")

    @pytest.mark.parametrize(
        ("role", "who"), [(Role.MENTEE, "jan"), (Role.MENTOR, "eva"), (Role.MENTOR, "otto")]
    )
    async def test_nobody_accepts_for_the_other_side(
        self, company: Company, role: Role, who: str
    ) -> None:
        await opened(company)
        with refused("not-yours"):
            await self.accept(company, role, who)

    @pytest.mark.parametrize(
        ("changes", "number", "round_"),
        [
            ({"round": 2}, 0, 1),
            ({}, 3, 1),
            ({}, -1, 1),
            ({"state": PollState.SEARCHING}, 0, 1),
            ({"state": PollState.BOOKING}, 0, 1),
            ({"state": PollState.BOOKED}, 0, 1),
            ({"state": PollState.CLOSED}, 0, 1),
            ({"options": (Option(NOW),)}, 0, 1),
        ],
    )
    async def test_what_is_no_longer_put_cannot_be_accepted(
        self, company: Company, changes: dict[str, Any], number: int, round_: int
    ) -> None:
        await opened(company, **changes)
        with refused("stale"):
            await self.accept(company, Role.MENTOR, number=number, round_=round_)

    async def test_a_day_on_which_one_meets_another_tandem_by_now_is_put_no_longer(
        self, company: Company
    ) -> None:
        """Jan's Thursday belongs to Ada, in another programme."""
        thursday = Option(STARTS[0] + 2 * DAY + timedelta(hours=4))
        await opened(company, options=(thursday,))
        for role in Role:
            await self.accept(company, role)
        poll = await the_poll(company)
        assert (poll.state, poll.round, poll.taken, poll.seen) == (
            PollState.SEARCHING,
            2,
            True,
            (thursday.start,),
        )
        assert await asked_for(company.first, "find_slots") == [KEY]
        assert await asked_for(company.first, "book_slot") == []

    async def test_another_programme_cannot_answer(self, company: Company) -> None:
        await opened(company)
        with refused("gone"):
            await company.second.run(polls.accept, KEY, Role.MENTOR, 0, 1, "jan")


async def test_both_who_accept_at_the_same_moment_have_it_booked_once(busy: World) -> None:
    tandem, start = tandem_id(RUNNING[0]), BUSY_NOW + 9 * DAY
    poll = poll_of(tandem_id=tandem, session_id=f"{tandem}:001", options=(Option(start),))
    await put(busy, "polls", poll)
    people = {Role.MENTOR: f"mentor{RUNNING[0]:05d}", Role.MENTEE: f"mentee{RUNNING[0]:05d}"}
    outcome = await at_once(
        busy, polls.accept, *[(KEY, role, 0, 1, who) for role, who in people.items()]
    )
    assert (outcome.done, outcome.refused) == (2, [])
    assert await asked_for(busy, "book_slot") == [KEY]


class TestOtherTimes:
    """None of these suits: other times are looked for, beside all that were put before."""

    async def ask(
        self, company: Company, who: str = "eva", round_: int = 1, minutes: int = 0
    ) -> None:
        await company.first.run(polls.other_times, KEY, Role.MENTEE, round_, who, minutes=minutes)

    async def test_nothing_is_put_a_second_time(self, company: Company) -> None:
        await opened(company)
        await self.ask(company)
        poll = await the_poll(company)
        assert (poll.state, poll.round, poll.options) == (PollState.SEARCHING, 2, ())
        assert poll.seen == tuple(option.start for option in OPTIONS)
        assert await asked_for(company.first, "find_slots") == [KEY]

    async def test_a_shorter_session_may_lie_where_the_longer_did_not_fit(
        self, company: Company
    ) -> None:
        await opened(company)
        await self.ask(company, minutes=60)
        poll = await the_poll(company)
        assert (poll.minutes, poll.seen) == (60, ())

    @pytest.mark.parametrize(
        ("changes", "asked", "code"),
        [
            ({"round": 2}, {}, "stale"),
            ({"state": PollState.BOOKED}, {}, "stale"),
            ({}, {"who": "jan"}, "not-yours"),
            ({}, {"minutes": 80}, "length-not-allowed"),
            ({"round": MOST_ROUNDS}, {"round_": MOST_ROUNDS}, "poll-enough"),
        ],
    )
    async def test_what_is_refused(
        self, company: Company, changes: Any, asked: Any, code: str
    ) -> None:
        before = await opened(company, **changes)
        with refused(code):
            await self.ask(company, **asked)
        assert await the_poll(company) == before

    async def test_the_programme_says_which_lengths_there_are(self, company: Company) -> None:
        await company.set_up(Programme(sessions=SchedulingRules(lengths=(90,))))
        await opened(company)
        with refused("length-not-allowed"):
            await self.ask(company, minutes=60)


class TestAskingForAnotherTime:
    """One of the two, or their deputy, would like another time for one session."""

    @pytest.mark.parametrize("who", ["jan", "eva", "dora"])
    async def test_times_are_looked_for_once(self, company: Company, who: str) -> None:
        await enrol(company.first, Role.MENTEE, "eva", When(deputy=("dora",)))
        for _ in range(2):
            await company.first.run(polls.ask, session(2), who)
        (made,) = await all_of(company.first, "polls")
        assert (made.session_id, made.cause, made.minutes) == (session(2), Cause.ASKED, 120)

    async def test_also_for_a_session_without_a_time(self, company: Company) -> None:
        found = await one(company.first, "sessions", session(2))
        await put(company.first, "sessions", without_slot(found))
        await company.first.run(polls.ask, session(2), "eva")
        assert len(await all_of(company.first, "polls")) == 1

    async def test_not_for_one_that_has_begun(self, company: Company) -> None:
        company.clock.moment = STARTS[0]
        with refused("session-over"):
            await company.first.run(polls.ask, session(1), "eva")

    @pytest.mark.parametrize("who", ["otto", "ada"])
    async def test_nobody_else_may(self, company: Company, who: str) -> None:
        with refused("not-yours"):
            await company.first.run(polls.ask, session(1), who)

    async def test_not_once_the_tandem_is_over(self, company: Company) -> None:
        await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        with refused("stale"):
            await company.first.run(polls.ask, session(1), "eva")


class TestWhoIsShown:
    """Whoever asks may choose, also where somebody else keeps the calendar (U26)."""

    async def shown(self, company: Company, who: str) -> list[str]:
        await enrol(company.first, Role.MENTEE, "eva", When(deputy=("dora",)))
        await company.first.run(polls.ask, session(2), who)
        await find_slots(company.first, (await all_of(company.first, "polls"))[0].id)
        return await told(company.first, poll_card.name)

    async def test_an_executive_who_asks_herself_sees_the_times_beside_her_deputy(
        self, company: Company
    ) -> None:
        assert await self.shown(company, "eva") == ["dora", "eva", "jan"]

    @pytest.mark.parametrize("who", ["dora", "jan"])
    async def test_else_her_deputy_alone(self, company: Company, who: str) -> None:
        assert await self.shown(company, who) == ["dora", "jan"]

    async def test_whoever_asks_late_at_night_is_answered_at_once_and_nobody_else(
        self, company: Company
    ) -> None:
        await self.shown(company, "eva")
        cards = await all_of(company.first, "postings", kind=poll_card.name)
        waiting = {each.person_id: comes_by_itself(each) for each in cards}
        assert waiting == {"dora": True, "eva": False, "jan": True}

    async def test_the_same_for_all_sessions_at_once(self, company: Company) -> None:
        await enrol(company.first, Role.MENTEE, "eva", When(deputy=("dora",)))
        await company.first.run(polls.ask_for_all, TANDEM, "eva", 60, "monthly")
        assert await told(company.first, poll_card.name) == ["eva"]


class TestLeavingIt:
    """A request is taken back or refused; everything stays where it is (U21)."""

    @pytest.mark.parametrize("who", ["jan", "eva", "dora"])
    @pytest.mark.parametrize("cause", [Cause.ASKED, Cause.PROPOSED, Cause.CHANGE])
    async def test_either_side_may_and_everything_stays(
        self, company: Company, who: str, cause: Cause
    ) -> None:
        await enrol(company.first, Role.MENTEE, "eva", When(deputy=("dora",)))
        about = "" if cause is Cause.CHANGE else session(1)
        await opened(company, cause=cause, session_id=about)
        before = await all_of(company.first, "sessions")
        role = Role.MENTOR if who == "jan" else Role.MENTEE
        await company.first.run(polls.leave, KEY, role, who)
        assert (await the_poll(company)).state is PollState.LEFT
        assert await all_of(company.first, "sessions") == before
        assert await asked_for(company.first, "book_slot") == []

    async def test_also_while_times_are_looked_for(self, company: Company) -> None:
        await opened(company, state=PollState.SEARCHING, options=())
        await company.first.run(polls.leave, KEY, Role.MENTOR, "jan")
        await find_slots(company.first, KEY)
        assert (await the_poll(company)).state is PollState.LEFT

    @pytest.mark.parametrize("who", ["otto", "eva"])
    async def test_nobody_does_it_for_the_other_side(self, company: Company, who: str) -> None:
        await opened(company)
        with refused("not-yours"):
            await company.first.run(polls.leave, KEY, Role.MENTOR, who)

    @pytest.mark.parametrize(
        "changes",
        [
            {"cause": Cause.DECLINED},
            {"cause": Cause.AWAY},
            {"state": PollState.BOOKING},
            {"state": PollState.BOOKED},
            {"state": PollState.LEFT},
        ],
    )
    async def test_what_does_not_stand_cannot_be_left(
        self, company: Company, changes: dict[str, Any]
    ) -> None:
        await opened(company, **changes)
        with refused("stale"):
            await company.first.run(polls.leave, KEY, Role.MENTOR, "jan")

    async def test_nor_a_session_that_has_no_time(self, company: Company) -> None:
        found = await one(company.first, "sessions", session(1))
        await put(company.first, "sessions", without_slot(found))
        await opened(company)
        with refused("stale"):
            await company.first.run(polls.leave, KEY, Role.MENTOR, "jan")

    async def test_once_the_session_has_begun_no_other_time_is_accepted(
        self, company: Company
    ) -> None:
        await opened(company)
        company.clock.moment = STARTS[0]
        with refused("stale"):
            await company.first.run(polls.accept, KEY, Role.MENTOR, 0, 1, "jan")


FOREIGN: dict[str, Callable[[World], Any]] = {
    "ask": lambda world: world.run(polls.ask, session(1), "jan"),
    "ask for all": lambda world: world.run(polls.ask_for_all, TANDEM, "jan", 90, "monthly"),
    "other times": lambda world: world.run(polls.other_times, KEY, Role.MENTOR, 1, "jan"),
    "running": lambda world: world.run(lambda uow, _: running(uow, TANDEM)),
}


@pytest.mark.parametrize("name", FOREIGN)
async def test_another_programme_does_not_know_the_tandem(company: Company, name: str) -> None:
    """Not even for somebody who is in both."""
    await opened(company)
    with refused("gone"):
        await FOREIGN[name](company.second)
