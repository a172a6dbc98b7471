"""The teams of a launch are filled with its people, side by side and a call's worth at a time; one
that refuses stops its own tandems only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import structlog

from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.domain.launch import LaunchTeam
from mentoring.domain.people import Role
from mentoring.domain.tandem import ROOM_IN_A_TEAM, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Above, Other, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import Step, effect, effect_of
from mentoring.usecases.launch.decided import undecided
from mentoring.usecases.launch.one_tandem import ATTEMPTS, let_start, trouble
from mentoring.usecases.launch.seats import TEAM_GONE, note_no_place
from mentoring.usecases.launch.trouble_codes import accounts_of, code_of

TANDEMS_A_CALL = 100
"""So many tandems' people Teams takes in one call, of which a team takes four a minute: their
channels need not wait for the next call.
"""
log = structlog.get_logger()


def have_teams_filled(uow: UnitOfWork, _moment: Moment, launch_id: str) -> None:
    """Have each team of the launch filled, side by side."""
    launching = {"launch_id": launch_id, "state": TandemState.LAUNCHING}
    seated = uow.tandems.columns("team_id", **launching, team_id=Other(""))
    have_filled(uow, launch_id, sorted({team for (team,) in seated}))


def have_filled(uow: UnitOfWork, launch_id: str, teams: Iterable[str]) -> None:
    """Have these teams (by id) of the launch filled, side by side."""
    rows = [LaunchTeam(team_key(launch_id, team), launch_id, team) for team in teams]
    uow.launch_teams.add_all(rows)
    uow.effects.add_all(effect_of(fill_team, row.id) for row in rows)


def team_key(launch_id: str, team_id: str) -> str:
    """The id of the row of a team that the launch fills."""
    return f"{launch_id}:{team_id}"


def _nobody_answered(uow: UnitOfWork, moment: Moment, key: str) -> None:
    _refused(uow, moment, key, "team-away")


@effect(queue="launch", attempts=ATTEMPTS, given_up=_nobody_answered)
async def fill_team(world: World, key: str, step: Step) -> None:
    """Put everybody into one of the launch's teams, those of the lowest numbers first, whose
    channels are opened while the next are added; one that refuses stops its own tandems only.
    """
    portions = await step("portions", lambda: world.read(_portions, key, TANDEMS_A_CALL))
    try:
        for number, tandem_ids in enumerate(portions):
            added = partial(add_members, world, key, tandem_ids)
            await step(f"members {number}", added)
            await step(f"filled {number}", partial(world.run, _filled, key, tandem_ids))
    except (NotThere, NotAllowed, Rejected) as refused:
        error, code = type(refused).__name__, code_of("team", refused)
        log.warning("launch.refused", team=key, doing="members", error=error, text=str(refused))
        await step("refused", lambda: world.run(_refused, key, code))


def _portions(uow: UnitOfWork, _moment: Moment, key: str, size: int) -> list[list[str]]:
    """The ids of the team's tandems, at most ``size`` together, in the order of their numbers;
    those that are tried again come in with their batch.
    """
    team = uow.launch_teams.need(key)
    found = (tandem_id for _, tandem_id in sorted(_seated(uow, team, "number", "id")))
    ids = undecided(uow, team.launch_id, found)
    return [ids[first : first + size] for first in range(0, len(ids), size)]


def _filled(uow: UnitOfWork, _moment: Moment, key: str, tandem_ids: Sequence[str]) -> None:
    """These are in: whoever of them has dates starts, the others as soon as they have."""
    [team] = uow.launch_teams.hold([key])
    numbers = uow.tandems.columns("number", id=tandem_ids)
    last = max((number for (number,) in numbers), default=0)
    uow.launch_teams.put(replace(team, filled_to=max(team.filled_to, last)))
    dated = _seated(uow, team, "id", id=tandem_ids, dates_for=team.launch_id)
    let_start(uow, team.launch_id, undecided(uow, team.launch_id, (each for (each,) in dated)))


def _refused(uow: UnitOfWork, moment: Moment, key: str, code: str) -> None:
    """The team takes nobody any more: those who are in already go on."""
    team = uow.launch_teams.need(key)
    wait_for_owners(uow, moment, team, code, number=Above(team.filled_to))


def wait_for_owners(
    uow: UnitOfWork, moment: Moment, team: LaunchTeam, code: str, **which: object
) -> None:
    """These of the team's tandems wait for what owners decide; ``code`` is why."""
    if code == TEAM_GONE:
        note_no_place(uow, moment, team.team_id)
    for (tandem_id,) in _seated(uow, team, "id", **which):
        trouble(uow, tandem_id, code)


def _seated(
    uow: UnitOfWork, team: LaunchTeam, *columns: str, **more: object
) -> Sequence[tuple[Any, ...]]:
    """These columns of the tandems that are being launched in the team, those apart whose room was
    arranged by hand.
    """
    seated: dict[str, object] = {"launch_id": team.launch_id, "team_id": team.team_id, **more}
    seated["by_hand"] = ROOM_IN_A_TEAM
    return uow.tandems.columns(*columns, state=TandemState.LAUNCHING, **seated)


async def add_members(world: World, key: str, tandem_ids: Sequence[str]) -> None:
    """Put the people of these tandems into one of the launch's teams, in bulk; a tandem whose
    member could not be added waits for what owners decide.
    """
    team, people = await world.read(lambda uow, _: people_of(uow, key, tandem_ids))
    present = await world.channels.members(team.team_id)
    refused = await world.channels.add_members(
        team.team_id, [person for person in people if person not in present]
    )
    for person, code in refused.items():
        log.warning("launch.member_refused", team=team.team_id, person=person, code=code)
    if refused:
        accounts = await accounts_of(world, sorted(refused))
        causes = {person: accounts[person].hindrance for person in refused}
        await world.run(lambda uow, _: _set_aside(uow, team, causes, tandem_ids))


def people_of(uow: UnitOfWork, key: str, tandem_ids: Sequence[str]) -> tuple[LaunchTeam, list[str]]:
    """A team of a launch, and the ids of those of whose tandems these are launched in it."""
    team = uow.launch_teams.need(key)
    pairs = _seated(uow, team, "mentor_id", "mentee_id", id=tandem_ids)
    return team, sorted({person for pair in pairs for person in pair})


def _set_aside(
    uow: UnitOfWork, team: LaunchTeam, causes: Mapping[str, str], tandem_ids: Sequence[str]
) -> None:
    """``causes`` say why each of these people could not be added, as far as the directory knows."""
    for key, mentor, mentee in _seated(uow, team, "id", "mentor_id", "mentee_id", id=tandem_ids):
        both = {Role.MENTOR: mentor, Role.MENTEE: mentee}
        concerned = {str(role): causes[each] for role, each in both.items() if each in causes}
        if concerned:
            whom = next(iter(concerned)) if len(concerned) == 1 else "both"
            alike = set(concerned.values())
            why = next(iter(alike)) if len(alike) == 1 else ""
            trouble(uow, key, "-".join(filter(None, ("member", why, whom))))
