"""What a matching starts from: who stands above whom, as the directory says, and the settings that
count.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.cycle import Cycle
from mentoring.domain.match_run import DecisionKind, OwnerDecision
from mentoring.domain.matching.settings import (
    ExclusionGroup,
    KpiGroup,
    MatchingSettings,
    Parameters,
)
from mentoring.domain.pair import Pair, PairKind, pair_id
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.matching.inputs import in_force, inputs, standing_decisions
from tests.usecases.company import Company, put
from tests.usecases.enrolled import NOW, enrols, pairs, proposed, run_of
from tests.worlds import moments_of

DAY = timedelta(days=1)


async def become_bosses(world: World) -> None:
    """Every mentor reports to somebody, who reports to ``chief``, who reports to ``top``; both are
    mentees now.
    """

    def unit(uow: UnitOfWork) -> None:
        for number in range(1, 5):
            uow.enrolments.delete(f"mentee:mentee{number}")
        for key, managers in (("chief", ("top",)), ("top", ())):
            enrols(uow, Role.MENTEE, key, f"of {key}")
            person = uow.people.need(key)
            uow.people.put(replace(person, profile=replace(person.profile, managers=managers)))

    await world.store.run(unit)


async def test_the_manager_of_ones_manager_is_out_and_whoever_stands_above_may_learn(
    world: World,
) -> None:
    await become_bosses(world)
    assert {mentee for mentee, _ in await pairs(world, await proposed(world))} == {"top"}


async def test_at_any_depth_nobody_of_the_line_is_possible(world: World) -> None:
    deep = MatchingSettings(parameters=Parameters(reporting_line_depth=0))
    world = replace(world, moments=moments_of(world.clock, Programme(matching=deep)))
    await become_bosses(world)
    run = await proposed(world)
    assert await pairs(world, run) == set()
    assert (await run_of(world, run)).settings.parameters.reporting_line_depth == 0


async def test_the_settings_that_owners_kept_last_count(world: World) -> None:
    def unit(uow: UnitOfWork) -> None:
        for number, undone_by in enumerate(("", "", "owner"), start=1):
            kept, key = MatchingSettings(lowest_score=number), f"decision-{number:06d}"
            uow.decisions.put(
                OwnerDecision(
                    key, DecisionKind.SETTINGS, "owner", NOW, settings=kept, undone_by=undone_by
                )
            )

    await world.store.run(unit)
    found = await world.read(lambda uow, moment: inputs(uow, moment.programme))
    assert found.settings == MatchingSettings(lowest_score=2)


async def test_people_are_named_by_their_address_or_their_id(world: World) -> None:
    """KPI groups come from the programme: nobody is asked to which they belong."""
    named = MatchingSettings(
        blocked_pairs=(("Mentee1@firma.example", "mentor1"),),
        exclusion_groups=(
            ExclusionGroup(name="audit", people=("mentee2", "mentor2@FIRMA.example")),
        ),
        kpi_groups=(KpiGroup(name="north", people=("mentee3@firma.example", "mentor3")),),
    )
    world = replace(world, moments=moments_of(world.clock, Programme(matching=named)))
    found = await world.read(lambda uow, moment: inputs(uow, moment.programme))
    assert found.settings.blocked_pairs == (("mentee1", "mentor1"),)
    assert found.settings.exclusion_groups[0].people == ("mentee2", "mentor2")
    groups = {each.id: each.kpi_group for each in found.candidates if each.kpi_group}
    assert groups == {"mentee3": "north", "mentor3": "north"}
    run = await proposed(world)
    together = {("mentee1", "mentor1"), ("mentee2", "mentor2"), ("mentee3", "mentor3")}
    assert not together & await pairs(world, run)


async def test_a_file_that_says_something_else_since_counts_before_what_owners_kept(
    programmes: Company,
) -> None:
    """One that has changed elsewhere does not undo what they kept."""

    async def lowest() -> int:
        found = await programmes.first.read(lambda uow, moment: inputs(uow, moment.programme))
        return found.settings.lowest_score

    kept = OwnerDecision(
        "decision-000001",
        DecisionKind.SETTINGS,
        "otto",
        programmes.clock.moment + timedelta(minutes=1),
        settings=MatchingSettings(lowest_score=7),
    )
    await programmes.first.run(lambda uow, _: uow.decisions.put(kept))
    assert await lowest() == 7
    programmes.clock.moment += timedelta(hours=1)
    await programmes.set_up(Programme(name="Another name"))
    assert await lowest() == 7
    await programmes.set_up(Programme(matching=MatchingSettings(lowest_score=9)))
    assert await lowest() == 9


async def test_what_owners_decided_ends_with_its_cycle(programmes: Company) -> None:
    """issue 12, U19: locks of the last cycle still counted, with a past pair waived."""
    by = "otto", programmes.clock.moment
    lock = OwnerDecision("decision-1", DecisionKind.LOCK, *by, "eva", "jan", "Beide wollten es")
    kept = MatchingSettings(lowest_score=7)
    settings = OwnerDecision("decision-2", DecisionKind.SETTINGS, *by, settings=kept)
    await put(programmes.first, "decisions", lock, settings)
    await put(programmes.unbound, "cycles", Cycle("p1c2", "p1", 2, programmes.clock.moment))
    there = programmes.unbound.of("p1c2")
    found = await there.read(lambda uow, moment: inputs(uow, moment.programme))
    assert (found.decisions, found.settings.lowest_score) == ((), 0)
    assert len(await programmes.first.read(lambda uow, _: standing_decisions(uow))) == 2
    assert await there.read(lambda uow, _: standing_decisions(uow)) == []


@pytest.mark.parametrize(("ended", "counts"), [(DAY, False), (-DAY, True), (None, True)])
async def test_a_lock_ends_with_the_tandem_that_came_of_it(
    programmes: Company, ended: timedelta | None, counts: bool
) -> None:
    """issue 12, U19: in the same cycle the lock, with its reason, brought two together again one of
    whom had asked for somebody else. Who were a tandem before the lock are what its reason is for.
    """
    decided_at = programmes.clock.moment
    by = "otto", decided_at, "mentee1", "mentor1", "Beide wollten es"
    await put(programmes.first, "decisions", OwnerDecision("decision-1", DecisionKind.LOCK, *by))
    await programmes.first.run(lambda uow, _: enrols(uow, Role.MENTEE, "mentee1", "D1"))
    await programmes.first.run(lambda uow, _: enrols(uow, Role.MENTOR, "mentor1", "E1"))
    if ended is not None:
        at = decided_at + ended
        both, closed = ("mentor1", "mentee1"), TandemState.CLOSED
        over = Tandem("t-1", 1, "", *both, closed, due_at=at, round_ends_at=at, ended_at=at)
        pair = Pair(pair_id("p1", *both), *both, PairKind.PAST, at)
        await put(programmes.first, "tandems", over)
        await put(programmes.first, "pairs", pair)
    found = await programmes.first.read(lambda uow, moment: inputs(uow, moment.programme))
    assert bool(found.decisions) is counts
    listed = await programmes.first.read(lambda uow, _: in_force(uow))
    assert [each.id for each in listed] == ["decision-1"] * counts


@pytest.mark.parametrize(
    ("state", "told", "listed"),
    [
        (TandemState.ASKED_MENTOR, False, False),
        (TandemState.LAUNCHED, False, False),
        (TandemState.RELEASED, False, False),
        (TandemState.RELEASED, True, True),
    ],
)
async def test_a_lock_that_has_been_carried_out_is_not_listed_as_in_force(
    programmes: Company, state: TandemState, told: bool, listed: bool
) -> None:
    """Taking it back would have changed nothing. A pair ruled out and settings stay; a refusal
    looks like an open offer until its round is over.
    """
    now, both = programmes.clock.moment, ("mentee1", "mentor1")
    kinds = {"1": DecisionKind.LOCK, "2": DecisionKind.FORBID}
    for key, kind in kinds.items():
        await put(programmes.first, "decisions", OwnerDecision(key, kind, "otto", now, *both))
    tandem = Tandem("t-1", 1, "", "mentor1", "mentee1", state, due_at=now, round_ends_at=now)
    await put(programmes.first, "tandems", replace(tandem, told_left_over=told))
    found = await programmes.first.read(lambda uow, _: in_force(uow))
    assert [each.id for each in found] == [*["1"] * listed, "2"]
