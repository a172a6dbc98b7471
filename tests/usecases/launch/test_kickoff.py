"""The kick-off: owners name dates, see whom they ask, and may call it off."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.cycle import CycleState
from mentoring.domain.errors import NotAllowed, OutsideError, Rejected
from mentoring.domain.kickoff import MOST_DATES, MOST_SEATS, Gathering, KickoffState
from mentoring.domain.people import Role
from mentoring.ports.calendar import Booked, GatheringWish
from mentoring.usecases.launch import closing, kickoff, kickoff_dates, kickoff_seats
from mentoring.usecases.launch.closing_card import ClosingNotice, closing_card
from mentoring.usecases.launch.kickoff_cards import (
    kickoff_card,
    seat_card,
)
from tests.usecases.company import (
    FIRST,
    Company,
    asked_for,
    change,
    enrol,
    refused,
    shown,
    told,
)
from tests.usecases.company import NOW as MONDAY
from tests.usecases.launch.kickoffs import (
    KICKOFF,
    ONLINE,
    OWNERS,
    SITE,
    asked,
    prepared,
    the_kickoff,
)

BERLIN = ZoneInfo("Europe/Berlin")


class TestPreparing:
    """Owners see the dates; nobody is asked yet."""

    async def test_the_dates_stand_in_their_order(self, audience: Company) -> None:
        made = await prepared(audience, ONLINE, SITE)
        assert (made.id, made.state, made.dates) == (KICKOFF, KickoffState.PREVIEW, (SITE, ONLINE))
        assert await told(audience.first, kickoff_card.name) == ["otto"]
        assert await told(audience.first, seat_card.name) == []

    @pytest.mark.parametrize(
        ("dates", "code", "facts"),
        [
            (
                (SITE, Gathering(MONDAY)),
                "kickoff-in-past",
                {"at": MONDAY.astimezone(BERLIN).isoformat()},
            ),
            ((ONLINE,) * (MOST_DATES + 1), "kickoff-too-many", {"most": MOST_DATES}),
            ((replace(ONLINE, seats=0),), "kickoff-seats", {"most": MOST_SEATS}),
            ((replace(ONLINE, seats=MOST_SEATS + 1),), "kickoff-seats", {"most": MOST_SEATS}),
        ],
    )
    async def test_dates_that_cannot_be(
        self,
        audience: Company,
        dates: tuple[Gathering, ...],
        code: str,
        facts: dict[str, int | str],
    ) -> None:
        with refused(code, **facts):
            await prepared(audience, *dates)

    async def test_before_anybody_is_enrolled_there_is_nobody_to_come(
        self, programmes: Company
    ) -> None:
        with refused("kickoff-nobody"):
            await prepared(programmes)

    async def test_not_in_a_cycle_that_is_over(self, audience: Company) -> None:
        await change(audience.unbound, "cycles", FIRST, state=CycleState.CLOSING)
        with refused("cycle-over"):
            await prepared(audience)

    async def test_owners_read_how_many_would_be_asked(self, audience: Company) -> None:
        await prepared(audience)
        found = await shown(audience.first, kickoff_card.name, KICKOFF, "otto")
        assert (found.asked, found.taken, found.owner.id) == (2, {}, "otto")


class TestOpening:
    """The dates stand in the owner's calendar, nobody invited yet; then everybody is asked,
    once.
    """

    async def test_confirmed_twice_everybody_is_asked_once(self, audience: Company) -> None:
        await prepared(audience)
        for _ in range(2):
            await audience.first.run(kickoff.confirm, KICKOFF)
        for subject in await asked_for(audience.first, "kickoff"):
            await kickoff_dates.open_dates(audience.first, subject)
        assert await told(audience.first, seat_card.name) == ["eva", "jan"]
        assert [(event.start, event.invited) for event in audience.outlook.of("otto")] == [
            (SITE.start, ()),
            (ONLINE.start, ()),
        ]

    async def test_each_date_has_its_event_and_link(self, audience: Company) -> None:
        await asked(audience)
        found = await the_kickoff(audience)
        assert found.state is KickoffState.OPEN
        assert [(each.event_id, each.join_url) for each in found.dates] == [
            (f"gathering-{number}", f"https://join.example/gathering-{number}") for number in (1, 2)
        ]

    async def test_what_microsoft_365_refuses_is_said_and_may_be_tried_again(
        self, audience: Company
    ) -> None:
        audience.outlook.refuses["book_gathering"] = NotAllowed("no mailbox")
        await asked(audience)
        assert (await the_kickoff(audience)).state is KickoffState.TROUBLE
        assert await told(audience.first, seat_card.name) == []
        audience.outlook.refuses.clear()
        await audience.first.run(kickoff.confirm, KICKOFF)
        await kickoff_dates.open_dates(audience.first, KICKOFF)
        assert await told(audience.first, seat_card.name) == ["eva", "jan"]

    async def test_a_date_that_has_gone_by_meanwhile_cannot_be_confirmed(
        self, audience: Company
    ) -> None:
        await prepared(audience)
        audience.clock.moment = SITE.start
        with refused("kickoff-in-past", at=SITE.start.astimezone(BERLIN).isoformat()):
            await audience.first.run(kickoff.confirm, KICKOFF)

    @pytest.mark.parametrize("error", [None, Rejected("no")])
    async def test_what_is_discarded_meanwhile_asks_nobody_and_leaves_no_event(
        self, audience: Company, monkeypatch: pytest.MonkeyPatch, error: OutsideError | None
    ) -> None:
        """It came back as it was when the booking began, and everybody was asked."""
        await prepared(audience)
        await audience.first.run(kickoff.confirm, KICKOFF)
        book, wishes = audience.outlook.book_gathering, list[GatheringWish]()

        async def and_then_it_is_discarded(wish: GatheringWish) -> Booked:
            wishes.append(wish)
            if error and len(wishes) > 1:
                raise error
            made = await book(wish)
            await audience.first.run(kickoff.discard, KICKOFF)
            return made

        monkeypatch.setattr(audience.outlook, "book_gathering", and_then_it_is_discarded)
        for _ in range(2):
            await kickoff_dates.open_dates(audience.first, KICKOFF)
        assert (await the_kickoff(audience)).state is KickoffState.DISCARDED
        assert await told(audience.first, seat_card.name) == []
        assert audience.outlook.of("otto") == []

    async def test_what_has_happened_since_is_not_undone_by_another_attempt(
        self, audience: Company
    ) -> None:
        await asked(audience)
        later = Gathering(SITE.start + timedelta(hours=2), "Bonn", 5)
        await audience.first.run(kickoff_dates.change_date, KICKOFF, 0, later)
        before = await the_kickoff(audience)
        await kickoff_dates.open_dates(audience.first, KICKOFF)
        assert await the_kickoff(audience) == before
        await audience.first.run(kickoff.cancel, KICKOFF)
        await kickoff_dates.open_dates(audience.first, KICKOFF)
        assert (await the_kickoff(audience)).state is KickoffState.CANCELLED

    async def test_what_was_booked_before_the_rest_was_refused_goes_when_it_is_discarded(
        self, audience: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await prepared(audience)
        await audience.first.run(kickoff.confirm, KICKOFF)
        book = audience.outlook.book_gathering

        async def first_alone(wish: GatheringWish) -> Booked:
            if wish.key.endswith(":1"):
                raise NotAllowed("no")
            return await book(wish)

        monkeypatch.setattr(audience.outlook, "book_gathering", first_alone)
        await kickoff_dates.open_dates(audience.first, KICKOFF)
        assert (await the_kickoff(audience)).state is KickoffState.TROUBLE
        await audience.first.run(kickoff.discard, KICKOFF)
        [order] = await asked_for(audience.first, "cancel_dates")
        await kickoff_dates.cancel_dates(audience.first, order)
        assert audience.outlook.of("otto") == []

    async def test_nobody_is_asked_of_whom_the_card_did_not_speak(self, audience: Company) -> None:
        """issue 12, U1: whoever enrolled in between was asked, though it had said *2 people*."""
        await prepared(audience)
        seen = (await shown(audience.first, kickoff_card.name, KICKOFF, "otto")).seen
        await enrol(audience.first, Role.MENTEE, "olga")
        with refused("preview-changed"):
            await audience.first.run(kickoff.confirm, KICKOFF, seen=seen)
        assert await asked_for(audience.first, "kickoff") == []
        seen = (await shown(audience.first, kickoff_card.name, KICKOFF, "otto")).seen
        await audience.first.run(kickoff.confirm, KICKOFF, seen=seen)
        assert len(await asked_for(audience.first, "kickoff")) == 1

    async def test_once_open_it_cannot_be_confirmed_again(self, audience: Company) -> None:
        await asked(audience)
        await audience.first.run(kickoff.confirm, KICKOFF)
        assert len(await asked_for(audience.first, "kickoff")) == 1


class TestCallingOff:
    """An owner may discard what is shown, and call off what is open."""

    async def test_what_was_discarded_asks_nobody(self, audience: Company) -> None:
        await prepared(audience)
        await audience.first.run(kickoff.discard, KICKOFF)
        await audience.first.run(kickoff.confirm, KICKOFF)
        assert await asked_for(audience.first, "kickoff") == []
        assert (await the_kickoff(audience)).state is KickoffState.DISCARDED

    async def test_after_a_day_nobody_is_asked(self, audience: Company) -> None:
        await prepared(audience)
        audience.clock.moment = MONDAY + timedelta(days=1)
        with refused("preview-old"):
            await audience.first.run(kickoff.confirm, KICKOFF)

    async def test_the_events_are_cancelled_and_every_card_says_so(self, audience: Company) -> None:
        """issue 12, U35."""
        await asked(audience)
        await audience.first.run(kickoff_seats.take_seat, KICKOFF, "eva", 0)
        await audience.first.run(kickoff.cancel, KICKOFF)
        assert await asked_for(audience.first, "cancel_dates") == [KICKOFF]
        await kickoff_dates.cancel_dates(audience.first, KICKOFF)
        assert audience.outlook.of("otto") == []
        with refused("stale"):
            await audience.first.run(kickoff_seats.take_seat, KICKOFF, "jan", 0)
        found = await shown(audience.first, seat_card.name, KICKOFF, "eva")
        assert found.kickoff.state is KickoffState.CANCELLED

    async def test_whoever_had_a_seat_is_not_invited_again(self, audience: Company) -> None:
        await asked(audience)
        await audience.first.run(kickoff_seats.take_seat, KICKOFF, "eva", 0)
        await audience.first.run(kickoff.cancel, KICKOFF)
        await kickoff_seats.invite_seated(audience.first, f"{KICKOFF}:0")
        assert [event.invited for event in audience.outlook.of("otto")] == [(), ()]

    async def test_only_an_open_one_is_called_off(self, audience: Company) -> None:
        await prepared(audience)
        with refused("stale"):
            await audience.first.run(kickoff.cancel, KICKOFF)


class TestTheEndOfTheCycle:
    """issue 12, U18: the card of a cycle that was over still took seats for its kick-off."""

    @pytest.fixture
    async def running(self, company: Company) -> Company:
        """Jan's and Eva's tandem runs; both are asked to a kick-off, and Eva has a seat."""
        await enrol(company.first, Role.MENTOR, "jan")
        await enrol(company.first, Role.MENTEE, "eva")
        await asked(company)
        await company.first.run(kickoff_seats.take_seat, KICKOFF, "eva", 0)
        return company

    async def closed(self, company: Company) -> ClosingNotice:
        """What the preview has said of the closing that was confirmed."""
        made = await company.first.run(closing.prepare, "otto", OWNERS)
        before: ClosingNotice = await shown(company.first, closing_card.name, made.id, "otto")
        await company.first.run(closing.confirm, made.id, seen=before.seen)
        return before

    async def test_its_events_are_cancelled_with_a_friendly_word(self, running: Company) -> None:
        assert (await self.closed(running)).kickoffs == 1
        for subject in await asked_for(running.first, "cancel_dates"):
            await kickoff_dates.cancel_dates(running.first, subject)
        comments = {each.comment for each in running.outlook.cancelled}
        assert (comments, len(running.outlook.cancelled)) == ({"kickoff-closing in de"}, 2)

    async def test_nobody_takes_a_seat_or_changes_a_date_any_more(self, running: Company) -> None:
        await self.closed(running)
        with refused("stale"):
            await running.first.run(kickoff_seats.take_seat, KICKOFF, "jan", 0)
        with refused("stale"):
            await running.first.run(kickoff_dates.change_date, KICKOFF, 0, ONLINE)
        await kickoff_seats.invite_seated(running.first, f"{KICKOFF}:0")
        assert all(not each.invited for each in running.outlook.of("otto"))

    async def test_every_card_says_that_it_is_over(self, running: Company) -> None:
        await self.closed(running)
        for card, who in ((seat_card, "eva"), (kickoff_card, "otto")):
            notice = await shown(running.first, card.name, KICKOFF, who)
            drawn = str(render(notice, Words("en")).content)
            assert "cycle" in drawn
            assert "Action.Execute" not in drawn

    async def test_one_that_is_only_shown_asks_nobody_after_it(self, company: Company) -> None:
        await enrol(company.first, Role.MENTOR, "jan")
        await prepared(company)
        await company.first.run(kickoff.confirm, KICKOFF)
        await self.closed(company)
        await kickoff_dates.open_dates(company.first, KICKOFF)
        assert (await the_kickoff(company)).state is KickoffState.DISCARDED
        assert await told(company.first, seat_card.name) == []

    async def test_of_a_cycle_that_was_over_before_this_was_so(self, running: Company) -> None:
        await change(running.unbound, "cycles", FIRST, state=CycleState.CLOSED)
        with refused("stale"):
            await running.first.run(kickoff_seats.take_seat, KICKOFF, "jan", 0)
        with refused("stale"):
            await running.first.run(kickoff_dates.change_date, KICKOFF, 0, ONLINE)

    async def test_nor_is_anybody_asked_then(self, audience: Company) -> None:
        await prepared(audience)
        await change(audience.unbound, "cycles", FIRST, state=CycleState.CLOSED)
        with refused("cycle-over"):
            await audience.first.run(kickoff.confirm, KICKOFF)

    async def test_the_preview_of_a_closing_follows_a_kick_off(self, running: Company) -> None:
        """One that was opened meanwhile is not called off unseen."""
        await running.first.run(kickoff.cancel, KICKOFF)
        made = await running.first.run(closing.prepare, "otto", OWNERS)
        before = await shown(running.first, closing_card.name, made.id, "otto")
        await change(running.first, "kickoffs", KICKOFF, state=KickoffState.OPEN)
        with refused("preview-changed"):
            await running.first.run(closing.confirm, made.id, seen=before.seen)
