"""What both have agreed on is looked at once more, then moved or booked anew, once however often it
is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from mentoring.domain.errors import NotAllowed, Unavailable
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Option, Poll, PollState
from mentoring.domain.scheduling.recurrence import Pattern, PatternDay
from mentoring.domain.scheduling.types import Busy
from mentoring.domain.series import option_of
from mentoring.domain.session import Session, without_slot
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.world import World
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.polls import booking
from mentoring.usecases.polls.after_session import accompany
from mentoring.usecases.polls.booking import book, end_sessions, give_up, still_free
from mentoring.usecases.sessions.booking import session_wish
from tests.usecases.company import (
    SECOND_TUESDAY,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    one,
    put,
    refused,
    series_of,
    session,
)
from tests.usecases.polls.opened import DAY, KEY, OPTIONS, agreed, the_poll

HOUR = timedelta(hours=1)
FRIDAYS = replace(
    SECOND_TUESDAY,
    day=PatternDay("relativeMonthly", "friday", 1, "second"),
    start_date=SECOND_TUESDAY.start_date.replace(day=12),
    length_minutes=60,
)


def whole(pattern: Pattern = FRIDAYS, after: int = 0) -> Option:
    """A series to choose."""
    series = series_of(pattern)
    return Option(series.occurrences[0].planned.start, series=option_of(TANDEM, series, after))


async def agree(company: Company, **more: Any) -> Poll:
    """Both have agreed."""
    await put(company.first, "polls", agreed(**more))
    return await the_poll(company)


async def agree_on_all(company: Company, option: Option | None = None, **more: Any) -> Poll:
    """Both have agreed on another series, of an hour each."""
    options = (option or whole(),)
    return await agree(
        company, session_id="", cause=Cause.CHANGE, minutes=60, options=options, **more
    )


async def the_session(company: Company, number: int = 1) -> Session:
    found: Session = await one(company.first, "sessions", session(number))
    return found


async def the_tandem(company: Company) -> Tandem:
    found: Tandem = await one(company.first, "tandems", TANDEM)
    return found


def standing(company: Company) -> list[datetime]:
    """When Jan and Eva meet by their calendars."""
    return [event.start for event in company.outlook.of("jan") if event.invited == ("eva",)]


class TestLookingOnceMore:
    """Nothing is booked on what has come in between since both agreed."""

    async def test_a_time_that_is_still_free_is_booked(self, company: Company) -> None:
        await agree(company)
        assert await still_free(company.first, KEY)

    @pytest.mark.parametrize("who", ["jan", "eva"])
    async def test_else_other_times_are_looked_for(self, company: Company, who: str) -> None:
        start = OPTIONS[0].start
        company.outlook.busy[who] = [Busy(start + HOUR, start + 3 * HOUR, "busy")]
        await agree(company)
        assert not await still_free(company.first, KEY)
        poll = await the_poll(company)
        assert (poll.state, poll.taken, poll.round) == (PollState.SEARCHING, True, 2)
        assert await asked_for(company.first, "find_slots") == [KEY]

    async def test_the_session_that_is_to_move_is_in_nobodys_way(self, company: Company) -> None:
        await agree(company, options=(Option(STARTS[0] + HOUR),))
        assert await still_free(company.first, KEY)

    async def test_what_both_have_accepted_with_its_costs_is_booked_all_the_same(
        self, company: Company
    ) -> None:
        start = OPTIONS[0].start
        company.outlook.busy["eva"] = [Busy(start, start + HOUR, "busy")]
        await agree(company, options=(Option(start, costs={Role.MENTEE: ()}),))
        assert await still_free(company.first, KEY)

    async def test_a_calendar_that_cannot_be_read_says_nothing(self, company: Company) -> None:
        company.outlook.closed = {"jan", "eva"}
        await agree(company)
        assert await still_free(company.first, KEY)

    async def test_of_a_series_every_date_is_looked_at(self, company: Company) -> None:
        last = series_of(FRIDAYS).occurrences[-1].planned.start
        await agree_on_all(company)
        assert await still_free(company.first, KEY)
        company.outlook.busy["eva"] = [Busy(last, last + HOUR, "oof")]
        assert not await still_free(company.first, KEY)

    @pytest.mark.parametrize(
        "state", [PollState.SEARCHING, PollState.OPEN, PollState.BOOKED, PollState.CLOSED]
    )
    async def test_what_is_not_agreed_on_any_more_is_not_booked(
        self, company: Company, state: PollState
    ) -> None:
        await put(company.first, "polls", replace(agreed(), state=state))
        assert not await still_free(company.first, KEY)
        assert (await the_poll(company)).state is state


class TestASession:
    """What stands is moved; where nothing stands, or neighbours are in the way, it gets an event of
    its own.
    """

    async def test_an_occurrence_of_the_series_is_moved(self, company: Company) -> None:
        await agree(company)
        await book(company.first, KEY)
        assert standing(company) == [OPTIONS[0].start, *STARTS[1:]]
        found = await the_session(company)
        assert (found.start, found.state, found.event_id) == (OPTIONS[0].start, "moved", "")
        assert (await the_poll(company)).state is PollState.BOOKED

    async def test_tried_again_it_is_booked_once(self, company: Company) -> None:
        await agree(company)
        await book(company.first, KEY)
        await put(company.first, "polls", agreed())
        await book(company.first, KEY)
        assert standing(company) == [OPTIONS[0].start, *STARTS[1:]]
        assert company.outlook.cancelled == []

    async def test_one_that_cannot_pass_its_neighbour_gets_an_event_of_its_own(
        self, company: Company
    ) -> None:
        after_the_next = STARTS[1] + DAY
        await agree(company, options=(Option(after_the_next),))
        await book(company.first, KEY)
        assert standing(company) == [STARTS[1], after_the_next, *STARTS[2:]]
        found = await the_session(company)
        assert found.event_id.startswith("single-")
        assert found.join_url == f"https://join.example/{found.event_id}"
        assert [(each.event.start, each.comment) for each in company.outlook.cancelled] == [
            (STARTS[0], "no-slot in de, de")
        ]

    async def test_what_was_stays_where_it_was(self, company: Company) -> None:
        """A session that both have missed gets another event; the past one is left alone (U21)."""
        await agree(company, cause=Cause.MISSED)
        company.clock.moment = STARTS[0] + 3 * HOUR
        await book(company.first, KEY)
        assert standing(company) == [STARTS[0], OPTIONS[0].start, *STARTS[1:]]
        assert (await the_session(company)).event_id.startswith("single-")
        assert company.outlook.cancelled == []

    async def test_one_that_is_gone_is_booked_anew(self, company: Company) -> None:
        del company.outlook.events["series-1/20270209"]
        await put(company.first, "sessions", without_slot(await the_session(company)))
        await agree(company)
        await book(company.first, KEY)
        assert standing(company) == [OPTIONS[0].start, *STARTS[1:]]
        assert (await the_session(company)).event_id.startswith("single-")

    async def test_one_with_an_event_of_its_own_moves_with_it(self, company: Company) -> None:
        tandem = await the_tandem(company)
        wish = await company.first.read(session_wish, tandem, STARTS[0], 120, "own")
        own = await company.outlook.book_session(wish)
        await change(company.first, "sessions", session(1), event_id=own.id, join_url=own.join_url)
        await agree(company, minutes=60)
        await book(company.first, KEY)
        found = await the_session(company)
        assert (found.event_id, found.join_url, found.minutes) == (own.id, own.join_url, 60)
        assert company.outlook.events[own.id].start == OPTIONS[0].start

    async def test_the_first_event_of_a_tandem_gives_it_its_meeting_link(
        self, company: Company
    ) -> None:
        await change(company.first, "tandems", TANDEM, series_id="", join_url="", organizer_id="")
        await agree(company)
        await book(company.first, KEY)
        tandem, found = await the_tandem(company), await the_session(company)
        assert (tandem.join_url, tandem.organizer_id) == (found.join_url, "jan")
        await catch_up(company.unbound)
        assert await asked_for(company.first, "watch") == ["jan"]

    async def test_other_refusals_are_not_taken_for_a_neighbour(self, company: Company) -> None:
        company.outlook.refuses["move"] = NotAllowed("the mailbox is gone")
        await agree(company)
        with pytest.raises(NotAllowed, match="the mailbox is gone"):
            await book(company.first, KEY)
        assert (await the_poll(company)).state is PollState.BOOKING

    async def test_both_are_reminded_of_it_at_its_new_time(self, company: Company) -> None:
        tandem = await the_tandem(company)
        await company.first.run(lambda uow, moment: accompany(uow, tandem, moment))
        before = {each.id: each.due_at for each in await all_of(company.first, "timers")}
        await agree(company)
        await book(company.first, KEY)
        after = {each.id: each.due_at for each in await all_of(company.first, "timers")}
        assert before.keys() == after.keys()
        moved = {key.rpartition("001")[2] for key in before if before[key] != after[key]}
        assert moved == {"", ":eva", ":jan"}, "the question after it, and a reminder each"


class TestASeries:
    """What is left of the old series is ended, and the new one stands in its place."""

    async def test_the_new_one_takes_the_place_of_what_is_to_come(self, company: Company) -> None:
        await agree_on_all(company, rhythm="monthly")
        await book(company.first, KEY)
        assert standing(company) == [each.planned.start for each in series_of(FRIDAYS).occurrences]
        assert {each.comment for each in company.outlook.cancelled} == {"no-slot in de, de"}
        tandem = await the_tandem(company)
        assert (tandem.minutes, tandem.rhythm, tandem.organizer_id) == (60, "monthly", "jan")
        assert tandem.series_id not in {"", "series-1"}

    async def test_what_has_taken_place_keeps_its_number_and_its_time(
        self, company: Company
    ) -> None:
        company.outlook.change("series-1/20270209", start=STARTS[0] + HOUR)
        await change(company.first, "sessions", session(1), start=STARTS[0] + HOUR)
        company.clock.moment = STARTS[0] + DAY
        await agree_on_all(
            company,
            whole(replace(FRIDAYS, start_date=FRIDAYS.start_date.replace(month=3), occurrences=5)),
        )
        await book(company.first, KEY)
        found = await all_of(company.first, "sessions", tandem_id=TANDEM)
        assert [(each.number, each.start.date().weekday()) for each in found] == [
            (1, 1),
            *((n, 4) for n in range(2, 7)),
        ]
        assert company.outlook.events["series-1/20270209"].start == STARTS[0] + HOUR

    async def test_tried_again_it_is_booked_once(self, company: Company) -> None:
        await agree_on_all(company)
        before = (
            await the_tandem(company),
            await all_of(company.first, "sessions", tandem_id=TANDEM),
        )
        await book(company.first, KEY)
        await put(company.first, "tandems", before[0])
        await put(company.first, "sessions", *before[1])
        await agree_on_all(company)
        await book(company.first, KEY)
        assert len(standing(company)) == 6
        assert len(await all_of(company.first, "sessions", tandem_id=TANDEM)) == 6

    async def test_singly_moved_sessions_are_cancelled_too(self, company: Company) -> None:
        await agree(company, options=(Option(STARTS[1] + DAY),))
        await book(company.first, KEY)
        await agree_on_all(company, round=2)
        await book(company.first, KEY)
        assert len(standing(company)) == 6
        assert {start.weekday() for start in standing(company)} == {4}

    async def test_nothing_else_is_agreed_on_any_more(self, company: Company) -> None:
        other = Poll(
            "poll-2",
            TANDEM,
            session(2),
            Cause.ASKED,
            120,
            STARTS[0],
            PollState.OPEN,
            options=OPTIONS,
        )
        await put(company.first, "polls", other)
        await agree_on_all(company)
        await book(company.first, KEY)
        assert (await one(company.first, "polls", "poll-2")).state is PollState.CLOSED
        assert (await the_poll(company)).state is PollState.BOOKED


ENDS: dict[str, Callable[[Company], Any]] = {
    "the poll is closed": lambda company: put(
        company.first, "polls", replace(agreed(), state=PollState.CLOSED)
    ),
    "the tandem is over": lambda company: change(
        company.first, "tandems", TANDEM, state=TandemState.CLOSED
    ),
}


class TestMeanwhile:
    """The tandem or the poll may come to its end while Microsoft 365 is at work: then nothing is
    left behind.
    """

    @pytest.mark.parametrize("end", ENDS)
    async def test_an_event_of_its_own_is_cancelled(self, company: Company, end: str) -> None:
        del company.outlook.events["series-1/20270209"]
        poll = await agree(company)
        order = await company.first.read(booking._order, poll.id)
        await ENDS[end](company)
        assert order
        assert order.session
        await booking._book_session(company.first, order, order.session)
        assert standing(company) == list(STARTS[1:])
        assert (await the_session(company)).start == STARTS[0]

    @pytest.mark.parametrize("end", ENDS)
    async def test_a_series_is_ended(self, company: Company, end: str) -> None:
        poll = await agree_on_all(company)
        order = await company.first.read(booking._order, poll.id)
        await ENDS[end](company)
        assert order
        await booking._book_series(company.first, order)
        assert standing(company) == []
        assert (await the_tandem(company)).series_id == "series-1"

    async def test_a_session_that_is_gone_is_moved_in_nobodys_calendar(
        self, company: Company
    ) -> None:
        poll = await agree(company)
        await company.store.run(lambda uow: uow.sessions.delete(session(1)))
        order = await company.first.read(booking._order, poll.id)
        assert order
        assert order.session is None


class TestWhatFollows:
    """After one thing is agreed on, the next that the launch left open is put to both."""

    async def left(self, company: Company) -> Sequence[tuple[str, Cause]]:
        polls = await all_of(company.first, "polls", state=PollState.OPEN)
        return [(poll.session_id, poll.cause) for poll in polls]

    async def offered(self, company: Company) -> None:
        found = without_slot(await the_session(company, 3))
        await put(company.first, "sessions", replace(found, offer=STARTS[2] + DAY))

    async def test_the_next_session_without_a_time(self, company: Company) -> None:
        await self.offered(company)
        await agree(company, cause=Cause.NO_SLOT)
        await book(company.first, KEY)
        assert await self.left(company) == [(session(3), Cause.NO_SLOT)]

    async def test_not_after_a_time_that_somebody_asked_for(self, company: Company) -> None:
        await self.offered(company)
        await agree(company)
        await book(company.first, KEY)
        assert await self.left(company) == []

    async def test_the_sessions_of_a_chosen_series_that_have_none(self, company: Company) -> None:
        option = whole()
        assert option.series is not None
        first, *rest = option.series.sessions
        offer = replace(without_slot(first), offer=STARTS[0] + DAY)
        await agree_on_all(
            company, replace(option, series=replace(option.series, sessions=(offer, *rest)))
        )
        await book(company.first, KEY)
        assert await self.left(company) == [(session(1), Cause.NO_SLOT)]


class TestEnding:
    """What is to come is cancelled with a friendly line, what was stays."""

    async def end(self, company: Company, now: datetime) -> None:
        company.clock.moment = now
        ahead = [
            each
            for each in await all_of(company.first, "sessions", tandem_id=TANDEM)
            if each.is_ahead(now)
        ]
        await end_sessions(company.first, await the_tandem(company), "jan", ahead, now, "thanks")

    async def test_in_the_middle_of_the_cycle(self, company: Company) -> None:
        for _ in range(2):
            await self.end(company, STARTS[1] + DAY)
        assert standing(company) == list(STARTS[:2])
        assert [each.comment for each in company.outlook.cancelled] == ["thanks"] * 4

    async def test_a_tandem_without_a_series_has_only_events_of_its_own(
        self, company: Company
    ) -> None:
        await change(company.first, "tandems", TANDEM, series_id="")
        await change(company.first, "sessions", session(2), event_id="series-1/20270309")
        company.outlook.refuses["end_series"] = Unavailable("there is none")
        await self.end(company, STARTS[0] + DAY)
        assert [each.event.start for each in company.outlook.cancelled] == [STARTS[1]]

    async def test_the_other_programmes_sessions_stay(self, company: Company) -> None:
        await self.end(company, STARTS[0] + DAY)
        assert len([event for event in company.outlook.of("jan") if event.invited == ("ada",)]) == 6


async def test_what_microsoft_365_refuses_for_good_is_agreed_on_no_more(company: Company) -> None:
    await agree(company)
    await company.first.run(give_up, KEY)
    assert (await the_poll(company)).state is PollState.CLOSED


FOREIGN: dict[str, Callable[[World], Any]] = {
    "look": lambda world: still_free(world, KEY),
    "book": lambda world: book(world, KEY),
}


@pytest.mark.parametrize("name", FOREIGN)
async def test_another_programme_books_nothing_of_it(company: Company, name: str) -> None:
    await agree(company)
    with refused("gone"):
        await FOREIGN[name](company.second)
    assert standing(company) == list(STARTS)
