"""The teams of a launch are filled with its people, side by side; one that refuses stops its own
tandems only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import structlog

from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.domain.people import Role
from mentoring.domain.tandem import ByHand, LaunchTeam, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import Step, effect, effect_of
from mentoring.usecases.launch.one_tandem import ATTEMPTS, let_start, trouble

log = structlog.get_logger()


def have_teams_filled(uow: UnitOfWork, _moment: Moment, launch_id: str) -> None:
    """Have each team of the launch filled, side by side."""
    seated = uow.tandems.columns("team_id", launch_id=launch_id, state=TandemState.LAUNCHING)
    teams = sorted({team for (team,) in seated})
    rows = [LaunchTeam(f"{launch_id}:{team}", launch_id, team) for team in teams]
    uow.launch_teams.add_all(rows)
    uow.effects.add_all(effect_of(fill_team, row.id) for row in rows)


def _nobody_answered(uow: UnitOfWork, moment: Moment, key: str) -> None:
    team_refused(uow, moment, key, "team-away")


@effect(queue="launch", attempts=ATTEMPTS, given_up=_nobody_answered)
async def fill_team(world: World, key: str, step: Step) -> None:
    """Put everybody into one of the launch's teams; one that refuses stops its own tandems only."""
    try:
        await step("members", lambda: add_members(world, key))
    except (NotThere, NotAllowed, Rejected) as refused:
        error = type(refused).__name__
        log.warning("launch.refused", team=key, doing="members", error=error, text=str(refused))
        await step("refused", lambda: world.run(team_refused, key, f"team-{error.lower()}"))
        return
    await step("filled", lambda: world.run(_filled, key))


def _filled(uow: UnitOfWork, _moment: Moment, key: str) -> None:
    [team] = uow.launch_teams.hold([key])
    uow.launch_teams.put(replace(team, is_filled=True))
    let_start(uow, team.launch_id, _those_in(uow, team, dates_for=team.launch_id))


def team_refused(uow: UnitOfWork, _moment: Moment, key: str, code: str) -> None:
    """A whole team takes nobody: its tandems of the launch wait for what owners decide."""
    for tandem_id in _those_in(uow, uow.launch_teams.need(key)):
        trouble(uow, tandem_id, code)


def _those_in(uow: UnitOfWork, team: LaunchTeam, **more: object) -> list[str]:
    """The ids of the tandems that are being launched in the team."""
    return [key for (key,) in _seated(uow, team, "id", **more)]


def _seated(
    uow: UnitOfWork, team: LaunchTeam, *columns: str, **more: object
) -> Sequence[tuple[Any, ...]]:
    """These columns of the tandems that are being launched in the team, those apart whose room was
    arranged by hand.
    """
    in_teams = (ByHand.NOTHING, ByHand.DATES)
    seated: dict[str, object] = {"launch_id": team.launch_id, "team_id": team.team_id, **more}
    seated["by_hand"] = in_teams
    return uow.tandems.columns(*columns, state=TandemState.LAUNCHING, **seated)


async def add_members(world: World, key: str) -> None:
    """Put the people of a launch into one of its teams, in bulk; a tandem whose member could not be
    added waits for what owners decide.
    """
    team, people = await world.read(lambda uow, _: people_of(uow, key))
    present = await world.channels.members(team.team_id)
    refused = await world.channels.add_members(
        team.team_id, [person for person in people if person not in present]
    )
    for person, code in refused.items():
        log.warning("launch.member_refused", team=team.team_id, person=person, code=code)
    if refused:
        accounts = await world.directory.accounts(sorted(refused))
        causes = {person: accounts[person].hindrance for person in refused}
        await world.run(lambda uow, _: _set_aside(uow, team, causes))


def people_of(uow: UnitOfWork, key: str) -> tuple[LaunchTeam, list[str]]:
    """A team of a launch, and the ids of those whose tandems are launched in it."""
    team = uow.launch_teams.need(key)
    pairs = _seated(uow, team, "mentor_id", "mentee_id")
    return team, sorted({person for pair in pairs for person in pair})


def _set_aside(uow: UnitOfWork, team: LaunchTeam, causes: Mapping[str, str]) -> None:
    """``causes`` say why each of these people could not be added, as far as the directory knows."""
    for key, mentor, mentee in _seated(uow, team, "id", "mentor_id", "mentee_id"):
        both = {Role.MENTOR: mentor, Role.MENTEE: mentee}
        concerned = {str(role): causes[each] for role, each in both.items() if each in causes}
        if concerned:
            whom = next(iter(concerned)) if len(concerned) == 1 else "both"
            alike = set(concerned.values())
            why = next(iter(alike)) if len(alike) == 1 else ""
            trouble(uow, key, "-".join(filter(None, ("member", why, whom))))
