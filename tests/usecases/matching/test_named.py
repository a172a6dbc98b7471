"""Whoever the settings name is found by every address of theirs; who is not is told, never left
out in silence.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.errors import NotAllowed
from mentoring.domain.matching.settings import (
    CorrectedLevel,
    ExclusionGroup,
    KpiGroup,
    MatchingSettings,
)
from mentoring.domain.people import ERASED, Person
from mentoring.domain.programme import Programme
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.matching.inputs import inputs
from tests.people import berliner
from tests.usecases.enrolled import pairs, proposed, run_of
from tests.usecases.matching.test_notice import seen
from tests.usecases.ports import People
from tests.worlds import moments_of

FORMER = "former.name@firma.example"
APART = MatchingSettings(
    blocked_pairs=((FORMER, "mentor1"),),
    exclusion_groups=(ExclusionGroup(name="audit", people=("Former.Name@firma.example", "x@y.z")),),
    kpi_groups=(KpiGroup(name="north", people=(FORMER, "mentor3")),),
    levels=(CorrectedLevel(person=FORMER, level=5),),
)


def with_settings(world: World, settings: MatchingSettings, people: People | None = None) -> World:
    moments = moments_of(world.clock, Programme(matching=settings))
    return replace(world, moments=moments, directory=people or People())


async def knows(world: World, key: str, *aliases: str) -> None:
    """The directory has told of somebody what else they are called."""

    def unit(uow: UnitOfWork) -> None:
        person = uow.people.need(key)
        uow.people.put(replace(person, profile=replace(person.profile, aliases=aliases)))

    await world.store.run(unit)


async def test_an_earlier_address_keeps_people_apart_as_the_present_one_does(world: World) -> None:
    """H12: the profile held only the main address, and the pair was proposed without a word."""
    world = with_settings(world, APART)
    await knows(world, "mentee1", FORMER)
    found = await world.read(lambda uow, moment: inputs(uow, moment.programme))
    assert found.settings.blocked_pairs == (("mentee1", "mentor1"),)
    assert found.settings.exclusion_groups[0].people == ("mentee1", "x@y.z")
    assert {c.id for c in found.candidates if c.kpi_group} == {"mentee1", "mentor3"}
    assert [c.level for c in found.candidates if c.id == "mentee1"] == [5]
    assert ("mentee1", "mentor1") not in await pairs(world, await proposed(world))


async def test_the_sign_in_name_does_too(world: World) -> None:
    settings = MatchingSettings(blocked_pairs=(("nw0017@firma.example", "mentor1"),))
    world = with_settings(world, settings)
    await knows(world, "mentee1", "nw0017@firma.example")
    run = await run_of(world, await proposed(world))
    assert run.settings.blocked_pairs == (("mentee1", "mentor1"),)


async def test_the_directory_is_asked_whose_an_address_is_that_nobody_is_known_by(
    world: World,
) -> None:
    """Somebody has been given another address since the profile was read."""
    now = berliner("mentee1", "Mentee1", "new@firma.example", aliases=(FORMER,))
    world = with_settings(world, APART, People(profiles={"mentee1": now}))
    run = await run_of(world, await proposed(world))
    assert run.settings.blocked_pairs == (("mentee1", "mentor1"),)
    person = await world.store.run(lambda uow: uow.people.need("mentee1"))
    assert person.profile.is_meant_by(FORMER)
    assert person.profile.email == "new@firma.example"
    assert person.profile.department == "D1"


@pytest.mark.parametrize("refused", [True, False])
async def test_whom_nobody_knows_owners_read_where_the_proposals_are(
    world: World, *, refused: bool
) -> None:
    people = People(refuses={"find": NotAllowed("find")} if refused else {})
    settings = MatchingSettings(blocked_pairs=((FORMER, "mentor1"), (f"{ERASED}1", "mentor2")))
    world = with_settings(world, settings, people)
    assert (await seen(world, await proposed(world))).unknown == (FORMER,)


async def test_once_they_take_part_it_counts(world: World) -> None:
    world = with_settings(world, APART)
    assert (await seen(world, await proposed(world))).unknown == (FORMER, "x@y.z")
    await knows(world, "mentee1", FORMER)
    assert (await seen(world, await proposed(world))).unknown == ("x@y.z",)


async def test_who_is_known_but_takes_no_part_is_no_slip_and_stands_there_by_id(
    world: World,
) -> None:
    """So that what names an owner is left out of what that owner sees, by whichever address."""
    world = with_settings(world, MatchingSettings(blocked_pairs=((FORMER, "mentor1"),)))
    boss = Person("boss", berliner("boss", "Boss", "boss@firma.example", aliases=(FORMER,)), "de")
    await world.store.run(lambda uow: uow.people.put(boss))
    run = await proposed(world)
    assert (await seen(world, run)).unknown == ()
    assert (await seen(world, run)).run.settings.blocked_pairs == (("boss", "mentor1"),)
    assert (await seen(world, run, "boss")).run.settings.blocked_pairs == ()
