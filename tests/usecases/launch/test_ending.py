"""One tandem ends before its time: asked for without a cause, some days later, in the words of
every end.
"""

from __future__ import annotations

import inspect
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from mentoring.domain.errors import NotAllowed, NotThere
from mentoring.domain.intervention import Receipt
from mentoring.domain.pair import PairKind
from mentoring.domain.tandem import NOT_CLEAR, ByHand, TandemState
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.delay import delayed
from mentoring.usecases.launch import closing, ending
from mentoring.usecases.launch.another_partner import ended_card
from mentoring.usecases.launch.ending import end_one
from mentoring.usecases.privacy.leaving import has_still_to_end
from mentoring.usecases.programme.given_up import given_up_card
from tests.usecases.company import (
    NOW,
    OTHER,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    one,
    remove,
    told,
)
from tests.usecases.launch.ended import DAY, asked, ends
from tests.usecases.outlook import Event
from tests.usecases.ports import chat_of


class TestAskedFor:
    """Nobody says why, and it is not asked twice."""

    def test_neither_a_cause_nor_a_person_can_be_said(self) -> None:
        assert list(inspect.signature(ending.end).parameters) == ["uow", "moment", "tandem_id"]

    async def test_it_takes_effect_within_three_working_days(self, enrolled: Company) -> None:
        await asked(enrolled)
        [effect] = await all_of(enrolled.first, "effects", kind=end_one.name)
        assert timedelta(hours=12) < effect.not_before - NOW < timedelta(days=4)
        assert (await one(enrolled.first, "tandems", TANDEM)).state is TandemState.LAUNCHED

    async def test_asked_again_on_another_day_it_ends_when_it_was_going_to(
        self, enrolled: Company
    ) -> None:
        await asked(enrolled)
        before = await all_of(enrolled.first, "effects", kind=end_one.name)
        enrolled.clock.moment += DAY
        await asked(enrolled)
        assert await all_of(enrolled.first, "effects", kind=end_one.name) == before

    async def test_asked_again_on_its_very_day_it_ends_a_working_day_later_once(
        self, enrolled: Company
    ) -> None:
        """An owner who had it ended in the morning, or whichever of the two asked only then, read
        by its end in the afternoon that somebody had asked before.
        """
        await asked(enrolled)
        [first] = await all_of(enrolled.first, "effects", kind=end_one.name)
        for later in (DAY, DAY):
            enrolled.clock.moment = first.not_before - timedelta(hours=1)
            await asked(enrolled)
            [moved] = await all_of(enrolled.first, "effects", kind=end_one.name)
            assert moved.not_before == first.not_before + later
        enrolled.clock.moment = moved.not_before - timedelta(hours=1)
        await asked(enrolled)
        assert await all_of(enrolled.first, "effects", kind=end_one.name) == [moved]

    async def test_who_wants_to_be_forgotten_asks_once(self, enrolled: Company) -> None:
        """Whether they can be is looked at again and again, also on the day of the end."""
        await enrolled.first.run(has_still_to_end, "eva")
        before = await all_of(enrolled.first, "effects", kind=end_one.name)
        enrolled.clock.moment = before[0].not_before - timedelta(hours=1)
        assert await enrolled.first.run(has_still_to_end, "eva")
        assert await all_of(enrolled.first, "effects", kind=end_one.name) == before

    async def test_but_never_later_than_the_first_was_told(self, enrolled: Company) -> None:
        def asked_on_the_last_day(uow: Any, moment: Any) -> None:
            ending.end(uow, replace(moment, chance=lambda _about: 0.9), TANDEM)

        await enrolled.first.run(asked_on_the_last_day)
        before = await all_of(enrolled.first, "effects", kind=end_one.name)
        enrolled.clock.moment = before[0].not_before - timedelta(hours=1)
        await enrolled.first.run(asked_on_the_last_day)
        assert await all_of(enrolled.first, "effects", kind=end_one.name) == before

    async def test_the_moment_is_the_tandems_own(self, enrolled: Company) -> None:
        """So nobody can try for another one, and another tandem's tells nothing of it."""
        drawn: list[str] = []

        def chance(about: str) -> float:
            drawn.append(about)
            return 0.1

        def unit(uow: Any, moment: Any) -> object:
            return delayed(uow, replace(moment, chance=chance), uow.tandems.need(TANDEM))

        await enrolled.first.read(unit)
        assert drawn == [f"end {TANDEM}"]

    @pytest.mark.parametrize(
        "state", [TandemState.ASKED_MENTEE, TandemState.RELEASED, TandemState.CLOSED]
    )
    async def test_where_there_is_no_tandem_nothing_ends(
        self, enrolled: Company, state: TandemState
    ) -> None:
        await change(enrolled.first, "tandems", TANDEM, state=state)
        await asked(enrolled)
        assert await asked_for(enrolled.first, end_one.name) == []


def with_eva(company: Company) -> list[Event]:
    return [each for each in company.outlook.of("jan") if each.invited == ("eva",)]


class TestTakingEffect:
    """Everything of it ends, what was stays, and a repeat changes nothing."""

    async def test_all_of_it(self, enrolled: Company) -> None:
        await asked(enrolled)
        await ends(enrolled)
        assert [each.comment for each in enrolled.outlook.cancelled] == ["ended in de, de"] * 6
        assert enrolled.teams.archived == {("team", f"19:{TANDEM}")}
        assert enrolled.teams.people["team"] == {"otto"}
        found = await one(enrolled.first, "tandems", TANDEM)
        assert (found.state, found.trouble) == (TandemState.CLOSED, "")
        assert found.ended_at == enrolled.clock.moment
        sessions = await all_of(enrolled.first, "sessions", tandem_id=TANDEM)
        assert {(each.state, each.start) for each in sessions} == {("cancelled", None)}
        assert [each.kind for each in await all_of(enrolled.first, "pairs")] == [PairKind.PAST]
        assert await told(enrolled.first, ended_card.name) == ["eva", "jan"]

    async def test_carried_out_twice_it_has_happened_once(self, enrolled: Company) -> None:
        await asked(enrolled)
        await ends(enrolled)
        cards = await all_of(enrolled.first, "postings")
        await end_one(enrolled.first, TANDEM)
        await enrolled.first.run(ending.ended, TANDEM, Receipt(9, 9), clear=False)
        assert await all_of(enrolled.first, "postings") == cards
        assert (await one(enrolled.first, "tandems", TANDEM)).trouble == ""

    async def test_a_session_within_the_delay_is_called_off_like_any_other(
        self, enrolled: Company
    ) -> None:
        await asked(enrolled)
        session = await one(enrolled.first, "sessions", f"{TANDEM}:001")
        assert session.start == STARTS[0]
        await ends(enrolled)
        enrolled.clock.moment = STARTS[0]
        assert len(enrolled.outlook.cancelled) == 6

    async def test_what_has_taken_place_stays_in_both_calendars(self, enrolled: Company) -> None:
        enrolled.clock.moment = STARTS[1] + DAY
        await asked(enrolled)
        await ends(enrolled)
        assert [each.start for each in with_eva(enrolled)] == list(STARTS[:2])

    async def test_whoever_has_another_tandem_in_the_team_stays_in_it(
        self, enrolled: Company
    ) -> None:
        """Jan teaches Ada as well; her tandem, its dates and her channel are untouched."""
        await change(enrolled.second, "tandems", OTHER, team_id="team")
        await asked(enrolled)
        await ends(enrolled)
        assert enrolled.teams.people["team"] == {"jan", "otto"}
        assert len([e for e in enrolled.outlook.of("jan") if e.invited == ("ada",)]) == 6

    @pytest.mark.parametrize(
        ("call", "error"),
        [("archive_channel", NotAllowed("no")), ("remove_members", NotThere("team"))],
    )
    async def test_what_is_refused_for_good_is_named_and_keeps_nobody_waiting(
        self, enrolled: Company, call: str, error: Any
    ) -> None:
        enrolled.teams.refuses[call] = error
        await asked(enrolled)
        await ends(enrolled)
        assert (await one(enrolled.first, "tandems", TANDEM)).trouble == NOT_CLEAR
        assert await told(enrolled.first, ended_card.name) == ["eva", "jan"]

    async def test_where_microsoft_365_was_away_for_too_long_it_is_over_all_the_same(
        self, enrolled: Company
    ) -> None:
        """Both read it, owners hear that something is left, and can have it cleared away."""
        await asked(enrolled)
        await catch_up(enrolled.unbound)
        await enrolled.first.run(end_one.given_up, TANDEM)
        found = await one(enrolled.first, "tandems", TANDEM)
        assert (found.state, found.trouble) == (TandemState.CLOSED, NOT_CLEAR)
        assert await told(enrolled.first, ended_card.name) == ["eva", "jan"]
        assert len(await all_of(enrolled.first, "postings", kind=given_up_card.name)) == 1

    async def test_what_owners_have_arranged_by_hand_is_not_left_to_them(
        self, enrolled: Company
    ) -> None:
        """They read that sessions, channel and team were, of which there was nothing."""
        nowhere = {"team_id": "", "channel_id": "", "series_id": ""}
        await change(enrolled.first, "tandems", TANDEM, by_hand=ByHand.BOTH, **nowhere)
        await asked(enrolled)
        await catch_up(enrolled.unbound)
        await enrolled.first.run(end_one.given_up, TANDEM)
        found = await one(enrolled.first, "tandems", TANDEM)
        assert (found.state, found.trouble) == (TandemState.CLOSED, "")

    async def test_what_was_left_then_can_be_cleared_away_later(self, enrolled: Company) -> None:
        """Also a session with an event of its own, and nobody reads of the end twice."""
        [single, *_] = with_eva(enrolled)
        enrolled.outlook.change(single.id, series="")
        await change(enrolled.first, "sessions", f"{TANDEM}:001", event_id=single.id)
        await enrolled.first.run(end_one.given_up, TANDEM)
        await end_one(enrolled.first, TANDEM)
        assert with_eva(enrolled) == []
        assert enrolled.teams.archived == {("team", f"19:{TANDEM}")}
        assert enrolled.teams.people["team"] == {"otto"}
        assert (await one(enrolled.first, "tandems", TANDEM)).trouble == ""
        assert len(await all_of(enrolled.first, "postings", kind=ended_card.name)) == 2

    async def test_where_a_closing_ends_it_giving_up_ends_nothing(self, enrolled: Company) -> None:
        before = await change(enrolled.first, "tandems", TANDEM, closing_id="c")
        await enrolled.first.run(end_one.given_up, TANDEM)
        assert await one(enrolled.first, "tandems", TANDEM) == before

    async def test_one_that_has_not_started_yet_ends_without_calendar_and_channel(
        self, enrolled: Company
    ) -> None:
        nowhere = {"team_id": "", "channel_id": "", "series_id": ""}
        await change(enrolled.first, "tandems", TANDEM, state=TandemState.ACCEPTED, **nowhere)
        booked = await all_of(enrolled.first, "sessions", tandem_id=TANDEM)
        await remove(enrolled.first, "sessions", *(each.id for each in booked))
        await asked(enrolled)
        await ends(enrolled)
        assert (await one(enrolled.first, "tandems", TANDEM)).state is TandemState.CLOSED
        assert enrolled.teams.archived == set()
        assert await told(enrolled.first, ended_card.name) == ["eva", "jan"]

    async def test_while_it_is_being_launched_it_waits(self, enrolled: Company) -> None:
        await change(enrolled.first, "tandems", TANDEM, state=TandemState.LAUNCHING)
        await asked(enrolled)
        await ends(enrolled)
        assert await told(enrolled.first, ended_card.name) == []
        await change(enrolled.first, "tandems", TANDEM, state=TandemState.LAUNCHED)
        await ends(enrolled)
        assert await told(enrolled.first, ended_card.name) == ["eva", "jan"]

    async def test_where_the_cycle_is_being_closed_that_ends_it(self, enrolled: Company) -> None:
        await asked(enrolled)
        made = await enrolled.first.run(closing.prepare, "otto", chat_of("owners"))
        await enrolled.first.run(closing.confirm, made.id)
        await ends(enrolled)
        assert (await one(enrolled.first, "tandems", TANDEM)).ended_at is None
        await closing.end_tandem(enrolled.first, f"{made.id}:{TANDEM}")
        assert await told(enrolled.first, ended_card.name) == []
        assert await told(enrolled.first, "closed") == ["eva", "jan"]
