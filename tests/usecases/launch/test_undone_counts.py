"""A tandem whose launch was taken back counts as never begun, wherever tandems are counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.cycle import Cycle
from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.people import Role
from mentoring.domain.tandem import TandemState
from mentoring.usecases.enrolment.cycle_review import Review, review
from mentoring.usecases.enrolment.entrance import invite
from mentoring.usecases.launch import seats
from mentoring.usecases.launch.taking_back import take_back
from mentoring.usecases.launch.tandem_list import Stage, tandems_card
from tests.usecases.company import (
    FIRST,
    NOW,
    STARTS,
    TANDEM,
    Company,
    change,
    one,
    profile,
    put,
    session,
    shown,
)
from tests.usecases.launch.ready import key, ready, with_room
from tests.usecases.launch.undone import LAUNCH, confirmed, made_anew
from tests.usecases.overview import status_of

DAY = timedelta(days=1)


@pytest.fixture
async def undone(started: Company) -> Company:
    """The only launch was taken back."""
    await confirmed(started)
    await take_back(started.first, TANDEM)
    return started


async def reviewed(company: Company) -> Review:
    found: Review = await company.first.read(review, frozenset())
    return found


async def test_it_is_none_of_those_that_have_ended(undone: Company) -> None:
    figures = (await status_of(undone.first)).figures
    assert (figures.accepted, figures.launched, figures.closed) == (1, 0, 0)


async def test_it_is_not_in_the_list(undone: Company) -> None:
    found = await shown(undone.first, tandems_card.name, FIRST, "otto")
    assert [each.id for each in found.tandems] == [(await made_anew(undone)).id]
    assert (found.totals[Stage.ALL], found.totals[Stage.ENDED]) == (1, 0)


async def test_the_cycle_has_brought_none(undone: Company) -> None:
    found = await reviewed(undone)
    assert (found.tandems, found.running) == (0, 0)


async def test_it_makes_no_small_group_large(started: Company) -> None:
    """How many sessions four tandems have had stays theirs; and those of an undone one are none of
    a larger group's.
    """
    await ready(started.first, *range(2, 6), state=TandemState.LAUNCHED)
    first = await one(started.first, "sessions", session(1))
    for number in range(2, 6):
        own = replace(first, id=f"{number}:1", tandem_id=key(started.first, number))
        await put(started.first, "sessions", own)
    started.clock.moment = STARTS[0] + DAY
    assert (await reviewed(started)).sessions == 5
    await confirmed(started)
    assert (await reviewed(started)).sessions is None
    await ready(started.first, 6, state=TandemState.LAUNCHED)
    assert (await reviewed(started)).sessions == 4


async def test_who_never_began_waits_and_comes_first_next_time(undone: Company) -> None:
    """Should nothing have come of it after all."""
    made = await made_anew(undone)
    await change(undone.first, "tandems", made.id, state=TandemState.RELEASED)
    assert (await reviewed(undone)).waiting == 2
    await change(undone.first, "enrolments", enrolment_id(FIRST, Role.MENTEE, "eva"), priority=2)
    await put(undone.unbound, "cycles", Cycle("p1c2", "p1", 2, NOW))
    invited = await undone.unbound.of("p1c2").run(invite, profile("eva"), Role.MENTEE)
    assert invited.priority == 2


class TestItsPlace:
    """A team takes so many channels, archived ones among them."""

    async def room_for_one(self, company: Company) -> str:
        """In which team the next tandem finds its place, if the only team takes one channel."""
        await change(company.unbound, "programmes", "p1", teams=("team",))
        await confirmed(company)
        await take_back(company.first, TANDEM)
        made = await made_anew(company)
        found: dict[str, str] = await with_room(company, 1).read(
            lambda uow, moment: seats.seats_of(uow, moment, [made])
        )
        return found[made.id]

    async def test_an_archived_channel_keeps_it(self, started: Company) -> None:
        assert await self.room_for_one(started) == ""

    async def test_without_a_channel_it_is_free_again(self, started: Company) -> None:
        """issue 13: they took the places of channels that were never opened."""
        never_opened = {"state": TandemState.LAUNCHING, "channel_id": "", "launch_id": LAUNCH}
        await change(started.first, "tandems", TANDEM, **never_opened)
        assert await self.room_for_one(started) == "team"
