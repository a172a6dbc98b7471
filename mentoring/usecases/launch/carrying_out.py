"""A confirmed launch is carried out: everybody is seated, then the teams are filled side by side
while the dates are found, ten tandems at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from mentoring.domain.launch import Launch, LaunchState
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import Step, ask, effect
from mentoring.usecases.launch import people_watch
from mentoring.usecases.launch.members import have_teams_filled
from mentoring.usecases.launch.one_tandem import ATTEMPTS, let_start, trouble
from mentoring.usecases.launch.seats import seat, seat_the_rest
from mentoring.usecases.sessions import booking as sessions

TANDEMS_A_QUESTION = 10
"""How many tandems' calendars are asked for in one request."""


def begin(uow: UnitOfWork, moment: Moment, launch: Launch, ready: Sequence[Tandem]) -> Launch:
    """The launch starts with the tandems that are ready."""
    seat(uow, moment, launch.id, ready)
    people_watch.begin(uow, moment)
    ask(uow, launch_all, launch.id)
    return uow.launches.put(
        replace(launch, state=LaunchState.RUNNING, tandems=len(ready), started_at=moment.now)
    )


def _nobody_answered(uow: UnitOfWork, _moment: Moment, launch_id: str) -> None:
    """Whoever has no dates yet waits for what owners decide; the others go their own way."""
    for tandem in uow.tandems.all(launch_id=launch_id, state=TandemState.LAUNCHING):
        if tandem.dates_for != launch_id:
            trouble(uow, tandem.id, "away")


@effect(queue="launch", stored_as="launch", attempts=ATTEMPTS, given_up=_nobody_answered)
async def launch_all(world: World, launch_id: str, step: Step) -> None:
    """Seat everybody; then the teams are filled side by side, while the dates are found in groups.

    Each tandem goes its own way as soon as its team is filled and its dates stand.
    """
    await step("seat", lambda: seat_the_rest(world, launch_id))
    await step("teams", lambda: world.run(have_teams_filled, launch_id))
    groups = await step("groups", lambda: _groups(world, launch_id, TANDEMS_A_QUESTION))
    for number, group in enumerate(groups):
        await step(f"dates {number}", partial(find_dates, world, launch_id, group))


async def find_dates(world: World, launch_id: str, tandem_ids: Sequence[str]) -> None:
    """Find the series of these tandems, and let each be launched."""
    start = (await world.read(lambda uow, _: uow.launches.need(launch_id))).start
    planned = await sessions.plan_series(world, tandem_ids, start)
    await world.run(lambda uow, _: _planned(uow, launch_id, tandem_ids, planned))


def _planned(
    uow: UnitOfWork, launch_id: str, tandem_ids: Sequence[str], planned: sessions.PlannedSeries
) -> None:
    teams = [key for (key,) in uow.launch_teams.columns("id", launch_id=launch_id)]
    filled = {team.team_id: team.filled_to for team in uow.launch_teams.hold(teams)}
    sessions.keep_planned(uow, planned)
    dated = [
        replace(tandem, dates_for=launch_id)
        for tandem in uow.tandems.all(id=tandem_ids, state=TandemState.LAUNCHING)
    ]
    uow.tandems.put_all(dated)
    in_it = (t.id for t in dated if t.by_hand.has_room or t.number <= filled.get(t.team_id, 0))
    let_start(uow, launch_id, in_it)


async def _groups(world: World, launch_id: str, size: int) -> list[list[str]]:
    """The launch's tandems in groups of at most ``size``, in the order of their numbers."""
    ids = [key for _, key in sorted(await _being_launched(world, launch_id, "number", "id"))]
    return [ids[start : start + size] for start in range(0, len(ids), size)]


async def _being_launched(world: World, launch_id: str, *columns: str) -> Sequence[tuple[Any, ...]]:
    chosen: dict[str, object] = {"launch_id": launch_id, "state": TandemState.LAUNCHING}
    return await world.read(lambda uow, _: uow.tandems.columns(*columns, **chosen))
