"""A circle gets a place in a participants' team; where all are full, one is opened for it, of which
exactly one of its number comes to be, whoever else opens teams in the same moment.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

import pytest

from mentoring.domain.circle import Circle, CircleKind, CircleState, member_id, topic_circle_id
from mentoring.domain.errors import Unavailable
from mentoring.ports.world import World
from mentoring.usecases.circles.channel import open_circle
from mentoring.usecases.circles.membership import close
from mentoring.usecases.launch import carrying_out, opening
from mentoring.usecases.launch.seats import team_of_number
from tests.usecases.circles.mentors import (
    CIRCLE,
    MENTORS,
    joins,
    launches,
    the_circle,
    with_circles,
)
from tests.usecases.company import FIRST, Company, all_of, asked_for, change, one, put
from tests.usecases.launch.ready import confirmed, ready, with_room

TOPIC = topic_circle_id(FIRST, "ai")
OpenTeam = Callable[[str, str, Sequence[str]], Awaitable[str]]


@pytest.fixture
async def full(company: Company) -> Company:
    """Five want a circle, and there is no participants' team with room for it."""
    await with_circles(company)
    await launches(company, *MENTORS)
    await change(company.unbound, "programmes", "p1", teams=())
    await joins(company, *MENTORS)
    return company


async def names(company: Company) -> list[str]:
    return sorted(name for name, _ in company.teams.opened.values())


async def known(company: Company) -> list[str]:
    """The teams that the programme knows."""
    return sorted((await one(company.unbound, "programmes", "p1")).teams)


async def all_are_known(company: Company) -> bool:
    return await known(company) == sorted(company.teams.opened)


def takes_its_time(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a team has looked before for one of its name: others look meanwhile."""
    teams = company.teams

    async def open_team(name: str, description: str, owners: Sequence[str]) -> str:
        named = [key for key, has in teams.opened.items() if has == (name, description)]
        await asyncio.sleep(0.05)
        key = min(named, default=f"team-{len(teams.opened) + 1}")
        teams.opened[key] = (name, description)
        teams.people.setdefault(key, set(owners))
        return key

    monkeypatch.setattr(teams, "open_team", open_team)


async def a_launch(world: World, number: int) -> str:
    """A launch of a tandem that finds no place; the key of the team that is opened for it."""
    await ready(world, number)
    await carrying_out.launch_all(world, await confirmed(world))
    [key] = await asked_for(world, "open_team")
    return key


async def a_community(company: Company) -> None:
    """Another circle of the cycle is opened in the same moment."""
    await put(company.first, "circles", Circle(TOPIC, CircleKind.TOPIC, topic="ai"))
    places = await all_of(company.first, "circle_members", circle_id=CIRCLE)
    own = [replace(e, id=member_id(TOPIC, e.person_id), circle_id=TOPIC) for e in places]
    await put(company.first, "circle_members", *own)
    await change(company.first, "circles", TOPIC, state=CircleState.OPENING)


async def test_a_launch_in_the_same_moment_opens_no_team_of_the_same_number(
    full: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both found none of the name and opened one: of the two, one was known to nobody."""
    world = with_room(full, 4)
    wanted = await a_launch(world, 50)
    takes_its_time(full, monkeypatch)
    await asyncio.gather(open_circle(world, CIRCLE), opening.open_team(world, wanted))
    assert await names(full) == ["Tandem Nord 1", "Tandem Nord 2"]
    assert await all_are_known(full)


async def test_nor_does_another_circle(full: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    await a_community(full)
    takes_its_time(full, monkeypatch)
    await asyncio.gather(open_circle(full.first, CIRCLE), open_circle(full.first, TOPIC))
    assert len(set(await names(full))) == len(full.teams.opened)
    assert await all_are_known(full)


async def test_what_was_opened_unheard_is_adopted_though_others_stand_by_then(
    full: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server dies once Teams has answered: it used to count anew, and opened another one."""
    world, opens = with_room(full, 4), full.teams.open_team

    async def unheard(name: str, description: str, owners: Sequence[str]) -> str:
        await opens(name, description, owners)
        raise Unavailable("nobody has heard the answer")

    monkeypatch.setattr(full.teams, "open_team", unheard)
    with pytest.raises(Unavailable, match="nobody has heard"):
        await open_circle(world, CIRCLE)
    monkeypatch.setattr(full.teams, "open_team", opens)
    await opening.open_team(world, await a_launch(world, 50))
    await open_circle(world, CIRCLE)
    assert await names(full) == ["Tandem Nord 1", "Tandem Nord 2"]
    assert await all_are_known(full)
    assert await all_of(full.first, "launch_teams", team_id="") == []


async def test_a_number_whose_team_is_full_is_passed_over(full: Company) -> None:
    """Of two teams that a launch had opened the first was refused: the second bears the number
    that seems to be the next.
    """
    world = with_room(full, 1)
    full.teams.opened["team-1"] = await full.first.read(lambda _, moment: team_of_number(moment, 1))
    await ready(world, 50, team_id="team-1")
    await open_circle(world, CIRCLE)
    assert (await the_circle(full)).team_id == "team-2"
    assert await names(full) == ["Tandem Nord 1", "Tandem Nord 2"]
    assert await all_are_known(full)


async def test_a_circle_that_is_over_by_then_keeps_no_number(full: Company) -> None:
    full.teams.refuses["open_team"] = Unavailable("away")
    with pytest.raises(Unavailable, match="away"):
        await open_circle(full.first, CIRCLE)
    circle = await the_circle(full)
    await full.first.run(close, circle)
    await open_circle(full.first, CIRCLE)
    assert await all_of(full.first, "launch_teams") == []
