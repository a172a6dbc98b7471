"""Participants take a seat at the kick-off, and nobody gets more than there are."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.kickoff import Gathering, Kickoff, KickoffState
from mentoring.domain.people import Role
from mentoring.domain.posting import Posting
from mentoring.domain.upkeep import Timer
from mentoring.notices import Scene, notice_of
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.postings import post_to
from mentoring.usecases.common.timers import TIMERS
from mentoring.usecases.launch import kickoff_cards, kickoff_seats
from mentoring.usecases.launch.kickoff_cards import (
    KickoffNotice,
    kickoff_card,
    missed_card,
    seat_card,
)
from tests.bench.support.programme import NOW
from tests.usecases.busy import TANDEMS, at_once
from tests.usecases.company import (
    Company,
    asked_for,
    change,
    enrol,
    one,
    refused,
    shown,
    told,
)
from tests.usecases.launch.kickoffs import KICKOFF, ONLINE, SITE, asked, the_kickoff

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
        opened, kickoff_seats.take_seat, *[("kickoff-1", person, 0) for person in PEOPLE]
    )
    assert (outcome.done, outcome.refused) == (3, ["kickoff-full"] * (len(PEOPLE) - 3))
    assert await taken(opened) == {0: 3}


async def test_changing_ones_mind_frees_a_seat(opened: World) -> None:
    for person in PEOPLE[:3]:
        await opened.run(kickoff_seats.take_seat, "kickoff-1", person, 0)
    await opened.run(kickoff_seats.take_seat, "kickoff-1", PEOPLE[0], 1)
    await opened.run(kickoff_seats.take_seat, "kickoff-1", PEOPLE[3], 0)
    await opened.run(kickoff_seats.take_seat, "kickoff-1", PEOPLE[1], -1)
    assert await taken(opened) == {0: 2, 1: 1, -1: 1}


async def test_outlook_is_told_once_for_answers_that_come_together(opened: World) -> None:
    for person in PEOPLE[:3]:
        await opened.run(kickoff_seats.take_seat, "kickoff-1", person, 0)
    assert await opened.read(lambda uow, _: uow.effects.count(kind="kickoff_invite")) == 1


async def test_owners_see_how_many_are_asked_and_have_answered(opened: World) -> None:
    await opened.run(kickoff_seats.take_seat, "kickoff-1", PEOPLE[0], 1)
    posting = Posting("p", kickoff_card.name, "kickoff-1", "owner")
    notice = await opened.read(lambda uow, moment: notice_of(uow, Scene(posting, moment)))
    assert isinstance(notice, KickoffNotice)
    assert (notice.asked, notice.taken) == (len(PEOPLE), {1: 1})


async def test_whoever_was_not_there_gets_the_five_minutes(opened: World) -> None:
    await opened.run(kickoff_seats.take_seat, "kickoff-1", PEOPLE[0], 1)
    await opened.run(kickoff_seats.take_seat, "kickoff-1", PEOPLE[1], -1)
    await opened.run(TIMERS["kickoff-over"], Timer("t", "kickoff-over", "kickoff-1", NOW))
    told = {
        person
        for (person,) in await opened.read(
            lambda uow, _: uow.postings.columns("person_id", kind=missed_card.name)
        )
    }
    assert told == set(PEOPLE[1:])


class TestTakingASeat:
    """Of an open date, by whoever was asked."""

    async def sit(self, company: Company, number: int, who: str = "eva") -> None:
        await company.first.run(kickoff_seats.take_seat, KICKOFF, who, number)

    async def test_pressed_twice_it_is_one_seat_and_one_word_to_outlook(
        self, audience: Company
    ) -> None:
        await asked(audience)
        await self.sit(audience, 0)
        audience.clock.moment += timedelta(minutes=1)
        await self.sit(audience, 0)
        assert await asked_for(audience.first, "kickoff_invite") == [f"{KICKOFF}:0"]

    async def test_outlook_is_told_of_the_date_that_was_left_and_the_one_that_was_taken(
        self, audience: Company
    ) -> None:
        await asked(audience)
        for number in (0, 1):
            await self.sit(audience, number)
            for subject in await asked_for(audience.first, "kickoff_invite"):
                await kickoff_seats.invite_seated(audience.first, subject)
        assert {event.start: event.invited for event in audience.outlook.of("otto")} == {
            SITE.start: (),
            ONLINE.start: ("eva",),
        }

    @pytest.mark.parametrize(
        ("number", "who"), [(2, "eva"), (-2, "eva"), (0, "dora"), (0, "ada"), (0, "otto")]
    )
    async def test_not_of_a_date_that_there_is_not_nor_by_somebody_who_was_not_asked(
        self, audience: Company, number: int, who: str
    ) -> None:
        await asked(audience)
        with refused("stale"):
            await self.sit(audience, number, who)

    async def test_not_of_a_date_that_is_past_but_of_a_later_one(self, audience: Company) -> None:
        await asked(audience)
        audience.clock.moment = SITE.start
        with refused("stale"):
            await self.sit(audience, 0)
        await self.sit(audience, 1)
        assert (await shown(audience.first, seat_card.name, KICKOFF, "eva")).mine == 1

    @pytest.mark.parametrize(
        "state", [KickoffState.PREVIEW, KickoffState.TROUBLE, KickoffState.OVER]
    )
    async def test_not_unless_it_is_open(self, audience: Company, state: KickoffState) -> None:
        await asked(audience)
        await change(audience.first, "kickoffs", KICKOFF, state=state)
        with refused("stale"):
            await self.sit(audience, 0)

    async def test_another_programme_does_not_know_it(self, audience: Company) -> None:
        await asked(audience)
        with refused("gone"):
            await audience.second.run(kickoff_seats.take_seat, KICKOFF, "ada", 0)


class TestAfterwards:
    """Whoever had no seat gets the five-minute version, also somebody who enrolled later."""

    async def test_when_the_last_date_is_over(self, audience: Company) -> None:
        await asked(audience)
        await audience.first.run(kickoff_seats.take_seat, KICKOFF, "jan", 0)
        await enrol(audience.first, Role.MENTEE, "olga")
        await audience.at(ONLINE.end - timedelta(seconds=1))
        assert await told(audience.first, missed_card.name) == []
        await audience.at(ONLINE.end)
        assert await told(audience.first, missed_card.name) == ["eva", "olga"]
        assert (await the_kickoff(audience)).state is KickoffState.OVER

    async def test_what_it_says_is_the_same_for_all(self, audience: Company) -> None:
        found = await shown(audience.first, missed_card.name, KICKOFF, "eva")
        assert found == kickoff_cards.MissedNotice(
            await one(audience.first, "people", "eva"), (await audience.first.moment()).programme
        )


async def test_whoever_is_forgotten_is_taken_off_the_events_that_are_to_come(
    audience: Company,
) -> None:
    """issue 12: Outlook kept them as an attendee."""
    await asked(audience)
    await audience.first.run(kickoff_seats.take_seat, KICKOFF, "eva", 0)
    await kickoff_seats.invite_seated(audience.first, f"{KICKOFF}:0")
    assert [event.invited for event in audience.outlook.of("otto")] == [("eva",), ()]
    await audience.first.run(kickoff_seats.give_up_seats, "eva")
    for subject in await asked_for(audience.first, "kickoff_invite"):
        await kickoff_seats.invite_seated(audience.first, subject)
    assert [event.invited for event in audience.outlook.of("otto")] == [(), ()]
