"""Seats are limited, and those who take one at the same moment do not get more than there are."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.kickoff import Gathering, Kickoff, KickoffState
from mentoring.domain.posting import Posting
from mentoring.domain.upkeep import Timer
from mentoring.notices import Scene, notice_of
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.postings import post_to
from mentoring.usecases.common.timers import RULES
from mentoring.usecases.launch import kickoff
from mentoring.usecases.launch.kickoff import ASKED, KIND, MISSED, KickoffNotice
from tests.bench.support.programme import NOW
from tests.usecases.busy import TANDEMS, at_once

PEOPLE = [f"{role}{number:05d}" for role in ("mentor", "mentee") for number in range(1, TANDEMS + 1)]
DATES = (Gathering(NOW + timedelta(days=3), "Berlin", 3), Gathering(NOW + timedelta(days=4)))


@pytest.fixture
async def opened(busy: World) -> World:
    def unit(uow: UnitOfWork, _moment: Moment) -> None:
        uow.kickoffs.put(Kickoff("kickoff-1", "owner", DATES, KickoffState.OPEN))
        post_to(uow, ASKED, "kickoff-1", PEOPLE)

    await busy.run(unit)
    return busy


async def taken(world: World) -> dict[int, int]:
    return dict(await world.read(lambda uow, _: uow.seats.count_by("number")))


async def test_no_more_seats_are_taken_than_there_are(opened: World) -> None:
    outcome = await at_once(opened, kickoff.take_seat, *[("kickoff-1", person, 0) for person in PEOPLE])
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
    posting = Posting("p", KIND, "kickoff-1", "owner")
    notice = await opened.read(lambda uow, moment: notice_of(uow, Scene(posting, moment)))
    assert isinstance(notice, KickoffNotice)
    assert (notice.asked, notice.taken) == (len(PEOPLE), {1: 1})


async def test_whoever_was_not_there_gets_the_five_minutes(opened: World) -> None:
    await opened.run(kickoff.take_seat, "kickoff-1", PEOPLE[0], 1)
    await opened.run(kickoff.take_seat, "kickoff-1", PEOPLE[1], -1)
    await opened.run(RULES["kickoff-over"], Timer("t", "kickoff-over", "kickoff-1", NOW))
    told = {person for (person,) in await opened.read(lambda uow, _: uow.postings.columns("person_id", kind=MISSED))}
    assert told == set(PEOPLE[1:])
