"""What both have agreed on is looked at once more, then moved or booked anew, once however often it
is tried.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.errors import NotAllowed
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Option, PollState
from mentoring.domain.scheduling.types import Busy
from mentoring.domain.session import without_slot
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.polls.after_session import accompany
from mentoring.usecases.polls.booking import book, still_free
from mentoring.usecases.sessions.booking import session_wish
from tests.usecases.company import (
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    put,
    series_of,
    session,
)
from tests.usecases.polls.booked import (
    FRIDAYS,
    HOUR,
    agree,
    agree_on_all,
    standing,
    the_session,
    the_tandem,
)
from tests.usecases.polls.opened import DAY, KEY, OPTIONS, agreed, the_poll


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
            (STARTS[0], "elsewhere in de, de")
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
