"""Each tandem gets a place in a participants' team; more teams are opened when they are full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World


def seat(uow: UnitOfWork, moment: Moment, launch_id: str, ready: Sequence[Tandem]) -> None:
    """Spread the tandems over the teams; one that has a team from an earlier attempt keeps it.

    What finds no place gets an empty team, for which one is opened later.
    """
    seats = seats_of(uow, moment, ready)
    begun = (replace(t, state=TandemState.LAUNCHING, launch_id=launch_id) for t in ready)
    uow.tandems.put_all(
        replace(each, team_id=seats[each.id], trouble="", foreseen=()) for each in begun
    )


def seats_of(uow: UnitOfWork, moment: Moment, ready: Sequence[Tandem]) -> dict[str, str]:
    """The team that each tandem (by id) would get; empty where one has to be opened first."""
    places = _places(uow, moment)
    ordered = sorted(ready, key=lambda tandem: tandem.number)
    return {tandem.id: tandem.team_id or _roomiest(places) for tandem in ordered}


FULL_OR_GONE = frozenset({"channel-full", "channel-notthere", "team-notthere"})
"""The troubles with a team that make a tandem go elsewhere at the next attempt."""


def seat_again(uow: UnitOfWork, moment: Moment, troubled: Sequence[Tandem]) -> list[Tandem]:
    """The tandems with a place for another attempt: their own one, unless the team is full or
    gone.
    """
    places = _places(uow, moment)
    return [replace(tandem, team_id=_other(tandem, places)) for tandem in troubled]


def _other(tandem: Tandem, places: dict[str, int]) -> str:
    if tandem.trouble in FULL_OR_GONE:
        places.pop(tandem.team_id, None)
    elif tandem.team_id:
        return tandem.team_id
    return _roomiest(places)


def _roomiest(places: dict[str, int]) -> str:
    """The team with room for the most channels, one fewer from now on; empty if all are full."""
    team = max(places, key=lambda each: places[each], default="")
    if places.get(team, 0) <= 0:
        return ""
    places[team] -= 1
    return team


def _places(uow: UnitOfWork, moment: Moment) -> dict[str, int]:
    """How many more channels each participants' team can take, by team id."""
    every, there = uow.everywhere, {"team_id": moment.teams}
    taken = Counter(every.tandems.count_by("team_id", **there))
    taken += Counter(every.circles.count_by("team_id", **there))
    return {team: moment.channels_per_team - taken[team] for team in moment.teams}


def team_with_room(uow: UnitOfWork, moment: Moment) -> str:
    """The participants' team with room for the most channels; empty if all are full."""
    return _roomiest(_places(uow, moment))


async def seat_the_rest(world: World, launch_id: str) -> None:
    """Open as many participants' teams as are missing and seat the tandems that had no place."""
    while await world.read(lambda uow, _: uow.tandems.any(**_without_team(launch_id))):
        await world.run(_fill, await open_next_team(world), launch_id)


async def open_next_team(world: World) -> str:
    """Open another participants' team, or adopt the one that an interrupted attempt has opened."""
    moment = await world.moment()
    name, description = next_team(moment)
    owners = sorted(await world.channels.members(moment.home.team_id))
    return await world.channels.open_team(name, description, owners)


def _without_team(launch_id: str) -> dict[str, object]:
    return {"launch_id": launch_id, "team_id": "", "state": TandemState.LAUNCHING}


def _fill(uow: UnitOfWork, moment: Moment, team: str, launch_id: str) -> None:
    keep_team(uow, moment, team)
    without = uow.tandems.all(**_without_team(launch_id))[: moment.channels_per_team]
    uow.tandems.put_all(replace(tandem, team_id=team) for tandem in without)


def keep_team(uow: UnitOfWork, moment: Moment, team: str) -> None:
    """The team is one of the programme's participants' teams from now on."""
    home = uow.programmes.need(moment.home.id)
    if team not in home.teams and not moment.cycle.tried_by:
        uow.programmes.put(replace(home, teams=(*home.teams, team)))


def next_team(moment: Moment) -> tuple[str, str]:
    """Name and description of the participants' team that is opened next.

    The description finds an interrupted attempt's team again, and not somebody else's that happens
    to have the same name.
    """
    name = f"{moment.programme.name} {len(moment.teams) + 1}"
    return name, f"{name} ({moment.home.team_id})"
