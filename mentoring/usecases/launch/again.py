"""Another attempt at tandems that could not be launched: what stands already is found again, and
what owners have arranged by hand is left to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import partial

import structlog

from mentoring.domain.errors import NotAllowed, NotThere, Rejected
from mentoring.domain.launch import LaunchTeam
from mentoring.domain.tandem import TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.common.effects import Step, ask, effect, effect_of
from mentoring.usecases.launch.decided import last_batches
from mentoring.usecases.launch.earlier_dates import settle_earlier
from mentoring.usecases.launch.groups import group_of, numbers_of
from mentoring.usecases.launch.members import add_members, wait_for_owners
from mentoring.usecases.launch.one_tandem import (
    ATTEMPTS,
    launch_tandem,
    let_start,
    trouble,
)
from mentoring.usecases.launch.seats import needs_place
from mentoring.usecases.launch.trouble_codes import code_of
from mentoring.usecases.programme.period import today_of
from mentoring.usecases.sessions import booking as sessions

GROUP = "#"
"""Between a batch and the number of one of its groups."""
log = structlog.get_logger()


def _nobody_answered(uow: UnitOfWork, moment: Moment, batch: str) -> None:
    """Those of the batch that were not let start wait for what owners decide next."""
    _wait(uow, batch, _at_work(uow, moment, batch))


def _none_answered(uow: UnitOfWork, moment: Moment, key: str) -> None:
    batch, _, group = key.rpartition(GROUP)
    _wait(uow, batch, _in_group(uow, moment, batch, int(group)))


def _wait(uow: UnitOfWork, batch: str, tandem_ids: Iterable[str]) -> None:
    for tandem_id in tandem_ids:
        if not uow.effects.any(id=effect_of(launch_tandem, tandem_id, once=batch).id):
            trouble(uow, tandem_id, "away")


@effect(queue="launch", attempts=ATTEMPTS, given_up=_nobody_answered)
async def launch_again(world: World, batch: str, step: Step) -> None:
    """Put the people of a batch into their teams; then the dates of each ten are found, and each
    goes its own way; ``batch`` begins with the launch's id and a colon.
    """
    for key in await step("teams", lambda: world.run(_teams, batch)):
        await _fill(world, key, batch, step)
    await step("dates", lambda: world.run(_have_dates_found, batch))


def begin_once_seated(uow: UnitOfWork, moment: Moment, batch: str, opening: str) -> None:
    """Begin with a batch that waited for a place, now that an ``opening`` (its id) has come to an
    end and none of it waits any more.
    """
    at_work = uow.tandems.all(id=_at_work(uow, moment, batch))
    if at_work and not any(needs_place(tandem) for tandem in at_work):
        ask(uow, launch_again, batch, once=opening)


def _have_dates_found(uow: UnitOfWork, moment: Moment, batch: str) -> None:
    numbers = uow.tandems.columns("number", id=_at_work(uow, moment, batch))
    groups = sorted({group_of(number) for (number,) in numbers})
    uow.effects.add_all(effect_of(date_again, f"{batch}{GROUP}{group:04}") for group in groups)


def _in_group(uow: UnitOfWork, moment: Moment, batch: str, group: int) -> list[str]:
    return _at_work(uow, moment, batch, number=numbers_of(group))


@effect(queue="work", attempts=ATTEMPTS, given_up=_none_answered)
async def date_again(world: World, key: str, step: Step) -> None:
    """Find the series of some of a batch, and let these start; ``key`` is the batch and their
    group.
    """
    batch, _, number = key.rpartition(GROUP)
    group = await world.read(_in_group, batch, int(number))
    await step("dates", partial(find_dates, world, _launch_of(batch), group))
    await step("start", lambda: world.run(_start, batch, group))


async def _fill(world: World, key: str, batch: str, step: Step) -> None:
    try:
        await step(f"members {key}", lambda: _add(world, key, batch))
    except (NotThere, NotAllowed, Rejected) as refused:
        error, code = type(refused).__name__, code_of("team", refused)
        log.warning("launch.refused", team=key, doing="members", error=error, text=str(refused))
        await step(f"refused {key}", lambda: world.run(_team_refused, key, code, batch))


async def _add(world: World, key: str, batch: str) -> None:
    at_work = await world.read(lambda uow, moment: _at_work(uow, moment, batch))
    await add_members(world, key, at_work)


def _team_refused(uow: UnitOfWork, moment: Moment, key: str, code: str, batch: str) -> None:
    team = uow.launch_teams.need(key)
    wait_for_owners(uow, moment, team, code, id=_at_work(uow, moment, batch))


async def find_dates(world: World, launch_id: str, tandem_ids: Sequence[str]) -> None:
    """Find the series of those of these tandems that have none, from the launch's first day on, but
    not before tomorrow.
    """
    start = await world.read(_first_day, launch_id)
    await settle_earlier(world, tandem_ids, start)
    planned = await sessions.plan_series(world, tandem_ids, start)
    await world.run(sessions.keep_planned, planned)


def _first_day(uow: UnitOfWork, moment: Moment, launch_id: str) -> date:
    launch = uow.launches.need(launch_id)
    return max(launch.start, today_of(uow, moment, launch.by) + timedelta(days=1))


def _launch_of(batch: str) -> str:
    return batch.partition(":")[0]


def _teams(uow: UnitOfWork, moment: Moment, batch: str) -> list[str]:
    """The keys of the teams in which the batch's tandems are launched."""
    launch_id, tandems = _launch_of(batch), uow.tandems.all(id=_at_work(uow, moment, batch))
    teams = sorted({each.team_id for each in tandems if not each.by_hand.has_room})
    rows = [LaunchTeam(f"{launch_id}:{team}", launch_id, team) for team in teams]
    uow.launch_teams.add_all(rows)
    return [row.id for row in rows]


def _at_work(uow: UnitOfWork, _moment: Moment, batch: str, **which: object) -> list[str]:
    """The ids of the batch's tandems that are being launched now; what was decided about one since
    is carried out by another batch.
    """
    decided, launch_id = uow.launch_decisions.those("tandem_id", batch=batch), _launch_of(batch)
    launching = {"launch_id": launch_id, "state": TandemState.LAUNCHING}
    found = [key for (key,) in uow.tandems.columns("id", id=decided, **launching, **which)]
    last = last_batches(uow, launch_id, found)
    return sorted(key for key in found if last[key] == batch)


def _start(uow: UnitOfWork, moment: Moment, batch: str, group: Sequence[str]) -> None:
    still = frozenset(_at_work(uow, moment, batch))
    let_start(uow, batch, (tandem_id for tandem_id in group if tandem_id in still))
