"""A tandem's sessions: found in both calendars, and booked once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from mentoring.domain.errors import Unavailable
from mentoring.domain.launch import Launch, LaunchState, LaunchTeam
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import When
from mentoring.domain.scheduling.plan import Explanation
from mentoring.domain.scheduling.recurrence import PatternDay, expand
from mentoring.domain.series import Plan, option_of
from mentoring.domain.session import Session, without_slot
from mentoring.domain.tandem import ByHand, Tandem, TandemState
from mentoring.ports.calendar import SeriesWish
from mentoring.usecases.launch.carrying_out import find_dates
from mentoring.usecases.sessions import booking
from mentoring.usecases.sessions.booking import event_id_of, farewell, session_wish
from tests.usecases.company import (
    NOW,
    OTHER,
    SECOND_THURSDAY,
    SECOND_TUESDAY,
    STARTS,
    TANDEM,
    Company,
    all_of,
    asked_for,
    book_series,
    change,
    enrol,
    one,
    person,
    put,
    refused,
    remove,
    series_of,
    session,
)

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LAUNCH = "p1c1.launch-1"
WHY = Explanation("no-slot", {})


class TestPlanning:
    """The series of up to ten tandems are found with one question to the calendars."""

    async def launching(self, company: Company, *pairs: tuple[str, str]) -> list[str]:
        start = date(2027, 3, 1)
        launch = Launch(LAUNCH, "otto", start, LaunchState.RUNNING, len(pairs), started_at=NOW)
        await put(company.first, "launches", launch)
        made = [
            Tandem(f"p1c1.t-{n}", n, "", *pair, TandemState.LAUNCHING, NOW, NOW, launch_id=LAUNCH)
            for n, pair in enumerate(pairs, 1)
        ]
        await put(company.first, "tandems", *made)
        filled = LaunchTeam(f"{LAUNCH}:", LAUNCH, "", filled_to=len(pairs))
        await put(company.first, "launch_teams", filled)
        return [tandem.id for tandem in made]

    async def test_each_tandem_gets_its_sessions_and_is_launched_then(
        self, programmes: Company
    ) -> None:
        keys = await self.launching(programmes, ("jan", "eva"), ("dora", "ada"))
        await find_dates(programmes.first, LAUNCH, keys)
        assert [len(await all_of(programmes.first, "sessions", tandem_id=k)) for k in keys] == [
            6,
            6,
        ]
        assert sorted(await asked_for(programmes.first, "launch_tandem")) == keys

    async def test_no_session_lies_before_the_first_day(self, programmes: Company) -> None:
        (key,) = await self.launching(programmes, ("jan", "eva"))
        await find_dates(programmes.first, LAUNCH, [key])
        found = await all_of(programmes.first, "sessions")
        assert min(each.start for each in found).date() >= date(2027, 3, 1)

    async def test_asked_twice_the_plan_stays(self, programmes: Company) -> None:
        keys = await self.launching(programmes, ("jan", "eva"))
        await find_dates(programmes.first, LAUNCH, keys)
        before = await one(programmes.first, "tandems", keys[0])
        programmes.outlook.closed = {"jan"}
        programmes.outlook.refuses["availability"] = Unavailable("nobody is to be asked again")
        await find_dates(programmes.first, LAUNCH, keys)
        assert await one(programmes.first, "tandems", keys[0]) == before
        assert await asked_for(programmes.first, "launch_tandem") == keys

    @pytest.mark.parametrize("has", [{"plan": Plan((WHY,))}, {"by_hand": ByHand.DATES}])
    async def test_what_it_has_got_while_they_were_looked_for_stays(
        self, programmes: Company, has: dict[str, Any]
    ) -> None:
        """It may be booked by then, and its rows would say other dates than its calendars."""
        (key,) = await self.launching(programmes, ("jan", "eva"))
        planned = await booking.plan_series(programmes.first, [key], date(2027, 3, 1))
        before = await change(programmes.first, "tandems", key, **has)
        await programmes.first.run(booking.keep_planned, planned)
        assert await one(programmes.first, "tandems", key) == before
        assert await all_of(programmes.first, "sessions") == []

    async def test_a_mentor_of_two_never_meets_both_on_one_day(self, programmes: Company) -> None:
        keys = await self.launching(programmes, ("jan", "eva"), ("jan", "ada"))
        await find_dates(programmes.first, LAUNCH, keys)
        found = await all_of(programmes.first, "sessions")
        assert len({each.start.date() for each in found}) == len(found) == 12

    async def test_the_days_of_another_programme_are_taken_too(self, company: Company) -> None:
        keys = await self.launching(company, ("jan", "ada"))
        taken = {
            each.start.date() for each in await all_of(company.second, "sessions", tandem_id=OTHER)
        }
        await find_dates(company.first, LAUNCH, keys)
        found = await all_of(company.first, "sessions", tandem_id=keys[0])
        assert len(found) == 6
        assert not {each.start.date() for each in found} & taken

    async def test_where_a_calendar_cannot_be_read_series_are_proposed(
        self, programmes: Company
    ) -> None:
        programmes.outlook.closed = {"eva"}
        keys = await self.launching(programmes, ("jan", "eva"))
        await find_dates(programmes.first, LAUNCH, keys)
        plan = (await one(programmes.first, "tandems", keys[0])).plan
        assert len(plan.proposals) == 3
        assert await all_of(programmes.first, "sessions") == []
        assert await asked_for(programmes.first, "launch_tandem") == keys

    async def test_whoever_was_set_aside_meanwhile_keeps_no_dates(
        self, programmes: Company
    ) -> None:
        keys = await self.launching(programmes, ("jan", "eva"))
        await change(programmes.first, "tandems", keys[0], state=TandemState.ACCEPTED)
        await find_dates(programmes.first, LAUNCH, keys)
        assert (await one(programmes.first, "tandems", keys[0])).plan == Plan()

    async def test_another_programme_plans_nothing_of_it(self, programmes: Company) -> None:
        keys = await self.launching(programmes, ("jan", "eva"))
        with refused("gone"):
            await find_dates(programmes.second, LAUNCH, keys)


class TestTheChannel:
    """Both own it, nobody else is in it, and its description says the rules in their languages."""

    async def opened(self, company: Company) -> None:
        """Nothing is known of a channel, and it is opened."""
        await change(company.first, "tandems", TANDEM, channel_id="", channel_url="")
        await booking.open_channel(company.first, TANDEM)

    async def test_it_belongs_to_the_two(self, company: Company) -> None:
        await put(company.first, "people", person("jan", language="en"))
        await self.opened(company)
        tandem = await one(company.first, "tandems", TANDEM)
        team, name, owners = company.teams.channels[tandem.channel_id]
        assert (team, owners) == ("team", ("jan", "eva"))
        assert not {"jan", "eva"} & set(name.lower().split())
        assert company.teams.descriptions[tandem.channel_id] == "rules in de, en"
        assert tandem.channel_url.endswith(tandem.channel_id)

    async def test_an_earlier_attempts_channel_is_adopted(self, company: Company) -> None:
        for _ in range(2):
            await self.opened(company)
        assert len(company.teams.channels) == 1

    async def test_one_that_is_known_is_not_opened_again(self, company: Company) -> None:
        await self.opened(company)
        company.teams.channels.clear()
        await booking.open_channel(company.first, TANDEM)
        assert company.teams.channels == {}


class TestBooking:
    """The series stands once in the organizer's calendar, as it was found."""

    async def wish(self, company: Company) -> SeriesWish:
        await book_series(company.first, TANDEM)
        wish = company.outlook.wishes[TANDEM]
        assert isinstance(wish, SeriesWish)
        return wish

    async def rewritten(self, company: Company, *sessions: Session, **tandem: Any) -> None:
        """The tandem before it was booked, with these sessions instead."""
        company.outlook.events, company.outlook.booked = {}, {}
        await put(company.first, "sessions", *sessions)
        await change(
            company.first, "tandems", TANDEM, series_id="", join_url="", organizer_id="", **tandem
        )

    async def test_it_is_booked_once_however_often_it_is_tried(self, company: Company) -> None:
        for _ in range(2):
            await book_series(company.first, TANDEM)
        own = [event for event in company.outlook.of("jan") if event.invited == ("eva",)]
        assert [event.start for event in own] == list(STARTS)
        tandem = await one(company.first, "tandems", TANDEM)
        assert (tandem.series_id, tandem.organizer_id) == ("series-1", "jan")
        assert tandem.join_url == "https://join.example/series-1"

    async def test_sessions_that_differ_are_moved_or_cancelled_singly(
        self, company: Company
    ) -> None:
        first, second, *_ = await all_of(company.first, "sessions", tandem_id=TANDEM)
        moved = replace(first, start=first.start + HOUR, state="moved")
        await self.rewritten(company, moved, without_slot(second))
        await book_series(company.first, TANDEM)
        standing = {e.planned: e.start for e in company.outlook.of("jan")}
        assert standing[STARTS[0]] == STARTS[0] + HOUR
        assert STARTS[1] not in standing
        assert [each.comment for each in company.outlook.cancelled] == ["no-slot in de, de"]

    async def test_the_event_names_the_tandem_and_nobody_in_it(self, company: Company) -> None:
        wish = await self.wish(company)
        assert (wish.subject, wish.invitee.id) == ("Tandem 1", "eva")
        assert wish.body_html == f"agenda in de, de: https://teams.example/{TANDEM}"

    @pytest.mark.parametrize(("role", "key"), [(Role.MENTOR, "jan"), (Role.MENTEE, "eva")])
    async def test_it_is_private_as_soon_as_one_of_the_two_wants_that(
        self, company: Company, role: Role, key: str
    ) -> None:
        await self.rewritten(company)
        assert not (await self.wish(company)).private
        await enrol(company.first, role, key, When(private=True))
        await self.rewritten(company)
        assert (await self.wish(company)).private

    async def test_a_wish_for_privacy_counts_in_the_programme_that_heard_it(
        self, company: Company
    ) -> None:
        await enrol(company.second, Role.MENTOR, "jan", When(private=True))
        await self.rewritten(company)
        assert not (await self.wish(company)).private

    async def test_a_single_session_is_an_event_of_its_own(self, company: Company) -> None:
        once = replace(SECOND_TUESDAY, day=PatternDay("once", "tuesday"), occurrences=1)
        later = await all_of(company.first, "sessions", tandem_id=TANDEM)
        await remove(company.first, "sessions", *(each.id for each in later[1:]))
        await self.rewritten(company, plan=option_of(TANDEM, series_of(once)).plan)
        await book_series(company.first, TANDEM)
        tandem = await one(company.first, "tandems", TANDEM)
        (only,) = await all_of(company.first, "sessions", tandem_id=TANDEM)
        assert (tandem.series_id, only.event_id) == ("", "series-1")
        assert only.join_url == tandem.join_url == "https://join.example/series-1"

    @pytest.mark.parametrize(
        "plan", [Plan(), Plan((Explanation("calendar-unreadable", {"who": "mentor"}),))]
    )
    async def test_nothing_is_booked_where_no_dates_were_found(
        self, company: Company, plan: Plan
    ) -> None:
        await self.rewritten(company, plan=plan)
        await book_series(company.first, TANDEM)
        assert company.outlook.events == {}

    async def test_nothing_is_booked_where_no_session_has_a_time(self, company: Company) -> None:
        found = await all_of(company.first, "sessions", tandem_id=TANDEM)
        await self.rewritten(company, *map(without_slot, found))
        await book_series(company.first, TANDEM)
        assert company.outlook.events == {}

    async def test_another_programme_books_nothing_of_it(self, company: Company) -> None:
        with refused("gone"):
            await book_series(company.second, TANDEM)


async def test_where_the_mentee_organizes_the_mentor_is_invited(programmes: Company) -> None:
    await programmes.set_up(Programme(organizer="mentee"))
    tandem = Tandem(TANDEM, 1, "", "jan", "eva", TandemState.LAUNCHING, NOW, NOW)
    option = option_of(TANDEM, series_of(SECOND_TUESDAY))
    await put(programmes.first, "tandems", replace(tandem, plan=option.plan))
    await put(programmes.first, "sessions", *option.sessions)
    await book_series(programmes.first, TANDEM)
    assert {event.invited for event in programmes.outlook.of("eva")} == {("jan",)}
    assert (await one(programmes.first, "tandems", TANDEM)).organizer_id == "eva"


async def test_a_single_sessions_wish_keeps_the_organizers_clock(company: Company) -> None:
    tandem = await one(company.first, "tandems", TANDEM)
    wish = await company.first.read(session_wish, tandem, STARTS[0], 60, "key")
    assert (wish.start, wish.minutes, wish.zone) == (STARTS[0], 60, "Europe/Berlin")
    assert (wish.key, wish.organizer, wish.invitee.id) == ("key", "jan", "eva")


async def test_a_farewell_speaks_both_languages_the_mentees_first(company: Company) -> None:
    await put(company.first, "people", person("jan", language="en"))
    tandem = await one(company.first, "tandems", TANDEM)
    assert await company.first.read(farewell, tandem, "closing") == "closing in de, en"


class TestFindingAnEventAgain:
    """Occurrences bear ids of their own, which Outlook gives out."""

    async def found(self, company: Company, number: int, **tandem: Any) -> str:
        known = replace(await one(company.first, "tandems", TANDEM), **tandem)
        wanted = await one(company.first, "sessions", session(number))
        return await event_id_of(company.first, known, wanted)

    async def test_it_is_known_by_where_the_pattern_put_it(self, company: Company) -> None:
        company.outlook.change("series-1/20270309", start=STARTS[1] + DAY)
        assert await self.found(company, 2) == "series-1/20270309"

    async def test_one_that_is_gone_is_not_found(self, company: Company) -> None:
        del company.outlook.events["series-1/20270309"]
        assert await self.found(company, 2) == ""

    async def test_nor_is_any_of_a_series_that_is_gone(self, company: Company) -> None:
        company.outlook.events = {}
        assert await self.found(company, 2) == ""

    async def test_without_a_series_nobody_is_asked(self, company: Company) -> None:
        company.outlook.refuses["series"] = Unavailable("nobody is to be asked")
        assert await self.found(company, 2, series_id="") == ""


async def test_two_programmes_have_their_own_series_in_one_calendar(company: Company) -> None:
    both = [*STARTS, *expand(SECOND_THURSDAY)]
    assert [event.start for event in company.outlook.of("jan")] == sorted(both)
    assert (await one(company.second, "tandems", OTHER)).series_id == "series-2"
