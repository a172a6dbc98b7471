"""A participants' team for a single channel that is no tandem's (a circle's): one with room, or
another one that is opened for it.

As in a launch, the team that is being opened is a row of its own (``opening.py``), whose number
nobody else gets: so no two open one of the same name, and whoever goes on after a server has died
finds the one that stands.
"""

from __future__ import annotations

from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.launch.one_at_a_time import one_at_a_time
from mentoring.usecases.launch.opened_before import number_of, open_once
from mentoring.usecases.launch.opening import next_number, to_open
from mentoring.usecases.launch.seats import (
    keep_team,
    places_in,
    team_of_number,
    team_with_room,
)

Place = tuple[str, str]
"""A team's id; or, where that is empty, the key of the one that has to be opened first."""


async def team_for(world: World, needed_by: str) -> str:
    """The id of a participants' team with room for the channel of ``needed_by`` (an id); opened, or
    adopted where an interrupted attempt has opened it, if all are full.
    """
    team, key = await world.run(_place, needed_by)
    while not team:
        opened = await open_once(world, key, *await world.read(_named, key))
        team, key = await world.run(_stands, key, needed_by, opened)
    return team


def no_team_for(uow: UnitOfWork, _moment: Moment, needed_by: str) -> None:
    """It needs none any more: the number is free for the next one, which adopts what stands."""
    uow.launch_teams.delete_all(launch_id=needed_by, team_id="")


def _place(uow: UnitOfWork, moment: Moment, needed_by: str) -> Place:
    """One that is being opened comes first: it may stand by now."""
    one_at_a_time(uow)
    begun = uow.launch_teams.first(launch_id=needed_by, team_id="")
    if begun:
        return "", begun.id
    team = team_with_room(uow, moment)
    return (team, "") if team else _to_be_opened(uow, moment, needed_by)


def _to_be_opened(uow: UnitOfWork, moment: Moment, needed_by: str, after: int = 0) -> Place:
    row = to_open(needed_by, next_number(uow, moment, after))
    uow.launch_teams.add(row)
    return "", row.id


def _named(_uow: UnitOfWork, moment: Moment, key: str) -> tuple[str, str]:
    return team_of_number(moment, number_of(key))


def _stands(uow: UnitOfWork, moment: Moment, key: str, needed_by: str, team: str) -> Place:
    """The team is there; if it is one that others have filled, the next one is opened."""
    one_at_a_time(uow)
    uow.launch_teams.delete(key)
    keep_team(uow, moment, team)
    if places_in(uow, moment, [team]).get(team, 0) > 0:
        return team, ""
    return _to_be_opened(uow, moment, needed_by, number_of(key))
