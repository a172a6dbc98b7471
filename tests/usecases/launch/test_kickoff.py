"""The kick-off: owners name dates, participants take a seat of those there are, and nobody gets
more than there are.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cards.catalogue import render
from cards.kit.words import Words
from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.errors import Gone, NotAllowed, NotThere, OutsideError, Rejected
from mentoring.domain.kickoff import MOST_DATES, MOST_SEATS, Gathering, Kickoff, KickoffState
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.upkeep import Timer
from mentoring.notices import Scene, notice_of
from mentoring.ports.calendar import Booked, GatheringWish
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.postings import post_to
from mentoring.usecases.common.timers import TIMERS
from mentoring.usecases.launch import closing, kickoff
from mentoring.usecases.launch.closing import ClosingNotice, closing_card
from mentoring.usecases.launch.kickoff import KickoffNotice, kickoff_card, missed_card, seat_card
from tests.bench.support.programme import NOW
from tests.usecases.busy import TANDEMS, at_once
from tests.usecases.company import (
    FIRST,
    Company,
    asked_for,
    change,
    enrol,
    hidden,
    one,
    refused,
    shown,
    told,
)
from tests.usecases.company import NOW as MONDAY
from tests.usecases.ports import chat_of

PEOPLE = [
    f"{role}{number:05d}" for role in ("mentor", "mentee") for number in range(1, TANDEMS + 1)
]
DATES = (Gathering(NOW + timedelta(days=3), "Berlin", 3), Gathering(NOW + timedelta(days=4)))


@pytest.fixture
async def opened(busy: World) -> World:
    def unit(uow: UnitOfWork, _moment: Moment) -> None:
        uow.kickoffs.put(Kickoff("kickoff-1", "owner", DATES, KickoffState.OPEN))
        post_to(uow, seat_card, "kickoff-1", PEOPLE)

    await busy.run(unit)
    return busy


async def taken(world: World) -> dict[int, int]:
    return dict(await world.read(lambda uow, _: uow.seats.count_by("number")))


async def test_no_more_seats_are_taken_than_there_are(opened: World) -> None:
    outcome = await at_once(
        opened, kickoff.take_seat, *[("kickoff-1", person, 0) for person in PEOPLE]
    )
    assert (outcome.done, outcome.refused) == (3, ["kickoff-full"] * (len(PEOPLE) - 3))
    assert await taken(opened) == {0: 3}


async def test_changing_ones_mind_frees_a_seat(opened: World) -> None:
    for person in PEOPLE[:3]:
        await opened.run(kickoff.take_seat, "kickoff-1", person, 0)
    await opened.run(kickoff.take_seat, "kickoff-1", PEOPLE[0], 1)
    await opened.run(kickoff.take_seat, "kickoff-1", PEOPLE[3], 0)
    await opened.run(kickoff.take_seat, "kickoff-1", PEOPLE[1], -1)
    assert await taken(opened) == {0: 2, 1: 1, -1: 1}


async def test_outlook_is_told_once_for_answers_that_come_together(opened: World) -> None:
    for person in PEOPLE[:3]:
        await opened.run(kickoff.take_seat, "kickoff-1", person, 0)
    assert await opened.read(lambda uow, _: uow.effects.count(kind="kickoff_invite")) == 1


async def test_owners_see_how_many_are_asked_and_have_answered(opened: World) -> None:
    await opened.run(kickoff.take_seat, "kickoff-1", PEOPLE[0], 1)
    posting = Posting("p", kickoff_card.name, "kickoff-1", "owner")
    notice = await opened.read(lambda uow, moment: notice_of(uow, Scene(posting, moment)))
    assert isinstance(notice, KickoffNotice)
    assert (notice.asked, notice.taken) == (len(PEOPLE), {1: 1})


async def test_whoever_was_not_there_gets_the_five_minutes(opened: World) -> None:
    await opened.run(kickoff.take_seat, "kickoff-1", PEOPLE[0], 1)
    await opened.run(kickoff.take_seat, "kickoff-1", PEOPLE[1], -1)
    await opened.run(TIMERS["kickoff-over"], Timer("t", "kickoff-over", "kickoff-1", NOW))
    told = {
        person
        for (person,) in await opened.read(
            lambda uow, _: uow.postings.columns("person_id", kind=missed_card.name)
        )
    }
    assert told == set(PEOPLE[1:])


SITE, ONLINE = (
    Gathering(MONDAY + timedelta(days=3), "Berlin", 2),
    Gathering(MONDAY + timedelta(days=4)),
)
KICKOFF = f"{FIRST}.kickoff-1"
OWNERS = chat_of("owners")


@pytest.fixture
async def enrolled(programmes: Company) -> Company:
    """Jan and Eva are enrolled in the first programme, Ada in the second; Dora has not finished."""
    await enrol(programmes.first, Role.MENTOR, "jan")
    await enrol(programmes.first, Role.MENTEE, "eva")
    dora = await enrol(programmes.first, Role.MENTEE, "dora")
    await change(programmes.first, "enrolments", dora.id, state=EnrolmentState.BEGUN)
    await enrol(programmes.second, Role.MENTEE, "ada")
    return programmes


async def prepared(company: Company, *dates: Gathering) -> Kickoff:
    return await company.first.run(kickoff.prepare, "otto", dates or (SITE, ONLINE), OWNERS)


async def asked(company: Company) -> None:
    """The dates stand in Otto's calendar, and everybody is asked."""
    await prepared(company)
    await company.first.run(kickoff.confirm, KICKOFF)
    await kickoff.open_dates(company.first, KICKOFF)


async def the_kickoff(company: Company) -> Kickoff:
    found: Kickoff = await one(company.first, "kickoffs", KICKOFF)
    return found


class TestPreparing:
    """Owners see the dates; nobody is asked yet."""

    async def test_the_dates_stand_in_their_order(self, enrolled: Company) -> None:
        made = await prepared(enrolled, ONLINE, SITE)
        assert (made.id, made.state, made.dates) == (KICKOFF, KickoffState.PREVIEW, (SITE, ONLINE))
        assert await told(enrolled.first, kickoff_card.name) == ["otto"]
        assert await told(enrolled.first, seat_card.name) == []

    @pytest.mark.parametrize(
        ("dates", "code", "facts"),
        [
            ((SITE, Gathering(MONDAY)), "kickoff-in-past", {}),
            ((ONLINE,) * (MOST_DATES + 1), "kickoff-too-many", {"most": MOST_DATES}),
            ((replace(ONLINE, seats=0),), "kickoff-seats", {"most": MOST_SEATS}),
            ((replace(ONLINE, seats=MOST_SEATS + 1),), "kickoff-seats", {"most": MOST_SEATS}),
        ],
    )
    async def test_dates_that_cannot_be(
        self, enrolled: Company, dates: tuple[Gathering, ...], code: str, facts: dict[str, int]
    ) -> None:
        with refused(code, **facts):
            await prepared(enrolled, *dates)

    async def test_before_anybody_is_enrolled_there_is_nobody_to_come(
        self, programmes: Company
    ) -> None:
        with refused("kickoff-nobody"):
            await prepared(programmes)

    async def test_not_in_a_cycle_that_is_over(self, enrolled: Company) -> None:
        await change(enrolled.unbound, "cycles", FIRST, state=CycleState.CLOSING)
        with refused("cycle-over"):
            await prepared(enrolled)

    async def test_owners_read_how_many_would_be_asked(self, enrolled: Company) -> None:
        await prepared(enrolled)
        found = await shown(enrolled.first, kickoff_card.name, KICKOFF, "otto")
        assert (found.asked, found.taken, found.owner.id) == (2, {}, "otto")


class TestOpening:
    """The dates stand in the owner's calendar, nobody invited yet; then everybody is asked,
    once.
    """

    async def test_confirmed_twice_everybody_is_asked_once(self, enrolled: Company) -> None:
        await prepared(enrolled)
        for _ in range(2):
            await enrolled.first.run(kickoff.confirm, KICKOFF)
        for subject in await asked_for(enrolled.first, "kickoff"):
            await kickoff.open_dates(enrolled.first, subject)
        assert await told(enrolled.first, seat_card.name) == ["eva", "jan"]
        assert [(event.start, event.invited) for event in enrolled.outlook.of("otto")] == [
            (SITE.start, ()),
            (ONLINE.start, ()),
        ]

    async def test_each_date_has_its_event_and_link(self, enrolled: Company) -> None:
        await asked(enrolled)
        found = await the_kickoff(enrolled)
        assert found.state is KickoffState.OPEN
        assert [(each.event_id, each.join_url) for each in found.dates] == [
            (f"gathering-{number}", f"https://join.example/gathering-{number}") for number in (1, 2)
        ]

    async def test_what_microsoft_365_refuses_is_said_and_may_be_tried_again(
        self, enrolled: Company
    ) -> None:
        enrolled.outlook.refuses["book_gathering"] = NotAllowed("no mailbox")
        await asked(enrolled)
        assert (await the_kickoff(enrolled)).state is KickoffState.TROUBLE
        assert await told(enrolled.first, seat_card.name) == []
        enrolled.outlook.refuses.clear()
        await enrolled.first.run(kickoff.confirm, KICKOFF)
        await kickoff.open_dates(enrolled.first, KICKOFF)
        assert await told(enrolled.first, seat_card.name) == ["eva", "jan"]

    async def test_a_date_that_has_gone_by_meanwhile_cannot_be_confirmed(
        self, enrolled: Company
    ) -> None:
        await prepared(enrolled)
        enrolled.clock.moment = SITE.start
        with refused("kickoff-in-past"):
            await enrolled.first.run(kickoff.confirm, KICKOFF)

    @pytest.mark.parametrize("error", [None, Rejected("no")])
    async def test_what_is_discarded_meanwhile_asks_nobody_and_leaves_no_event(
        self, enrolled: Company, monkeypatch: pytest.MonkeyPatch, error: OutsideError | None
    ) -> None:
        """It came back as it was when the booking began, and everybody was asked."""
        await prepared(enrolled)
        await enrolled.first.run(kickoff.confirm, KICKOFF)
        book, wishes = enrolled.outlook.book_gathering, list[GatheringWish]()

        async def and_then_it_is_discarded(wish: GatheringWish) -> Booked:
            wishes.append(wish)
            if error and len(wishes) > 1:
                raise error
            made = await book(wish)
            await enrolled.first.run(kickoff.discard, KICKOFF)
            return made

        monkeypatch.setattr(enrolled.outlook, "book_gathering", and_then_it_is_discarded)
        for _ in range(2):
            await kickoff.open_dates(enrolled.first, KICKOFF)
        assert (await the_kickoff(enrolled)).state is KickoffState.DISCARDED
        assert await told(enrolled.first, seat_card.name) == []
        assert enrolled.outlook.of("otto") == []

    async def test_what_has_happened_since_is_not_undone_by_another_attempt(
        self, enrolled: Company
    ) -> None:
        await asked(enrolled)
        later = Gathering(SITE.start + timedelta(hours=2), "Bonn", 5)
        await enrolled.first.run(kickoff.change_date, KICKOFF, 0, later)
        before = await the_kickoff(enrolled)
        await kickoff.open_dates(enrolled.first, KICKOFF)
        assert await the_kickoff(enrolled) == before
        await enrolled.first.run(kickoff.cancel, KICKOFF)
        await kickoff.open_dates(enrolled.first, KICKOFF)
        assert (await the_kickoff(enrolled)).state is KickoffState.CANCELLED

    async def test_what_was_booked_before_the_rest_was_refused_goes_when_it_is_discarded(
        self, enrolled: Company, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await prepared(enrolled)
        await enrolled.first.run(kickoff.confirm, KICKOFF)
        book = enrolled.outlook.book_gathering

        async def first_alone(wish: GatheringWish) -> Booked:
            if wish.key.endswith(":1"):
                raise NotAllowed("no")
            return await book(wish)

        monkeypatch.setattr(enrolled.outlook, "book_gathering", first_alone)
        await kickoff.open_dates(enrolled.first, KICKOFF)
        assert (await the_kickoff(enrolled)).state is KickoffState.TROUBLE
        await enrolled.first.run(kickoff.discard, KICKOFF)
        [order] = await asked_for(enrolled.first, "cancel_dates")
        await kickoff.cancel_dates(enrolled.first, order)
        assert enrolled.outlook.of("otto") == []

    async def test_nobody_is_asked_of_whom_the_card_did_not_speak(self, enrolled: Company) -> None:
        """issue 12, U1: whoever enrolled in between was asked, though it had said *2 people*."""
        await prepared(enrolled)
        seen = (await shown(enrolled.first, kickoff_card.name, KICKOFF, "otto")).seen
        await enrol(enrolled.first, Role.MENTEE, "olga")
        with refused("preview-changed"):
            await enrolled.first.run(kickoff.confirm, KICKOFF, seen=seen)
        assert await asked_for(enrolled.first, "kickoff") == []
        seen = (await shown(enrolled.first, kickoff_card.name, KICKOFF, "otto")).seen
        await enrolled.first.run(kickoff.confirm, KICKOFF, seen=seen)
        assert len(await asked_for(enrolled.first, "kickoff")) == 1

    async def test_once_open_it_cannot_be_confirmed_again(self, enrolled: Company) -> None:
        await asked(enrolled)
        await enrolled.first.run(kickoff.confirm, KICKOFF)
        assert len(await asked_for(enrolled.first, "kickoff")) == 1


class TestTakingASeat:
    """Of an open date, by whoever was asked."""

    async def sit(self, company: Company, number: int, who: str = "eva") -> None:
        await company.first.run(kickoff.take_seat, KICKOFF, who, number)

    async def test_pressed_twice_it_is_one_seat_and_one_word_to_outlook(
        self, enrolled: Company
    ) -> None:
        await asked(enrolled)
        await self.sit(enrolled, 0)
        enrolled.clock.moment += timedelta(minutes=1)
        await self.sit(enrolled, 0)
        assert await asked_for(enrolled.first, "kickoff_invite") == [f"{KICKOFF}:0"]

    async def test_outlook_is_told_of_the_date_that_was_left_and_the_one_that_was_taken(
        self, enrolled: Company
    ) -> None:
        await asked(enrolled)
        for number in (0, 1):
            await self.sit(enrolled, number)
            for subject in await asked_for(enrolled.first, "kickoff_invite"):
                await kickoff.invite_seated(enrolled.first, subject)
        assert {event.start: event.invited for event in enrolled.outlook.of("otto")} == {
            SITE.start: (),
            ONLINE.start: ("eva",),
        }

    @pytest.mark.parametrize(
        ("number", "who"), [(2, "eva"), (-2, "eva"), (0, "dora"), (0, "ada"), (0, "otto")]
    )
    async def test_not_of_a_date_that_there_is_not_nor_by_somebody_who_was_not_asked(
        self, enrolled: Company, number: int, who: str
    ) -> None:
        await asked(enrolled)
        with refused("stale"):
            await self.sit(enrolled, number, who)

    async def test_not_of_a_date_that_is_past_but_of_a_later_one(self, enrolled: Company) -> None:
        await asked(enrolled)
        enrolled.clock.moment = SITE.start
        with refused("stale"):
            await self.sit(enrolled, 0)
        await self.sit(enrolled, 1)
        assert (await shown(enrolled.first, seat_card.name, KICKOFF, "eva")).mine == 1

    @pytest.mark.parametrize(
        "state", [KickoffState.PREVIEW, KickoffState.TROUBLE, KickoffState.OVER]
    )
    async def test_not_unless_it_is_open(self, enrolled: Company, state: KickoffState) -> None:
        await asked(enrolled)
        await change(enrolled.first, "kickoffs", KICKOFF, state=state)
        with refused("stale"):
            await self.sit(enrolled, 0)

    async def test_another_programme_does_not_know_it(self, enrolled: Company) -> None:
        await asked(enrolled)
        with refused("gone"):
            await enrolled.second.run(kickoff.take_seat, KICKOFF, "ada", 0)


class TestTheCards:
    """Everybody reads how many seats are taken, nobody who has taken them."""

    async def test_one_who_is_asked_reads_ones_own_answer_and_the_others_number(
        self, enrolled: Company
    ) -> None:
        await asked(enrolled)
        for number, mine in ((None, None), (0, 0), (-1, -1)):
            if number is not None:
                await enrolled.first.run(kickoff.take_seat, KICKOFF, "eva", number)
            found = await shown(enrolled.first, seat_card.name, KICKOFF, "eva")
            assert (found.mine, found.person.id) == (mine, "eva")
        await enrolled.first.run(kickoff.take_seat, KICKOFF, "jan", 0)
        assert (await shown(enrolled.first, seat_card.name, KICKOFF, "eva")).taken == {-1: 1, 0: 1}

    async def test_owners_read_how_many_were_asked(self, enrolled: Company) -> None:
        await asked(enrolled)
        await enrol(enrolled.first, Role.MENTEE, "olga")
        assert (await shown(enrolled.first, kickoff_card.name, KICKOFF, "otto")).asked == 2

    async def test_another_programmes_owners_read_nothing(self, enrolled: Company) -> None:
        await asked(enrolled)
        assert await hidden(enrolled.second, kickoff_card.name, KICKOFF, "olga") == "erased"


class TestAfterwards:
    """Whoever had no seat gets the five-minute version, also somebody who enrolled later."""

    async def test_when_the_last_date_is_over(self, enrolled: Company) -> None:
        await asked(enrolled)
        await enrolled.first.run(kickoff.take_seat, KICKOFF, "jan", 0)
        await enrol(enrolled.first, Role.MENTEE, "olga")
        await enrolled.at(ONLINE.end - timedelta(seconds=1))
        assert await told(enrolled.first, missed_card.name) == []
        await enrolled.at(ONLINE.end)
        assert await told(enrolled.first, missed_card.name) == ["eva", "olga"]
        assert (await the_kickoff(enrolled)).state is KickoffState.OVER

    async def test_what_it_says_is_the_same_for_all(self, enrolled: Company) -> None:
        found = await shown(enrolled.first, missed_card.name, KICKOFF, "eva")
        assert found == kickoff.MissedNotice(
            await one(enrolled.first, "people", "eva"), (await enrolled.first.moment()).programme
        )


class TestCallingOff:
    """An owner may discard what is shown, and call off what is open."""

    async def test_what_was_discarded_asks_nobody(self, enrolled: Company) -> None:
        await prepared(enrolled)
        await enrolled.first.run(kickoff.discard, KICKOFF)
        await enrolled.first.run(kickoff.confirm, KICKOFF)
        assert await asked_for(enrolled.first, "kickoff") == []
        assert (await the_kickoff(enrolled)).state is KickoffState.DISCARDED

    async def test_after_a_day_nobody_is_asked(self, enrolled: Company) -> None:
        await prepared(enrolled)
        enrolled.clock.moment = MONDAY + timedelta(days=1)
        with refused("preview-old"):
            await enrolled.first.run(kickoff.confirm, KICKOFF)

    async def test_the_events_are_cancelled_and_every_card_says_so(self, enrolled: Company) -> None:
        """issue 12, U35."""
        await asked(enrolled)
        await enrolled.first.run(kickoff.take_seat, KICKOFF, "eva", 0)
        await enrolled.first.run(kickoff.cancel, KICKOFF)
        await kickoff.cancel_dates(enrolled.first, KICKOFF)
        assert enrolled.outlook.of("otto") == []
        with refused("stale"):
            await enrolled.first.run(kickoff.take_seat, KICKOFF, "jan", 0)
        found = await shown(enrolled.first, seat_card.name, KICKOFF, "eva")
        assert found.kickoff.state is KickoffState.CANCELLED

    async def test_whoever_had_a_seat_is_not_invited_again(self, enrolled: Company) -> None:
        await asked(enrolled)
        await enrolled.first.run(kickoff.take_seat, KICKOFF, "eva", 0)
        await enrolled.first.run(kickoff.cancel, KICKOFF)
        await kickoff.invite_seated(enrolled.first, f"{KICKOFF}:0")
        assert [event.invited for event in enrolled.outlook.of("otto")] == [(), ()]

    async def test_only_an_open_one_is_called_off(self, enrolled: Company) -> None:
        await prepared(enrolled)
        with refused("stale"):
            await enrolled.first.run(kickoff.cancel, KICKOFF)


class TestTheEndOfTheCycle:
    """issue 12, U18: the card of a cycle that was over still took seats for its kick-off."""

    @pytest.fixture
    async def running(self, company: Company) -> Company:
        """Jan's and Eva's tandem runs; both are asked to a kick-off, and Eva has a seat."""
        await enrol(company.first, Role.MENTOR, "jan")
        await enrol(company.first, Role.MENTEE, "eva")
        await asked(company)
        await company.first.run(kickoff.take_seat, KICKOFF, "eva", 0)
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
            await kickoff.cancel_dates(running.first, subject)
        comments = {each.comment for each in running.outlook.cancelled}
        assert (comments, len(running.outlook.cancelled)) == ({"kickoff-closing in de"}, 2)

    async def test_nobody_takes_a_seat_or_changes_a_date_any_more(self, running: Company) -> None:
        await self.closed(running)
        with refused("stale"):
            await running.first.run(kickoff.take_seat, KICKOFF, "jan", 0)
        with refused("stale"):
            await running.first.run(kickoff.change_date, KICKOFF, 0, ONLINE)
        await kickoff.invite_seated(running.first, f"{KICKOFF}:0")
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
        await kickoff.open_dates(company.first, KICKOFF)
        assert (await the_kickoff(company)).state is KickoffState.DISCARDED
        assert await told(company.first, seat_card.name) == []

    async def test_of_a_cycle_that_was_over_before_this_was_so(self, running: Company) -> None:
        await change(running.unbound, "cycles", FIRST, state=CycleState.CLOSED)
        with refused("stale"):
            await running.first.run(kickoff.take_seat, KICKOFF, "jan", 0)
        with refused("stale"):
            await running.first.run(kickoff.change_date, KICKOFF, 0, ONLINE)

    async def test_nor_is_anybody_asked_then(self, enrolled: Company) -> None:
        await prepared(enrolled)
        await change(enrolled.unbound, "cycles", FIRST, state=CycleState.CLOSED)
        with refused("cycle-over"):
            await enrolled.first.run(kickoff.confirm, KICKOFF)

    async def test_the_preview_of_a_closing_follows_a_kick_off(self, running: Company) -> None:
        """One that was opened meanwhile is not called off unseen."""
        await running.first.run(kickoff.cancel, KICKOFF)
        made = await running.first.run(closing.prepare, "otto", OWNERS)
        before = await shown(running.first, closing_card.name, made.id, "otto")
        await change(running.first, "kickoffs", KICKOFF, state=KickoffState.OPEN)
        with refused("preview-changed"):
            await running.first.run(closing.confirm, made.id, seen=before.seen)


class TestChangingADate:
    """By card, while it is to come (issue 12, U35)."""

    LATER = Gathering(MONDAY + timedelta(days=9), "Hamburg", 2)

    async def change(self, company: Company, wanted: Gathering = LATER, number: int = 0) -> None:
        await company.first.run(kickoff.change_date, KICKOFF, number, wanted)

    async def test_whoever_has_a_seat_keeps_it_and_outlook_moves_it(
        self, enrolled: Company
    ) -> None:
        await asked(enrolled)
        await enrolled.first.run(kickoff.take_seat, KICKOFF, "eva", 0)
        await self.change(enrolled)
        await kickoff.move_date(enrolled.first, f"{KICKOFF}:0")
        moved = (await the_kickoff(enrolled)).dates[0]
        event = enrolled.outlook.events[moved.event_id]
        assert (event.start, enrolled.outlook.sites[event.id]) == (self.LATER.start, "Hamburg")
        found = await shown(enrolled.first, seat_card.name, KICKOFF, "eva")
        assert (found.mine, found.kickoff.dates[0].start) == (0, self.LATER.start)

    @pytest.mark.parametrize(
        ("wanted", "code"),
        [
            (replace(LATER, start=MONDAY), "kickoff-in-past"),
            (replace(LATER, seats=0), "kickoff-seats"),
            (replace(LATER, seats=1), "kickoff-seats-taken"),
        ],
    )
    async def test_what_cannot_be_is_refused(
        self, enrolled: Company, wanted: Gathering, code: str
    ) -> None:
        await asked(enrolled)
        for person in ("eva", "jan"):
            await enrolled.first.run(kickoff.take_seat, KICKOFF, person, 0)
        with refused(code):
            await self.change(enrolled, wanted)

    async def test_only_of_an_open_one_and_a_date_to_come(self, enrolled: Company) -> None:
        await prepared(enrolled)
        with refused("stale"):
            await self.change(enrolled)

    @pytest.mark.parametrize("refusal", [NotThere("no mailbox"), NotAllowed("x"), Rejected("x")])
    async def test_what_outlook_refuses_is_not_left_at_the_old_time_in_silence(
        self, enrolled: Company, refusal: OutsideError
    ) -> None:
        """It stood in the log alone, and everybody came at the old time."""
        await asked(enrolled)
        await self.change(enrolled)
        enrolled.outlook.refuses["change_gathering"] = refusal
        with pytest.raises(type(refusal), match=str(refusal)):
            await kickoff.move_date(enrolled.first, f"{KICKOFF}:0")

    async def test_an_event_that_is_gone_is_left_alone(self, enrolled: Company) -> None:
        await asked(enrolled)
        await self.change(enrolled)
        enrolled.outlook.refuses["change_gathering"] = Gone("404")
        await kickoff.move_date(enrolled.first, f"{KICKOFF}:0")

    async def test_other_seats_alone_say_nothing_to_outlook(self, enrolled: Company) -> None:
        await asked(enrolled)
        before = (await the_kickoff(enrolled)).dates[0]
        await self.change(enrolled, replace(before, seats=7))
        assert await asked_for(enrolled.first, "move_date") == []
        assert (await the_kickoff(enrolled)).dates[0].seats == 7


async def test_whoever_is_forgotten_is_taken_off_the_events_that_are_to_come(
    enrolled: Company,
) -> None:
    """issue 12: Outlook kept them as an attendee."""
    await asked(enrolled)
    await enrolled.first.run(kickoff.take_seat, KICKOFF, "eva", 0)
    await kickoff.invite_seated(enrolled.first, f"{KICKOFF}:0")
    assert [event.invited for event in enrolled.outlook.of("otto")] == [("eva",), ()]
    await enrolled.first.run(kickoff.give_up_seats, "eva")
    for subject in await asked_for(enrolled.first, "kickoff_invite"):
        await kickoff.invite_seated(enrolled.first, subject)
    assert [event.invited for event in enrolled.outlook.of("otto")] == [(), ()]
