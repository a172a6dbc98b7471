"""Both are asked about further sessions; nothing is booked before both agree."""

from __future__ import annotations

from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from mentoring.domain.errors import NotAllowed
from mentoring.domain.intervention import InterventionState
from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, PollState
from mentoring.domain.programme import Programme
from mentoring.domain.scheduling.settings import Rhythm, SchedulingRules
from mentoring.domain.session import session_id
from mentoring.domain.tandem import ByHand
from mentoring.usecases.launch import ending, interventions
from mentoring.usecases.polls import polls
from mentoring.usecases.polls.booking import book_slot
from mentoring.usecases.polls.opening import find_slots
from tests.usecases.company import (
    STARTS,
    TANDEM,
    Company,
    all_of,
    change,
    one,
    refused,
    told,
)
from tests.usecases.launch.intervening import CHAT, DAY, confirm, ends, seen, the_one
from tests.usecases.outlook import Event


def _meetings(company: Company) -> list[Event]:
    """What stands in both calendars."""
    return [each for each in company.outlook.of("jan") if each.invited == ("eva",)]


async def prepared(company: Company, sessions: int) -> str:
    """The id of an extension that an owner has before them."""
    await company.first.run(interventions.prepare_extension, "otto", TANDEM, sessions, CHAT)
    found = await all_of(company.first, "interventions", state=InterventionState.PREVIEW)
    return str(found[-1].id)


class TestExtending:
    """Both are asked about further sessions; nothing is booked before both agree."""

    async def asked(self, company: Company, sessions: int = 3) -> str:
        """The id of the poll that is put to both."""
        await company.first.run(interventions.prepare_extension, "otto", TANDEM, sessions, CHAT)
        await confirm(company)
        key = (await the_one(company)).made_id
        await find_slots(company.first, key)
        return key

    async def accepted(self, company: Company) -> None:
        key = await self.asked(company)
        for role, person in ((Role.MENTOR, "jan"), (Role.MENTEE, "eva")):
            await company.first.run(polls.accept, key, role, 0, 1, person)
        await book_slot(company.first, key)

    async def test_both_are_asked_and_nothing_is_booked_before(self, running: Company) -> None:
        key = await self.asked(running)
        poll = await one(running.first, "polls", key)
        assert (poll.cause, poll.state, poll.further) == (Cause.EXTEND, PollState.OPEN, 3)
        assert await told(running.first, "poll") == ["eva", "jan"]
        for option in poll.options:
            assert [len(option.series.sessions), option.start > STARTS[-1]] == [3, True]
        assert len(_meetings(running)) == 6
        assert (await seen(running)).stage == "asking"

    @pytest.mark.parametrize(("rhythm", "days"), [("monthly", 16), ("two_weeks", 7)])
    async def test_they_do_not_begin_right_after_the_last(
        self, running: Company, rhythm: Rhythm, days: int
    ) -> None:
        """In a monthly rhythm the first stood four days after the last one before them."""
        await change(running.first, "tandems", TANDEM, rhythm=rhythm)
        poll = await one(running.first, "polls", await self.asked(running))
        assert poll.options
        for option in poll.options:
            assert option.start.date() - STARTS[-1].date() >= timedelta(days=days)

    async def test_they_are_booked_behind_those_that_stand(self, running: Company) -> None:
        await self.accepted(running)
        sessions = await all_of(running.first, "sessions", tandem_id=TANDEM)
        assert [each.number for each in sessions] == list(range(1, 10))
        assert [each.start for each in sessions[:6]] == list(STARTS)
        further = [each for each in sessions if each.number > 6]
        events = {event.id: event.start for event in _meetings(running)}
        assert [events[each.event_id] for each in further] == [each.start for each in further]
        assert running.outlook.cancelled == []
        assert (await seen(running)).stage == "done"

    async def test_they_end_with_the_tandem(self, running: Company) -> None:
        await self.accepted(running)
        await running.first.run(ending.end, TANDEM)
        await ends(running)
        assert _meetings(running) == []
        assert len(running.outlook.cancelled) == 9

    @pytest.mark.parametrize("before", ["asked", "agreed", "left"])
    async def test_with_the_tandem_further_ones_are_over_too(
        self, running: Company, before: str
    ) -> None:
        """The card said that the sessions so far remain, although all were cancelled."""
        if before == "agreed":
            await self.accepted(running)
        key = await self.asked(running) if before != "agreed" else ""
        if before == "left":
            await running.first.run(polls.leave, key, Role.MENTEE, "eva")
        await running.first.run(ending.end, TANDEM)
        await ends(running)
        assert (await seen(running)).stage == "over"

    async def test_who_wanted_none_is_not_told(self, running: Company) -> None:
        key = await self.asked(running)
        await running.first.run(polls.leave, key, Role.MENTEE, "eva")
        assert (await seen(running)).stage == "failed"
        assert (await one(running.first, "polls", key)).state is PollState.LEFT

    async def test_what_microsoft_365_refuses_is_nobodys_no(self, running: Company) -> None:
        """The account in whose calendar the sessions stand was closed. Owners read that one of the
        two had not wanted more, and nothing stood in the log.
        """
        running.outlook.refuses["book"] = NotAllowed("the account is disabled")
        with capture_logs() as lines:
            await self.accepted(running)
        assert (await seen(running)).stage == "unbooked"
        [line] = [each for each in lines if each["event"] == "booking.refused"]
        assert (line["error"], line["text"]) == ("NotAllowed", "the account is disabled")
        running.outlook.refuses.clear()
        again = await prepared(running, 2)
        await running.first.run(interventions.confirm, "otto", again)
        assert len(await all_of(running.first, "polls", state=PollState.SEARCHING)) == 1

    async def test_while_both_are_being_asked_there_is_no_second_question(
        self, running: Company
    ) -> None:
        await self.asked(running)
        with refused("intervention-running"):
            await running.first.run(interventions.confirm, "otto", await prepared(running, 2))

    @pytest.mark.parametrize("before", ["booked", "refused", "not answered"])
    async def test_afterwards_it_can_be_extended_again(self, running: Company, before: str) -> None:
        """Nobody could ever again, whatever had come of the first time."""
        if before == "booked":
            await self.accepted(running)
        key = await self.asked(running) if before != "booked" else ""
        if before == "refused":
            await running.first.run(polls.leave, key, Role.MENTOR, "jan")
        if before == "not answered":
            await running.at(STARTS[0] + 30 * DAY)
        again = await prepared(running, 2)
        await running.first.run(interventions.confirm, "otto", again)
        [asked] = await all_of(running.first, "polls", state=PollState.SEARCHING)
        assert (asked.cause, asked.further) == (Cause.EXTEND, 2)

    async def test_another_poll_goes_on_beside_it(self, running: Company) -> None:
        await running.first.run(polls.ask, session_id(TANDEM, 2), "eva")
        await self.asked(running)
        states = {each.cause: each.living for each in await all_of(running.first, "polls")}
        assert states == {Cause.ASKED: True, Cause.EXTEND: True}

    @pytest.mark.parametrize("sessions", [0, 13])
    async def test_by_one_to_twelve(self, running: Company, sessions: int) -> None:
        with refused("extend-number", field="sessions"):
            await self.asked(running, sessions)

    @pytest.mark.parametrize(
        ("everybodys", "their_own"), [("tandem", ""), ("tandem", "tandem"), ("monthly", "tandem")]
    )
    async def test_not_where_the_two_agree_from_session_to_session(
        self, running: Company, everybodys: Rhythm, their_own: str
    ) -> None:
        """Whether that is everybody's rhythm or their own choice: the next one is agreed on after
        each session anyway.
        """
        await running.set_up(Programme(sessions=SchedulingRules(rhythm=everybodys)))
        await change(running.first, "tandems", TANDEM, rhythm=their_own)
        with refused("extend-rhythm"):
            await self.asked(running)
        assert await all_of(running.first, "interventions") == []

    async def test_not_before_they_have_agreed_on_their_first(self, running: Company) -> None:
        """issue 14: two who had not chosen their dates yet got times for *further* sessions, on the
        same days, and some before the day of the launch.
        """
        for each in await all_of(running.first, "sessions", tandem_id=TANDEM):
            await change(running.first, "sessions", each.id, start=None)
        with refused("extend-no-dates"):
            await self.asked(running)
        assert await all_of(running.first, "interventions") == []

    async def test_nor_where_they_keep_their_own_dates(self, running: Company) -> None:
        await change(running.first, "tandems", TANDEM, by_hand=ByHand.DATES)
        with refused("extend-by-hand"):
            await self.asked(running)

    async def test_nor_where_they_have_chosen_so_since_it_was_shown(self, running: Company) -> None:
        await running.first.run(interventions.prepare_extension, "otto", TANDEM, 3, CHAT)
        await change(running.first, "tandems", TANDEM, rhythm="tandem")
        with refused("extend-rhythm"):
            await confirm(running)
        assert await all_of(running.first, "polls") == []

    @pytest.mark.parametrize("kind", ["end", "replace"])
    async def test_nor_once_owners_have_decided_its_end(self, running: Company, kind: str) -> None:
        """Both were asked about further sessions, and read of the end some days later."""
        shown = await prepared(running, 3)
        if kind == "end":
            await running.first.run(interventions.prepare_end, "otto", TANDEM, CHAT)
        else:
            await interventions.prepare_replacement(running.first, "otto", TANDEM, "jan", "", CHAT)
        [end] = await all_of(running.first, "interventions", kind=kind)
        await running.first.run(interventions.confirm, "otto", end.id)
        for late in (prepared(running, 3), running.first.run(interventions.confirm, "ida", shown)):
            with refused("extend-ends"):
                await late
        assert await all_of(running.first, "polls") == []

    async def test_but_where_one_of_the_two_has_asked_for_it(self, running: Company) -> None:
        """Owners must not learn of that."""
        await running.first.run(ending.end, TANDEM)
        await self.asked(running)
        assert await told(running.first, "poll") == ["eva", "jan"]

    async def test_but_where_they_have_a_rhythm_of_their_own(self, running: Company) -> None:
        """Others agree from session to session; their further ones are put to them as a series."""
        await running.set_up(Programme(sessions=SchedulingRules(rhythm="tandem")))
        await change(running.first, "tandems", TANDEM, rhythm="two_weeks")
        await self.accepted(running)
        further = (await all_of(running.first, "sessions", tandem_id=TANDEM))[6:]
        assert [each.start is not None for each in further] == [True] * 3
        assert (await seen(running)).stage == "done"
