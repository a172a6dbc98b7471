"""Tandems that both have accepted, where the tests of launches begin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from mentoring.domain.launch import Launch, LaunchState, Totals
from mentoring.domain.people import Role
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.ports.world import World
from mentoring.usecases.launch import confirming
from mentoring.usecases.programme.moments import ReadMoments
from tests.usecases.company import NOW, Company, enrol, one, person, put, told
from tests.usecases.ports import Words, chat_of
from tests.worlds import by_half

START = date(2027, 2, 8)
CHAT = chat_of("owners")


def key(world: World, number: int) -> str:
    """The id of the tandem of this number in the world's cycle."""
    return f"{world.cycle_id}.t{number}"


def pair(number: int) -> tuple[str, str]:
    """Mentor and mentee of the tandem of this number."""
    return f"mentor{number}", f"mentee{number}"


async def ready(
    world: World, *numbers: int, state: TandemState = TandemState.ACCEPTED, **more: Any
) -> None:
    """These tandems are in this state; their people are enrolled."""
    for number in numbers:
        mentor, mentee = pair(number)
        await put(world, "people", person(mentor), person(mentee))
        await enrol(world, Role.MENTOR, mentor)
        await enrol(world, Role.MENTEE, mentee)
        until = NOW + timedelta(days=1), NOW + timedelta(days=2)
        await put(
            world,
            "tandems",
            replace(Tandem(key(world, number), number, "", mentor, mentee, state, *until), **more),
        )


async def confirmed(world: World) -> str:
    """The id of a launch that has just been confirmed."""
    made = await world.run(confirming.prepare, "otto", START, CHAT)
    await world.run(confirming.confirm, made.id)
    return made.id


async def under_way(world: World, *numbers: int, **more: Any) -> str:
    """The id of a launch that is at work on these tandems."""
    name = f"{world.cycle_id}.launch-1"
    await put(
        world,
        "launches",
        Launch(name, "otto", START, LaunchState.RUNNING, len(numbers), started_at=NOW),
    )
    await ready(
        world,
        *numbers,
        state=TandemState.LAUNCHING,
        **{"launch_id": name, "team_id": "team", **more},
    )
    return name


async def in_trouble(
    world: World, *numbers: int, trouble: str = "member-disabled-mentee", **more: Any
) -> str:
    """The id of a launch that is done, but could not set up these tandems."""
    name = f"{world.cycle_id}.launch-1"
    left = tuple((number, trouble) for number in numbers)
    done = Launch(name, "otto", START, LaunchState.DONE, len(numbers), Totals(troubled=left))
    await put(world, "launches", replace(done, started_at=NOW, done_at=NOW))
    where = {"launch_id": name, "team_id": "team", "trouble": trouble, **more}
    await ready(world, *numbers, **where)
    return name


async def the_tandem(world: World, number: int) -> Tandem:
    """The tandem of this number as it stands."""
    found: Tandem = await one(world, "tandems", key(world, number))
    return found


def with_room(company: Company, channels: int) -> World:
    """The first programme's world where a participants' team takes so many channels."""
    return replace(
        company.first, moments=ReadMoments(company.clock, lambda _: Words(), {}, channels, by_half)
    )


async def told_of(company: Company) -> list[str]:
    """Who has read that there is no tandem for them."""
    return await told(company.first, "left_over")
