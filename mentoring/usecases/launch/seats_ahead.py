"""Where tandems would get their channels before a launch is confirmed, and who else goes there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentoring.domain.tandem import ROOM_IN_A_TEAM, Tandem, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import NoneOf, Other, UnitOfWork, UpTo
from mentoring.usecases.launch.seats import (
    FULL_OR_GONE,
    needs_place,
    places_for,
    roomiest,
    seats_of,
    without_full_or_gone,
)


@dataclass(frozen=True)
class Seat:
    """A place in the ``team`` (empty where one has to be opened first, or the room was arranged by
    hand), and how many channels of tandems of lower numbers come to it ``before``.
    """

    team: str
    before: int = 0


def seats_ahead(uow: UnitOfWork, moment: Moment, ready: Sequence[Tandem]) -> Mapping[str, Seat]:
    """Those of all the tandems that are ready, by id."""
    teams, coming, found = seats_of(uow, moment, ready), Counter[str](), {}
    for tandem in sorted(ready, key=lambda each: each.number):
        team = teams[tandem.id]
        found[tandem.id] = Seat(team, coming[team])
        coming[team] += not tandem.channel_id and tandem.by_hand in ROOM_IN_A_TEAM
    return found


def seat_ahead(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> Seat:
    """That of one of them; the others are only counted."""
    (here,) = without_full_or_gone([tandem])
    first = _of_lower_numbers(tandem)
    without = uow.tandems.count(**first, team_id="")
    without += uow.tandems.count(**first, team_id=Other(""), trouble=sorted(FULL_OR_GONE))
    places = places_for(uow, moment, _left(uow))
    coming = Counter(roomiest(places) for _ in range(without))
    team = roomiest(places) if needs_place(here) else here.team_id
    stay = {"team_id": team, "channel_id": "", "trouble": NoneOf(FULL_OR_GONE)}
    there = uow.tandems.count(**first, **stay) if team else 0
    return Seat(team, coming[team] + there)


def _of_lower_numbers(tandem: Tandem) -> Mapping[str, object]:
    """The columns of those that get a channel before it."""
    lower = UpTo(tandem.number - 1)
    return {"state": TandemState.ACCEPTED, "by_hand": ROOM_IN_A_TEAM, "number": lower}


def _left(uow: UnitOfWork) -> Sequence[str]:
    """The teams that have turned out to be full or gone."""
    found = uow.tandems.tally("team_id", state=TandemState.ACCEPTED, trouble=sorted(FULL_OR_GONE))
    return [team for team, _ in found]
