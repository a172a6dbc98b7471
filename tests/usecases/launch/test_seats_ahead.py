"""Before a launch is confirmed it is known where each tandem would get its channel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from mentoring.domain.tandem import ByHand, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.launch.seats_ahead import Seat, seat_ahead, seats_ahead
from tests.usecases.company import Company, change
from tests.usecases.launch.ready import key, ready, with_room

GONE = {"team_id": "south", "trouble": "team-notthere"}
WAITING: Mapping[str, Mapping[int, Mapping[str, Any]]] = {
    "none has a place": {},
    "one has its team": {2: {"team_id": "south"}},
    "one has its channel": {2: {"team_id": "south", "channel_id": "19:stands"}},
    "one has a room by hand": {1: {"by_hand": ByHand.ROOM}, 3: {"by_hand": ByHand.DATES}},
    "the team of one is gone": {4: GONE},
    "a full one has its room by hand": {2: {**GONE, "by_hand": ByHand.BOTH}},
}


async def waiting(company: Company, which: str) -> None:
    """Six tandems that are ready, and one that is launched, with two teams of three."""
    await change(company.unbound, "programmes", "p1", teams=("north", "south"))
    for number in range(1, 7):
        await ready(company.first, number, **WAITING[which].get(number, {}))
    await ready(company.first, 7, state=TandemState.LAUNCHED, team_id="north", channel_id="19:7")


async def seats(company: Company) -> Mapping[str, Seat]:
    def found(uow: UnitOfWork, moment: Moment) -> Mapping[str, Seat]:
        return seats_ahead(uow, moment, uow.tandems.all(state=TandemState.ACCEPTED))

    return await with_room(company, 3).read(found)


@pytest.mark.parametrize("which", WAITING)
async def test_each_has_the_same_seat_whether_or_not_the_others_are_read(
    programmes: Company, which: str
) -> None:
    await waiting(programmes, which)
    together = await seats(programmes)

    def alone(uow: UnitOfWork, moment: Moment) -> Mapping[str, Seat]:
        return {each: seat_ahead(uow, moment, uow.tandems.need(each)) for each in together}

    assert await with_room(programmes, 3).read(alone) == together


async def test_they_are_seated_by_their_numbers(programmes: Company) -> None:
    await waiting(programmes, "none has a place")
    assert [(each.team, each.before) for each in (await seats(programmes)).values()] == [
        ("south", 0),
        ("north", 0),
        ("south", 1),
        ("north", 1),
        ("south", 2),
        ("", 0),
    ]


async def test_who_has_a_channel_or_arranged_a_room_comes_before_nobody(
    programmes: Company,
) -> None:
    await waiting(programmes, "one has its channel")
    await change(programmes.first, "tandems", key(programmes.first, 3), by_hand=ByHand.ROOM)
    found = await seats(programmes)
    assert [(each.team, each.before) for each in found.values()] == [
        ("north", 0),
        ("south", 0),
        ("", 0),
        ("south", 0),
        ("north", 1),
        ("south", 1),
    ]
