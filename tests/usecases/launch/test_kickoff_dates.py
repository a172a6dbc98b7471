"""A date of the kick-off can be changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.errors import Gone, NotAllowed, NotThere, OutsideError, Rejected
from mentoring.domain.kickoff import Gathering
from mentoring.usecases.launch import kickoff_dates, kickoff_seats
from mentoring.usecases.launch.kickoff_cards import kickoff_card, seat_card
from tests.usecases.company import NOW as MONDAY
from tests.usecases.company import (
    Company,
    all_of,
    asked_for,
    put,
    refused,
    shown,
)
from tests.usecases.launch.kickoffs import KICKOFF, ONLINE, SITE, asked, prepared, the_kickoff


class TestChangingADate:
    """By card, while it is to come (issue 12, U35)."""

    LATER = Gathering(MONDAY + timedelta(days=9), "Hamburg", 2)

    async def change(self, company: Company, wanted: Gathering = LATER, number: int = 0) -> None:
        await company.first.run(kickoff_dates.change_date, KICKOFF, number, wanted)

    async def test_whoever_has_a_seat_keeps_it_and_outlook_moves_it(
        self, audience: Company
    ) -> None:
        await asked(audience)
        await audience.first.run(kickoff_seats.take_seat, KICKOFF, "eva", 0)
        await self.change(audience)
        await kickoff_dates.move_date(audience.first, f"{KICKOFF}:0")
        moved = (await the_kickoff(audience)).dates[0]
        event = audience.outlook.events[moved.event_id]
        assert (event.start, audience.outlook.sites[event.id]) == (self.LATER.start, "Hamburg")
        found = await shown(audience.first, seat_card.name, KICKOFF, "eva")
        assert (found.mine, found.kickoff.dates[0].start) == (0, self.LATER.start)

    @pytest.mark.parametrize(
        ("wanted", "code", "field"),
        [
            (replace(LATER, start=MONDAY), "kickoff-day-past", "day0"),
            (replace(LATER, seats=0), "kickoff-seats", "seats0"),
            (replace(LATER, seats=1), "kickoff-seats-taken", "seats0"),
        ],
    )
    async def test_what_cannot_be_is_refused(
        self, audience: Company, wanted: Gathering, code: str, field: str
    ) -> None:
        await asked(audience)
        for person in ("eva", "jan"):
            await audience.first.run(kickoff_seats.take_seat, KICKOFF, person, 0)
        with refused(code, field=field):
            await self.change(audience, wanted)

    async def test_only_of_an_open_one_and_a_date_to_come(self, audience: Company) -> None:
        await prepared(audience)
        with refused("stale"):
            await self.change(audience)

    @pytest.mark.parametrize("refusal", [NotThere("no mailbox"), NotAllowed("x"), Rejected("x")])
    async def test_what_outlook_refuses_is_not_left_at_the_old_time_in_silence(
        self, audience: Company, refusal: OutsideError
    ) -> None:
        """It stood in the log alone, and everybody came at the old time."""
        await asked(audience)
        await self.change(audience)
        audience.outlook.refuses["change_gathering"] = refusal
        with pytest.raises(type(refusal), match=str(refusal)):
            await kickoff_dates.move_date(audience.first, f"{KICKOFF}:0")

    async def test_an_event_that_is_gone_is_left_alone(self, audience: Company) -> None:
        await asked(audience)
        await self.change(audience)
        audience.outlook.refuses["change_gathering"] = Gone("404")
        await kickoff_dates.move_date(audience.first, f"{KICKOFF}:0")

    async def test_another_site_alone_is_told_outlook(self, audience: Company) -> None:
        await asked(audience)
        before = (await the_kickoff(audience)).dates[0]
        await self.change(audience, replace(before, site="Hamburg"))
        assert await asked_for(audience.first, "move_date") == [f"{KICKOFF}:0"]

    async def test_other_seats_alone_say_nothing_to_outlook(self, audience: Company) -> None:
        await asked(audience)
        before = (await the_kickoff(audience)).dates[0]
        await self.change(audience, replace(before, seats=7))
        assert await asked_for(audience.first, "move_date") == []
        assert (await the_kickoff(audience)).dates[0].seats == 7


async def test_once_a_date_has_begun_the_cards_show_it_without_being_asked(
    audience: Company,
) -> None:
    """Its buttons stood there until the client refreshed, and led to a refusal (U31)."""
    await asked(audience)
    await audience.at(MONDAY + timedelta(days=2))  # its preview has grown old
    last = replace(SITE, start=ONLINE.start + timedelta(hours=1))
    await audience.first.run(kickoff_dates.change_date, KICKOFF, 0, last)
    for begun, behind in ((SITE, False), (ONLINE, True), (last, True)):
        await all_up_to_date(audience)
        await audience.at(begun.start)
        cards = await all_of(audience.first, "postings", subject_id=KICKOFF)
        assert {each.kind: each.is_behind for each in cards} == {
            kickoff_card.name: behind,
            seat_card.name: behind,
        }


async def all_up_to_date(company: Company) -> None:
    """Everybody's client shows each card as it is."""
    for each in await all_of(company.first, "postings", subject_id=KICKOFF):
        await put(company.first, "postings", replace(each, activity_id="a", shown=each.wanted))
