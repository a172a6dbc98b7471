"""Cycles: whose is meant, how far one has come, and the next one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.usecases.programme.cycles import (
    advance,
    cycle_of_person,
    cycle_of_team,
    next_of,
    open_next,
    require_running,
)
from tests.usecases.company import FIRST, NOW, SECOND, Company, change, enrol, one, refused

NEXT = "p1c2"


async def test_an_owners_team_means_its_programmes_running_cycle(programmes: Company) -> None:
    found = [
        await programmes.unbound.read(cycle_of_team, team) for team in ("owners-1", "owners-2")
    ]
    assert found == [FIRST, SECOND]
    await programmes.first.run(open_next)
    assert await programmes.unbound.read(cycle_of_team, "owners-1") == NEXT


async def test_another_team_runs_no_programme(programmes: Company) -> None:
    with refused("wrong-team"):
        await programmes.unbound.read(cycle_of_team, "sales")


async def test_somebody_means_the_cycle_in_which_they_were_asked_last(programmes: Company) -> None:
    assert await programmes.unbound.read(cycle_of_person, "eva") == FIRST, (
        "a stranger means the first programme"
    )
    made = await enrol(programmes.second, Role.MENTEE, "eva")
    assert await programmes.unbound.read(cycle_of_person, "eva") == SECOND
    await enrol(programmes.first, Role.MENTOR, "eva")
    await change(
        programmes.second, "enrolments", made.id, invited_at=NOW.replace(year=NOW.year - 1)
    )
    assert await programmes.unbound.read(cycle_of_person, "eva") == FIRST


async def test_after_the_closing_they_mean_the_one_that_runs_now(programmes: Company) -> None:
    await enrol(programmes.first, Role.MENTEE, "eva")
    await programmes.first.run(open_next)
    assert await programmes.unbound.read(cycle_of_person, "eva") == NEXT


async def test_the_next_cycle_ends_the_one_before_and_runs_from_now_on(programmes: Company) -> None:
    new = await programmes.first.run(open_next)
    before = await one(programmes.unbound, "cycles", FIRST)
    assert (before.state, before.closed_at) == (CycleState.CLOSED, NOW)
    assert (new.id, new.number, new.state) == (NEXT, 2, CycleState.PREPARING)
    assert (await one(programmes.unbound, "programmes", "p1")).cycle_id == NEXT
    assert await programmes.unbound.read(lambda uow, _: next_of(uow, before)) == new


async def test_its_kind_follows_from_the_settings(programmes: Company) -> None:
    await programmes.set_up(Programme(cycles="rolling"))
    assert (await programmes.first.run(open_next)).kind == "rolling"


async def test_a_cycle_never_goes_back(programmes: Company) -> None:
    for state in (CycleState.MATCHING, CycleState.ENROLLING):
        await programmes.first.run(advance, state)
    assert (await one(programmes.unbound, "cycles", FIRST)).state is CycleState.MATCHING


@pytest.mark.parametrize("state", [CycleState.CLOSING, CycleState.CLOSED])
async def test_owners_command_no_cycle_that_is_over(programmes: Company, state: CycleState) -> None:
    moment = await programmes.first.moment()
    require_running(moment)
    with refused("cycle-over", cycle=1):
        require_running(replace(moment, cycle=replace(moment.cycle, state=state)))
