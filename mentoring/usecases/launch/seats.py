"""Each tandem gets a place in a participants' team; when they are full, more are opened
(``opening.py``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from mentoring.domain.errors import Full, NotThere, OutsideError
from mentoring.domain.launch import Launch
from mentoring.domain.tandem import ROOM_IN_A_TEAM, Tandem, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.noting import note_anew
from mentoring.usecases.launch.earlier_dates import left_to_them
from mentoring.usecases.launch.leaving import leave_for_others

GONE = "team-gone:"
"""What the id of the fact begins with that a participants' team is gone, or full though we know of
room in it.
"""
RESTORED_WITHIN = timedelta(days=30)
"""So long a team that was deleted can be restored [learn.microsoft.com, Restore a deleted Microsoft
365 group], and so long a deleted channel counts; afterwards the team is tried once more.
"""


def seat(uow: UnitOfWork, moment: Moment, launch: Launch, ready: Sequence[Tandem]) -> None:
    """Spread the tandems over the teams; one that has a team from an earlier attempt keeps it.

    What finds no place gets an empty team, for which one is opened later.
    """
    seats = seats_of(uow, moment, ready)
    leave_for_others(uow, ready, seats)
    begun = (replace(t, state=TandemState.LAUNCHING, launch_id=launch.id) for t in ready)
    seated = (in_team(replace(t, trouble="", foreseen=()), seats[t.id]) for t in begun)
    uow.tandems.put_all(left_to_them(uow, t) for t in seated)


TEAM_GONE = "team-notthere"
FULL_OR_GONE = frozenset({"channel-full", "channel-notthere", TEAM_GONE})
"""The troubles with a team that make a tandem go elsewhere at the next attempt."""


def seats_of(uow: UnitOfWork, moment: Moment, ready: Sequence[Tandem]) -> dict[str, str]:
    """The team that each tandem (by id) would get, its own one unless that is full or gone; empty
    where one has to be opened first, or the room was arranged by hand.
    """
    left = [tandem.team_id for tandem in ready if tandem.trouble in FULL_OR_GONE]
    places = places_for(uow, moment, left)
    ordered = sorted(without_full_or_gone(ready), key=lambda tandem: tandem.number)
    return {t.id: roomiest(places) if needs_place(t) else t.team_id for t in ordered}


def without_full_or_gone(tandems: Iterable[Tandem]) -> Sequence[Tandem]:
    """The tandems, in no team that has turned out to be full or gone; a room that was arranged by
    hand may be in it all the same.
    """
    return [in_team(t, "") if _goes_elsewhere(t) else t for t in tandems]


def in_team(tandem: Tandem, team_id: str) -> Tandem:
    """The tandem in this team; what channel it had in another one stays behind."""
    if tandem.team_id == team_id:
        return tandem
    return replace(tandem, team_id=team_id, channel_id="", channel_url="")


def _goes_elsewhere(tandem: Tandem) -> bool:
    return tandem.trouble in FULL_OR_GONE and not tandem.by_hand.has_room


def needs_place(tandem: Tandem) -> bool:
    """Whether it has no place in a team, and is to get one."""
    return not tandem.team_id and tandem.by_hand in ROOM_IN_A_TEAM


def roomiest(places: dict[str, int]) -> str:
    """The team with room for the most channels, one fewer from now on; empty if all are full."""
    team = max(places, key=lambda each: places[each], default="")
    if places.get(team, 0) <= 0:
        return ""
    places[team] -= 1
    return team


def places_for(uow: UnitOfWork, moment: Moment, left: Collection[str] = ()) -> dict[str, int]:
    """How many more channels each participants' team can take, by team id; none of those that are
    ``left`` because they have turned out to be full or gone.
    """
    found = places_in(uow, moment, moment.teams)
    return {team: room for team, room in found.items() if team not in left}


def places_in(uow: UnitOfWork, moment: Moment, teams: Sequence[str]) -> dict[str, int]:
    """The same for these teams, as far as they are not known to be gone or full."""
    every, there = uow.everywhere, {"team_id": tuple(teams)}
    taken = Counter(every.tandems.count_by("team_id", **there))
    taken += Counter(every.circles.count_by("team_id", **there))
    gone = {key for (key,) in uow.facts.columns("id", id=[f"{GONE}{team}" for team in teams])}
    return {
        team: moment.channels_per_team - taken[team]
        for team in teams
        if f"{GONE}{team}" not in gone
    }


def note_no_place(uow: UnitOfWork, moment: Moment, team_id: str) -> None:
    """The team was deleted, or is full of what others have made in it: nobody gets a place in it
    any more.
    """
    note_anew(uow, f"{GONE}{team_id}", "", moment.now + RESTORED_WITHIN)


async def has_no_place(world: World, team_id: str, refused: OutsideError) -> bool:
    """Whether what a team was refused with is so: that it is gone, or has the channels of which it
    is full. Otherwise a person, say, is the cause, and each attempt would open another one in vain.
    """
    if not isinstance(refused, Full | NotThere):
        return False
    found = await world.channels.look(team_id)
    return found.channels > 0 if isinstance(refused, Full) else not found.exists


async def note_if_no_place(world: World, team_id: str, refused: OutsideError) -> None:
    """Note for all who look for a place that the team has none, if that is so."""
    known = await world.read(lambda uow, _: uow.facts.any(id=f"{GONE}{team_id}"))
    if not known and await has_no_place(world, team_id, refused):
        await world.run(note_no_place, team_id)


def team_with_room(uow: UnitOfWork, moment: Moment) -> str:
    """The participants' team with room for the most channels; empty if all are full."""
    return roomiest(places_for(uow, moment))


def without_place(launch_id: str) -> dict[str, object]:
    """The columns of a tandem that is being launched and waits for a team to be opened."""
    waiting = {"launch_id": launch_id, "team_id": "", "state": TandemState.LAUNCHING}
    return {**waiting, "by_hand": ROOM_IN_A_TEAM}


def keep_team(uow: UnitOfWork, moment: Moment, team: str) -> None:
    """The team is one of the programme's participants' teams from now on."""
    home = uow.programmes.need(moment.home.id)
    if team not in home.teams and not moment.cycle.tried_by:
        uow.programmes.put(replace(home, teams=(*home.teams, team)))


def next_team(moment: Moment) -> tuple[str, str]:
    """Name and description of the participants' team that is opened next."""
    return team_of_number(moment, len(moment.teams) + 1)


def team_of_number(moment: Moment, number: int) -> tuple[str, str]:
    """Name and description of the programme's participants' team of this number.

    The description finds an interrupted attempt's team again, and not somebody else's that happens
    to have the same name.
    """
    name = f"{moment.programme.name} {number}"
    return name, f"{name} ({moment.home.team_id})"
