"""A try goes from the invitations to the closing, on the cards or by one button for everybody."""

from __future__ import annotations

import pytest

from mentoring.domain.closing import ClosingState
from mentoring.domain.people import Role
from mentoring.domain.tandem import TandemState
from mentoring.ports.world import World
from mentoring.usecases.enrolment import enrolment
from mentoring.usecases.matching import offers
from mentoring.usecases.trial.course import Act, next_act, play
from tests.answers import AGREED, GERMAN, WISH
from tests.usecases.company import Company, all_of, refused
from tests.usecases.enrolled import CHAT
from tests.usecases.trial.stage import OTTO, begun, trying, work_off


@pytest.fixture
async def otto(programmes: Company) -> Company:
    return await trying(programmes)


async def comes(world: World) -> Act:
    return await world.read(next_act)


async def played(company: Company, world: World) -> list[Act]:
    """All acts of the try, to its end."""
    acts: list[Act] = []
    while (act := await comes(world)) is not Act.OVER:
        acts.append(act)
        await world.run(play, "otto", CHAT)
        await work_off(company)
    return acts


async def test_a_whole_cycle_is_played_to_its_end_and_nothing_is_written_outside(
    otto: Company,
) -> None:
    before = (dict(otto.teams.people), dict(otto.teams.channels), await rooms(otto))
    world = await begun(otto)
    assert await played(otto, world) == [
        Act.ANSWER,
        Act.MATCH,
        Act.APPROVE,
        Act.ACCEPT,
        Act.ACCEPT,
        Act.LAUNCH,
        Act.CONFIRM_LAUNCH,
        Act.CLOSE,
        Act.CONFIRM_CLOSE,
    ]
    [tandem], [closing] = await all_of(world, "tandems"), await all_of(world, "closings")
    assert (tandem.state, closing.state) == (TandemState.CLOSED, ClosingState.DONE)
    assert (dict(otto.teams.people), dict(otto.teams.channels), await rooms(otto)) == before
    assert (otto.outlook.booked, otto.outlook.wishes, otto.outlook.read) == ({}, {}, set())
    assert otto.chats.installed == []
    places = {each.conversation for each in otto.chats.messages}
    assert places == {OTTO}


async def rooms(company: Company) -> tuple[str, ...]:
    """The participants' teams that the programme fills."""
    home = await company.first.moment()
    return home.home.teams


async def test_what_the_owner_has_answered_for_somebody_stays(otto: Company) -> None:
    world = await begun(otto, Role.MENTEE)
    [asked] = await all_of(world, "enrolments")
    mine = asked.id, asked.person_id
    await world.run(enrolment.take_part, *mine)
    await world.run(enrolment.save_step, *mine, GERMAN)
    await world.run(enrolment.save_step, *mine, WISH)
    await world.run(play, "otto", CHAT)
    [done] = await all_of(world, "enrolments")
    assert done.answers.wishes == WISH
    assert done.answers.protected_space == AGREED


async def test_a_no_of_the_owners_ends_it(otto: Company) -> None:
    world = await begun(otto)
    for _ in range(3):
        await world.run(play, "otto", CHAT)
        await work_off(otto)
    [tandem] = await all_of(world, "tandems")
    await world.run(offers.answer, tandem.id, tandem.mentor_id, yes=False)
    await work_off(otto)
    assert await comes(world) is Act.OVER
    with refused("trial-over"):
        await world.run(play, "otto", CHAT)


async def test_while_it_computes_there_is_nothing_to_press(otto: Company) -> None:
    world = await begun(otto)
    for _ in range(2):
        await world.run(play, "otto", CHAT)
    assert await comes(world) is Act.WAIT
    with refused("trial-wait"):
        await world.run(play, "otto", CHAT)
