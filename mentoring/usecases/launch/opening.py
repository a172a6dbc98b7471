"""The participants' teams that a launch misses are opened side by side, while those that stand are
filled; one that cannot be opened stops those only who find no place without it.

A team that is being opened is a row of its own. Its number, and with it the name by which it is
found again, is chosen once, so that a server which dies opens no second one for the same places.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import structlog

from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.domain.launch import LaunchTeam
from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import Step, effect, effect_of
from mentoring.usecases.launch.again import begin_once_seated
from mentoring.usecases.launch.decided import last_batches
from mentoring.usecases.launch.members import have_filled, team_key
from mentoring.usecases.launch.one_at_a_time import one_at_a_time
from mentoring.usecases.launch.one_tandem import ATTEMPTS, trouble
from mentoring.usecases.launch.opened_before import number_of, open_once
from mentoring.usecases.launch.seats import (
    keep_team,
    places_in,
    team_of_number,
    without_place,
)
from mentoring.usecases.launch.trouble_codes import code_of

REFUSED = "team-create"
"""How the troubles begin that stand for a team which could not be opened."""
log = structlog.get_logger()


def have_teams_opened(uow: UnitOfWork, moment: Moment, launch_id: str, after: int = 0) -> None:
    """Have as many teams opened as are missing for the tandems of the launch that have no place,
    beside those that are being opened already; their numbers are greater than ``after``.
    """
    if not uow.tandems.any(**without_place(launch_id)):
        return
    one_at_a_time(uow)
    waiting = uow.tandems.count(**without_place(launch_id))
    missing = -(-waiting // moment.channels_per_team) - _coming(uow, launch_id)
    first = next_number(uow, moment, after)
    rows = [to_open(launch_id, number) for number in range(first, first + missing)]
    uow.launch_teams.add_all(rows)
    uow.effects.add_all(effect_of(open_team, row.id) for row in rows)


def next_number(uow: UnitOfWork, moment: Moment, after: int = 0) -> int:
    """The number of the next team to be opened, which is greater than ``after``. Only where all of
    this happens one at a time is it nobody else's.
    """
    return 1 + max(after, len(moment.teams), *_numbers_coming(uow))


def to_open(needed_by: str, number: int) -> LaunchTeam:
    """The row of a team that is being opened, for a launch or whatever else needs it."""
    return LaunchTeam(f"{needed_by}:{number}:{secrets.token_hex(4)}", needed_by, "")


def _coming(uow: UnitOfWork, launch_id: str) -> int:
    """How many teams are being opened for the launch."""
    return uow.launch_teams.count(launch_id=launch_id, team_id="")


def _numbers_coming(uow: UnitOfWork) -> list[int]:
    """The numbers of all teams that are being opened in the programme."""
    every = uow.everywhere
    cycles = every.cycles.those(programme_id=uow.programme_id)
    found = every.launch_teams.columns("id", team_id="", cycle_id=cycles)
    return [number_of(key) for (key,) in found]


def _nobody_answered(uow: UnitOfWork, moment: Moment, key: str) -> None:
    _refused(uow, moment, key, f"{REFUSED}-away")


@effect(queue="launch", attempts=ATTEMPTS, given_up=_nobody_answered)
async def open_team(world: World, key: str, step: Step) -> None:
    """Open one of the teams that are missing, or adopt what an interrupted attempt has opened, and
    give places in it to those who wait for one.
    """
    try:
        team = await step("open", partial(_open, world, key))
    except (NotThere, NotAllowed, Rejected) as refused:
        error, code = type(refused).__name__, code_of(REFUSED, refused)
        log.warning("launch.refused", team=key, doing="create", error=error, text=str(refused))
        await step("refused", lambda: world.run(_refused, key, code))
        return
    await step("seat", lambda: world.run(_stands, key, team))


async def _open(world: World, key: str) -> str:
    """The id of the team; empty if nobody waits for it any more."""
    named = await world.read(_wanted, key)
    return await open_once(world, key, *named) if named else ""


def _wanted(uow: UnitOfWork, moment: Moment, key: str) -> tuple[str, str] | None:
    """Name and description of the team, if somebody waits for it."""
    row = uow.launch_teams.get(key)
    if row is None or not uow.tandems.any(**without_place(row.launch_id)):
        return None
    return team_of_number(moment, number_of(key))


def _stands(uow: UnitOfWork, moment: Moment, key: str, team: str) -> None:
    """The team is there: those who wait get places in it, and it is filled with them."""
    one_at_a_time(uow)
    row = uow.launch_teams.get(key)
    if row is None:
        return
    seated = _seat(uow, moment, row.launch_id, team) if team else []
    uow.launch_teams.delete(key)
    if not team:
        return
    keep_team(uow, moment, team)
    again = _tried_again(uow, row.launch_id, seated)
    if any(tandem.id not in again for tandem in seated):
        have_filled(uow, row.launch_id, [team])
    _begin(uow, moment, key, again.values())
    have_teams_opened(uow, moment, row.launch_id, number_of(key))


def _seat(uow: UnitOfWork, moment: Moment, launch_id: str, team: str) -> list[Tandem]:
    """Give places in the team to as many as each of the teams that are being opened is to take."""
    waiting = _waiting(uow, launch_id)
    share = -(-len(waiting) // _coming(uow, launch_id))
    places = min(share, _room(uow, moment, launch_id, team))
    seated = [replace(tandem, team_id=team) for tandem in waiting[:places]]
    uow.tandems.put_all(seated)
    return seated


def _room(uow: UnitOfWork, moment: Moment, launch_id: str, team: str) -> int:
    """How many of the launch the team can take. None if it is one that the launch has been filling
    already, which it does once; the team of a try is nobody else's.
    """
    if moment.cycle.tried_by:
        return moment.channels_per_team
    if uow.launch_teams.get(team_key(launch_id, team)):
        return 0
    return max(0, places_in(uow, moment, [team]).get(team, 0))


def _waiting(uow: UnitOfWork, launch_id: str) -> list[Tandem]:
    found = uow.tandems.all(**without_place(launch_id))
    return sorted(found, key=lambda tandem: tandem.number)


def _refused(uow: UnitOfWork, moment: Moment, key: str, code: str) -> None:
    """The team is not opened: those for whom the others that are being opened have no place wait
    for what owners decide.
    """
    one_at_a_time(uow)
    row = uow.launch_teams.get(key)
    if row is None:
        return
    uow.launch_teams.delete(key)
    places = _coming(uow, row.launch_id) * moment.channels_per_team
    without = _waiting(uow, row.launch_id)[places:]
    for tandem in without:
        trouble(uow, tandem.id, code)
    _begin(uow, moment, key, _tried_again(uow, row.launch_id, without).values())


def _tried_again(uow: UnitOfWork, launch_id: str, tandems: Sequence[Tandem]) -> Mapping[str, str]:
    """The batch with which each of those tandems (by id) is tried again that are."""
    return last_batches(uow, launch_id, [tandem.id for tandem in tandems])


def _begin(uow: UnitOfWork, moment: Moment, key: str, batches: Iterable[str]) -> None:
    for batch in sorted(set(batches)):
        begin_once_seated(uow, moment, batch, key)
