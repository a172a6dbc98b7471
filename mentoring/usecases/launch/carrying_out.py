"""A confirmed launch is carried out: the teams are filled side by side, those that are missing are
opened meanwhile, and the dates are found, ten tandems at a time. Each ten are asked about by
themselves, so that calendars that do not answer, or a server that dies, hold up no others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from mentoring.domain.launch import Launch, LaunchState
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import Other, UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import Step, ask, effect, effect_of
from mentoring.usecases.launch import people_watch
from mentoring.usecases.launch.decided import undecided
from mentoring.usecases.launch.earlier_dates import settle_earlier
from mentoring.usecases.launch.groups import group_of, numbers_of
from mentoring.usecases.launch.members import have_teams_filled
from mentoring.usecases.launch.one_tandem import ATTEMPTS, let_start, trouble
from mentoring.usecases.launch.opening import have_teams_opened
from mentoring.usecases.launch.seats import seat
from mentoring.usecases.sessions import booking as sessions


def begin(uow: UnitOfWork, moment: Moment, launch: Launch, ready: Sequence[Tandem]) -> Launch:
    """The launch starts with the tandems that are ready."""
    seat(uow, moment, launch, ready)
    people_watch.begin(uow, moment)
    ask(uow, launch_all, launch.id)
    return uow.launches.put(
        replace(launch, state=LaunchState.RUNNING, tandems=len(ready), started_at=moment.now)
    )


def _nobody_answered(uow: UnitOfWork, _moment: Moment, launch_id: str) -> None:
    """Whoever has no dates yet waits for what owners decide; the others go their own way."""
    for tandem_id in _undated(uow, launch_id):
        trouble(uow, tandem_id, "away")


@effect(queue="launch", stored_as="launch", attempts=ATTEMPTS, given_up=_nobody_answered)
async def launch_all(world: World, launch_id: str, step: Step) -> None:
    """Have the teams filled side by side, those that are missing opened meanwhile, and the dates
    found in groups.

    Each tandem goes its own way as soon as its team is filled and its dates stand.
    """
    await step("teams", lambda: world.run(have_teams_filled, launch_id))
    await step("missing", lambda: world.run(have_teams_opened, launch_id))
    await step("dates", lambda: world.run(_have_dates_found, launch_id))


def _have_dates_found(uow: UnitOfWork, _moment: Moment, launch_id: str) -> None:
    groups = sorted({group_of(number) for number in _undated(uow, launch_id).values()})
    uow.effects.add_all(effect_of(find_dates_of, f"{launch_id}:{group:04}") for group in groups)


def _in_group(uow: UnitOfWork, key: str) -> list[str]:
    """The ids of the group's tandems that have no dates; the key is the launch's id, a colon and
    the group's number.
    """
    launch_id, _, group = key.rpartition(":")
    return list(_undated(uow, launch_id, number=numbers_of(int(group))))


def _undated(uow: UnitOfWork, launch_id: str, **those: object) -> Mapping[str, int]:
    """By their ids the numbers of the tandems that are being launched and for which no dates have
    been looked for; those that are tried again come in with their batch.
    """
    launching: dict[str, object] = {"launch_id": launch_id, "state": TandemState.LAUNCHING}
    rows = uow.tandems.columns("id", "number", dates_for=Other(launch_id), **launching, **those)
    numbers = dict(rows)
    return {each: numbers[each] for each in undecided(uow, launch_id, numbers)}


def _none_answered(uow: UnitOfWork, _moment: Moment, key: str) -> None:
    for tandem_id in _in_group(uow, key):
        trouble(uow, tandem_id, "away")


@effect(queue="work", attempts=ATTEMPTS, given_up=_none_answered)
async def find_dates_of(world: World, key: str, step: Step) -> None:
    """Find the series of one group, and let its tandems be launched."""
    group = await world.read(lambda uow, _: _in_group(uow, key))
    if group:
        await step("dates", partial(find_dates, world, key.rpartition(":")[0], group))


async def find_dates(world: World, launch_id: str, tandem_ids: Sequence[str]) -> None:
    """Find the series of these tandems, and let each be launched."""
    start = (await world.read(lambda uow, _: uow.launches.need(launch_id))).start
    await settle_earlier(world, tandem_ids, start)
    planned = await sessions.plan_series(world, tandem_ids, start)
    await world.run(_planned, launch_id, tandem_ids, planned)


def _planned(
    uow: UnitOfWork,
    moment: Moment,
    launch_id: str,
    tandem_ids: Sequence[str],
    planned: sessions.PlannedSeries,
) -> None:
    teams = [key for (key,) in uow.launch_teams.columns("id", launch_id=launch_id)]
    filled = {team.team_id: team.filled_to for team in uow.launch_teams.hold(teams)}
    sessions.keep_planned(uow, moment, planned)
    found = uow.tandems.all(id=tandem_ids, state=TandemState.LAUNCHING)
    launching = {tandem.id: replace(tandem, dates_for=launch_id) for tandem in found}
    dated = [launching[each] for each in undecided(uow, launch_id, launching)]
    uow.tandems.put_all(dated)
    in_it = (t.id for t in dated if t.by_hand.has_room or t.number <= filled.get(t.team_id, 0))
    let_start(uow, launch_id, in_it)
