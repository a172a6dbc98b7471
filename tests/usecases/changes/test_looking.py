"""What has happened to sessions in Outlook: moves, losses, proposals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from mentoring.domain.people import Role
from mentoring.domain.poll import Cause, Poll, PollState
from mentoring.domain.questionnaire import When
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.upkeep import Effect
from mentoring.usecases.changes import looking
from mentoring.usecases.changes.looking import LOOKED_ANYWAY, SETTLES, UNDER_WAY, look, look_soon
from tests.usecases.changes.looked_at import (
    DAY,
    FIRST_EVENT,
    HOUR,
    SECOND_EVENT,
    polls,
    the_session,
)
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
    session,
)
from tests.usecases.polls.opened import agreed


class TestLookingSoon:
    """One look covers all that is told until then."""

    async def soon(self, company: Company, pause: timedelta = SETTLES) -> int:
        tandem = await one(company.first, "tandems", TANDEM)
        await company.first.run(lambda uow, moment: look_soon(uow, tandem, moment.now, pause))
        return len(await all_of(company.first, "effects", kind="look"))

    async def test_it_is_asked_for_once(self, company: Company) -> None:
        assert [await self.soon(company) for _ in range(2)] == [1, 1]

    async def test_while_it_is_looked_another_look_is_asked_for(self, company: Company) -> None:
        await self.soon(company)
        company.clock.moment = NOW + SETTLES
        assert await self.soon(company) == 2

    async def test_a_look_that_lies_further_off_is_not_waited_for(self, company: Company) -> None:
        await self.soon(company, UNDER_WAY)
        assert await self.soon(company) == 2

    async def test_what_has_been_looked_at_is_looked_at_again(self, company: Company) -> None:
        await put(
            company.first,
            "effects",
            Effect("look:x", "look", TANDEM, done=True, not_before=NOW + SETTLES),
        )
        assert await self.soon(company) == 2


class TestALoss:
    """Whoever cancels or declines has not ended anything: both get new times."""

    async def test_a_cancelled_occurrence_is_rescued(self, company: Company) -> None:
        del company.outlook.events[FIRST_EVENT]
        await look(company.first, TANDEM)
        assert [(poll.session_id, poll.cause) for poll in await polls(company)] == [
            (session(1), Cause.CANCELLED)
        ]
        assert (await the_session(company)).start is None

    async def test_a_declined_one_is_rescued_and_stands_until_then(self, company: Company) -> None:
        company.outlook.change(FIRST_EVENT, declined=True)
        await look(company.first, TANDEM)
        assert [(poll.session_id, poll.cause) for poll in await polls(company)] == [
            (session(1), Cause.DECLINED)
        ]
        assert (await the_session(company)).is_declined

    async def test_looked_at_twice_it_is_lost_once(self, company: Company) -> None:
        company.outlook.change(FIRST_EVENT, declined=True)
        for _ in range(2):
            await look(company.first, TANDEM)
        assert (await one(company.first, "tandems", TANDEM)).lost_in_a_row == 1
        assert len(await polls(company)) == 1

    async def test_what_a_deputy_declines_for_the_invited_is_rearranged(
        self, company: Company
    ) -> None:
        await enrol(company.first, Role.MENTEE, "eva", When(deputy=("dora",)))
        company.outlook.change(FIRST_EVENT, declined=True)
        await look(company.first, TANDEM)
        assert (await one(company.first, "tandems", TANDEM)).lost_in_a_row == 0
        assert len(await polls(company)) == 1

    async def test_if_the_whole_series_is_gone_a_new_one_is_looked_for(
        self, company: Company
    ) -> None:
        company.outlook.events = {}
        await look(company.first, TANDEM)
        assert [(poll.session_id, poll.cause) for poll in await polls(company)] == [
            ("", Cause.CANCELLED)
        ]

    async def test_cancelled_and_declined_ones_count_together(self, company: Company) -> None:
        del company.outlook.events[FIRST_EVENT]
        company.outlook.change(SECOND_EVENT, declined=True)
        await look(company.first, TANDEM)
        assert (await one(company.first, "tandems", TANDEM)).lost_in_a_row == 2

    async def test_what_is_past_is_not_lost(self, company: Company) -> None:
        company.clock.moment = STARTS[0]
        del company.outlook.events[FIRST_EVENT]
        await look(company.first, TANDEM)
        assert await polls(company) == []


class TestAProposal:
    """The invited one would rather come at another time: the other one is asked, once."""

    WISHED = STARTS[0] + DAY

    async def propose(self, company: Company, at: datetime) -> Sequence[Poll]:
        company.outlook.change(FIRST_EVENT, proposed=at)
        await look(company.first, TANDEM)
        return await polls(company)

    async def test_it_is_put_to_the_other_one(self, company: Company) -> None:
        (poll,) = await self.propose(company, self.WISHED)
        assert (poll.session_id, poll.cause, poll.asked_by, poll.wished) == (
            session(1),
            Cause.PROPOSED,
            Role.MENTEE,
            self.WISHED,
        )
        assert await asked_for(company.first, "find_slots") == [poll.id]

    async def test_what_was_asked_once_is_not_asked_again(self, company: Company) -> None:
        (poll,) = await self.propose(company, self.WISHED)
        await put(company.first, "polls", replace(poll, state=PollState.CLOSED))
        assert len(await self.propose(company, self.WISHED)) == 1

    async def test_another_proposal_is_another_question(self, company: Company) -> None:
        (poll,) = await self.propose(company, self.WISHED)
        await put(company.first, "polls", replace(poll, state=PollState.CLOSED))
        assert len(await self.propose(company, self.WISHED + HOUR)) == 2

    @pytest.mark.parametrize("at", [NOW - HOUR, NOW, STARTS[0]])
    async def test_one_that_is_past_or_where_the_session_is_anyway_is_none(
        self, company: Company, at: datetime
    ) -> None:
        assert await self.propose(company, at) == []


class TestLooking:
    """Nobody compares while something is being changed, and every day somebody looks unasked."""

    async def again(self, company: Company) -> list[timedelta]:
        """In how long it is looked again."""
        found = await all_of(company.first, "effects", kind="look")
        return [effect.not_before - company.clock.moment for effect in found]

    async def test_only_our_own_events_are_read(self, company: Company) -> None:
        await change(company.first, "sessions", session(2), event_id="single-1")
        await look(company.first, TANDEM)
        assert company.outlook.read == {"series-1", "single-1"}

    async def test_where_nothing_has_changed_nothing_does(self, company: Company) -> None:
        before = (
            await all_of(company.first, "sessions"),
            await one(company.first, "tandems", TANDEM),
        )
        await look(company.first, TANDEM)
        assert (
            await all_of(company.first, "sessions"),
            await one(company.first, "tandems", TANDEM),
        ) == before
        assert await self.again(company) == []

    async def test_a_day_later_somebody_looks_unasked(self, company: Company) -> None:
        await look(company.first, TANDEM)
        await company.at(NOW + LOOKED_ANYWAY)
        assert await self.again(company) == [SETTLES]

    async def test_while_something_is_booked_it_waits(self, company: Company) -> None:
        del company.outlook.events[FIRST_EVENT]
        await put(company.first, "polls", agreed())
        await look(company.first, TANDEM)
        assert (await the_session(company)).start == STARTS[0]
        assert await self.again(company) == [UNDER_WAY]

    @pytest.mark.parametrize("meanwhile", ["a session has moved", "the series is another one"])
    async def test_what_has_changed_since_the_reading_began_is_read_again(
        self, company: Company, meanwhile: str
    ) -> None:
        tandem = await one(company.first, "tandems", TANDEM)
        sessions = await all_of(company.first, "sessions", tandem_id=TANDEM)
        if meanwhile == "a session has moved":
            await change(company.first, "sessions", session(1), start=STARTS[0] + DAY)
        else:
            await change(company.first, "tandems", TANDEM, series_id="series-9")
        await company.first.run(looking._take_over, tandem, sessions, {})
        assert await polls(company) == []
        assert await self.again(company) == [SETTLES]

    async def test_while_sessions_are_handed_over_nothing_has_gone(self, company: Company) -> None:
        """They have no event yet."""
        await change(company.first, "tandems", TANDEM, series_id="")
        await look(company.first, TANDEM)
        assert await polls(company) == []

    @pytest.mark.parametrize("state", [TandemState.CLOSED, TandemState.LAUNCHING])
    async def test_a_tandem_that_does_not_run_is_not_looked_at(
        self, company: Company, state: TandemState
    ) -> None:
        await change(company.first, "tandems", TANDEM, state=state)
        await look(company.first, TANDEM)
        assert company.outlook.read == set()
        assert await all_of(company.first, "timers") == []

    async def test_one_that_came_to_its_end_meanwhile_loses_nothing(self, company: Company) -> None:
        tandem: Tandem = await change(company.first, "tandems", TANDEM, state=TandemState.CLOSED)
        sessions: Any = await all_of(company.first, "sessions", tandem_id=TANDEM)
        await company.first.run(looking._take_over, tandem, sessions, {})
        assert await polls(company) == []

    async def test_when_all_sessions_are_over_nothing_is_read(self, company: Company) -> None:
        company.clock.moment = STARTS[5]
        await look(company.first, TANDEM)
        assert company.outlook.read == set()

    async def test_another_programme_looks_at_nothing_of_it(self, company: Company) -> None:
        await look(company.second, TANDEM)
        assert company.outlook.read == set()
