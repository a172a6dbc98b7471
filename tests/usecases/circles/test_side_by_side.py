"""Many come to a circle in the same moment, and none of them is overlooked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mentoring.domain.circle import (
    Circle,
    CircleKind,
    CircleMember,
    CircleState,
    Place,
    member_id,
    mentors_circle_id,
    topic_circle_id,
)
from mentoring.domain.cycle import version_id
from mentoring.domain.kit_choice import KitChoice
from mentoring.domain.session import session_id
from mentoring.domain.tandem import TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.ports.world import World
from mentoring.usecases.circles import membership
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch.running import it_runs
from mentoring.usecases.launch.when_over import let_follow, let_follow_as_planned
from tests.bench.support.programme import CYCLE, NOW, PROGRAMME, tandem_id
from tests.usecases.busy import at_once

THREE = tuple(map(tandem_id, (1, 4, 5)))
AI, MENTORS = topic_circle_id(CYCLE, "ai"), mentors_circle_id(CYCLE)
WANTED = {"communities": True, "mentors_circle": True}


@pytest.fixture
async def wanted(busy: World) -> World:
    """Owners want circles, and three tandems have had a session about the same topic."""
    await busy.run(_wanted)
    return busy


def _wanted(uow: UnitOfWork, moment: Moment) -> None:
    home = uow.programmes.need(PROGRAMME)
    before = uow.settings_versions.need(version_id(home.id, home.version))
    number, settings = home.version + 1, before.settings.model_copy(update=WANTED)
    key = version_id(home.id, number)
    uow.settings_versions.put(replace(before, id=key, number=number, settings=settings))
    uow.programmes.put(replace(home, version=number))
    for key in THREE:
        first = uow.sessions.need(session_id(key, 1))
        uow.sessions.put(replace(first, start=NOW - (moment.now - NOW), outcome="met"))
        uow.kit_choices.put(KitChoice(first.id, key, "ai-1", "ai"))


def _ends(uow: UnitOfWork, moment: Moment, key: str) -> None:
    ended = replace(uow.tandems.need(key), state=TandemState.CLOSED, ended_at=moment.now)
    let_follow_as_planned(uow, moment, uow.tandems.put(ended))


def _runs(uow: UnitOfWork, moment: Moment, key: str) -> None:
    runs = replace(uow.tandems.need(key), state=TandemState.LAUNCHED)
    it_runs(uow, moment, uow.tandems.put(runs))


async def test_of_tandems_that_start_in_the_same_moment_each_mentor_is_counted(
    wanted: World,
) -> None:
    for number in (1, 5):
        await wanted.run(lambda uow, _, key: uow.tandems.delete(key), tandem_id(number))
    await at_once(wanted, _runs, *[(tandem_id(number),) for number in (2, 3, 4, 6, 7)])
    await catch_up(wanted.of(""))
    asked = await wanted.read(lambda uow, _: uow.effects.count(kind="bring_card"))
    assert asked == 5


async def test_of_tandems_that_end_in_the_same_moment_each_is_counted(wanted: World) -> None:
    await at_once(wanted, _ends, *[(key,) for key in THREE])
    await catch_up(wanted.of(""))
    found = await wanted.read(lambda uow, _: uow.circles.get(AI))
    assert found is not None
    asked = await wanted.read(lambda uow, _: uow.effects.count(kind="bring_card"))
    assert asked == 6


def _offered(uow: UnitOfWork, _moment: Moment) -> None:
    uow.circles.put(Circle(MENTORS, CircleKind.MENTORS))


def _ends_early(uow: UnitOfWork, moment: Moment, key: str) -> None:
    ended = replace(uow.tandems.need(key), state=TandemState.CLOSED, ended_at=moment.now)
    let_follow(uow, uow.tandems.put(ended))


def _of_one_mentor(uow: UnitOfWork, moment: Moment) -> None:
    uow.circles.put(Circle(MENTORS, CircleKind.MENTORS))
    there = CircleMember(member_id(MENTORS, "m"), MENTORS, "m", Place.JOINING, moment.now)
    uow.circle_members.put(there)
    for key in THREE:
        uow.tandems.put(replace(uow.tandems.need(key), mentor_id="m"))


async def test_whose_last_tandems_end_in_the_same_moment_leaves_with_them(wanted: World) -> None:
    await wanted.run(_of_one_mentor)
    await at_once(wanted, _ends_early, *[(key,) for key in THREE])
    await catch_up(wanted.of(""))
    assert await wanted.read(lambda uow, _: uow.circle_members.all()) == []


async def test_of_five_who_join_in_the_same_moment_the_fifth_opens_it(
    wanted: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(membership, "is_for", lambda *_: True)
    await wanted.run(_offered)
    five = [f"mentee{number:05d}" for number in range(1, 6)]
    await at_once(wanted, membership.join, *[(member_id(MENTORS, who), who) for who in five])
    circle = await wanted.read(lambda uow, _: uow.circles.need(MENTORS))
    assert circle.state is CircleState.OPENING
