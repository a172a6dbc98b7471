"""Cycles: which one is meant, how far it has come, and the next one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from mentoring.domain.cycle import Cycle, CycleKind, CycleState
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
from tests.usecases.company import FIRST, NOW, SECOND, Company, change, enrol, one, put, refused

DAY = timedelta(days=1)


async def is_in(company: Company, state: CycleState) -> None:
    """The first programme's cycle has come this far."""
    await change(company.unbound, "cycles", FIRST, state=state)


class TestWhichOneIsMeant:
    """Owners mean their team's, a person the one in which they were last asked."""

    @pytest.mark.parametrize(("team", "cycle"), [("owners-1", FIRST), ("owners-2", SECOND)])
    async def test_an_owners_team_means_its_own(self, programmes: Company, team: str, cycle: str) -> None:
        assert await programmes.second.read(cycle_of_team, team) == cycle

    async def test_any_other_team_runs_none(self, programmes: Company) -> None:
        with refused("wrong-team"):
            await programmes.unbound.read(cycle_of_team, "a team of the kitchen")

    async def test_after_the_next_was_opened_the_team_means_that_one(self, programmes: Company) -> None:
        await programmes.first.run(open_next)
        assert await programmes.unbound.read(cycle_of_team, "owners-1") == "p1c2"

    async def test_a_person_means_where_they_were_last_asked(self, programmes: Company) -> None:
        await enrol(programmes.first, Role.MENTOR, "jan")
        assert await programmes.unbound.read(cycle_of_person, "jan") == FIRST
        programmes.clock.moment = NOW + DAY
        await enrol(programmes.second, Role.MENTEE, "jan")
        assert await programmes.unbound.read(cycle_of_person, "jan") == SECOND

    async def test_a_stranger_means_the_first_programmes(self, programmes: Company) -> None:
        assert await programmes.unbound.read(cycle_of_person, "nobody") == FIRST

    async def test_after_its_end_the_one_that_runs_in_the_same_programme(self, programmes: Company) -> None:
        await enrol(programmes.second, Role.MENTEE, "ada")
        await programmes.second.run(open_next)
        assert await programmes.unbound.read(cycle_of_person, "ada") == "p2c2"


class TestHowFarItHasCome:
    """Owners' acts move a cycle on, and nothing moves it back."""

    async def test_each_step_counts(self, programmes: Company) -> None:
        for state in CycleState:
            await programmes.first.run(advance, state)
            assert (await one(programmes.unbound, "cycles", FIRST)).state is state

    async def test_it_never_goes_back(self, programmes: Company) -> None:
        await is_in(programmes, CycleState.RUNNING)
        await programmes.first.run(advance, CycleState.ENROLLING)
        assert (await one(programmes.unbound, "cycles", FIRST)).state is CycleState.RUNNING

    async def test_the_other_programmes_cycle_stays_where_it_is(self, programmes: Company) -> None:
        await programmes.first.run(advance, CycleState.RUNNING)
        assert (await one(programmes.unbound, "cycles", SECOND)).state is CycleState.PREPARING

    @pytest.mark.parametrize("state", [CycleState.CLOSING, CycleState.CLOSED])
    async def test_one_that_is_over_takes_no_more_commands(self, programmes: Company, state: CycleState) -> None:
        await is_in(programmes, state)
        with refused("cycle-over", cycle=1):
            require_running(await programmes.first.moment())

    async def test_until_then_it_takes_them(self, programmes: Company) -> None:
        states = [state for state in CycleState if state not in {CycleState.CLOSING, CycleState.CLOSED}]
        for state in states:
            await is_in(programmes, state)
            require_running(await programmes.first.moment())
        assert len(states) == 4


class TestTheNextOne:
    """It runs from its opening on, with a number more, and of the kind that the settings name."""

    async def opened(self, company: Company, **before: Any) -> Cycle:
        await change(company.unbound, "cycles", FIRST, **before)
        company.clock.moment = NOW + DAY
        return await company.first.run(open_next)

    async def test_it_runs_in_the_place_of_the_old_one(self, programmes: Company) -> None:
        made = await self.opened(programmes)
        assert made == Cycle("p1c2", "p1", 2, NOW + DAY)
        assert (await one(programmes.unbound, "programmes", "p1")).cycle_id == "p1c2"
        old = await one(programmes.unbound, "cycles", FIRST)
        assert (old.state, old.closed_at) == (CycleState.CLOSED, NOW + DAY)

    async def test_an_old_one_that_was_closed_before_keeps_its_day(self, programmes: Company) -> None:
        await self.opened(programmes, state=CycleState.CLOSED, closed_at=NOW)
        assert (await one(programmes.unbound, "cycles", FIRST)).closed_at == NOW

    async def test_its_kind_follows_from_the_settings(self, programmes: Company) -> None:
        await programmes.set_up(Programme(cycles="rolling"))
        assert (await self.opened(programmes)).kind is CycleKind.ROLLING

    async def test_the_other_programme_goes_on_with_its_own(self, programmes: Company) -> None:
        await self.opened(programmes)
        assert (await one(programmes.unbound, "programmes", "p2")).cycle_id == SECOND

    async def test_it_is_known_by_its_number(self, programmes: Company) -> None:
        first = await one(programmes.unbound, "cycles", FIRST)
        assert await programmes.first.read(lambda uow, _: next_of(uow, first)) is None
        made = await self.opened(programmes)
        assert await programmes.first.read(lambda uow, _: next_of(uow, first)) == made


async def test_a_person_whose_cycle_is_being_closed_still_means_it(programmes: Company) -> None:
    await enrol(programmes.first, Role.MENTEE, "eva")
    await is_in(programmes, CycleState.CLOSING)
    await put(programmes.unbound, "cycles", Cycle("p1c2", "p1", 2, NOW))
    assert await programmes.unbound.read(cycle_of_person, "eva") == FIRST
