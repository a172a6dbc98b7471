"""A try begins and ends in its owner's own chat, beside the programme's own cycle."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.people import Role
from mentoring.usecases.enrolment.card import enrolment_card
from mentoring.usecases.trial import playing
from mentoring.usecases.trial.course import Act
from mentoring.usecases.trial.playing import CourseNotice, TrialNotice, trial_card, trial_course
from tests.usecases.company import FIRST, NOW, Company, all_of, change, refused, shown
from tests.usecases.enrolled import CHAT
from tests.usecases.trial.stage import BOTH, OTTO, begun, trying, work_off


@pytest.fixture
async def otto(programmes: Company) -> Company:
    return await trying(programmes)


async def test_what_can_be_tried_is_offered_in_the_programmes_voice(otto: Company) -> None:
    await otto.first.run(playing.show, "otto", CHAT)
    assert await shown(otto.first, trial_card.name, FIRST, "otto") == TrialNotice("de")


async def test_the_invitations_of_invented_people_come_into_the_owners_chat(otto: Company) -> None:
    await begun(otto)
    cards = [each for each in otto.chats.messages if each.kind == enrolment_card.name]
    assert len(cards) == 2
    assert {each.conversation for each in otto.chats.messages} == {OTTO}
    assert otto.chats.installed == []


@pytest.mark.parametrize(("days", "kept"), [(20, True), (1, False), (-3, False)])
async def test_an_invitation_names_the_programmes_own_last_day(
    days: int, kept: bool, otto: Company
) -> None:
    """To show the board what people will read; a day that comes within the try ends nothing."""
    end = (NOW + timedelta(days=days)).date()
    await change(otto.first, "cycles", FIRST, enrolment_end=end)
    world = await begun(otto)
    (cycle,) = [each for each in await all_of(world, "cycles") if each.tried_by]
    assert cycle.enrolment_end == (end if kept else None)


async def test_a_questionnaire_alone_has_one_person_and_ends_with_it(otto: Company) -> None:
    world = await begun(otto, Role.MENTOR)
    told = await shown(world, trial_course.name, world.cycle_id, "otto")
    assert told == CourseNotice(((Role.MENTOR, "Mika Muster"),), "de", Act.ANSWER)
    await world.run(playing.go_on, "otto", CHAT)
    with refused("trial-over"):
        await world.run(playing.go_on, "otto", CHAT)


async def test_the_programmes_own_cycle_has_nobody_of_it(otto: Company) -> None:
    await begun(otto)
    cycles = await all_of(otto.first, "enrolments")
    assert cycles == []
    own = await otto.first.moment()
    assert (own.cycle.id, own.cycle.state) == (FIRST, CycleState.PREPARING)


@pytest.mark.parametrize("voice", ["de", "de-sie", "en"])
async def test_it_speaks_in_the_voice_that_was_chosen(otto: Company, voice: str) -> None:
    world = await begun(otto, voice=voice)
    moment = await world.moment()
    people = [each for each in await all_of(world, "people") if each.id != "otto"]
    spoken = {each.language for each in people if each.conversation == OTTO}
    assert moment.programme.tone == ("sie" if voice == "de-sie" else "du")
    assert spoken == {voice[:2]}


async def test_a_voice_that_there_is_not_is_refused(otto: Company) -> None:
    with refused("stale"):
        await otto.first.run(playing.begin, "otto", BOTH, "fr")


async def test_who_has_no_chat_with_the_bot_begins_none(otto: Company) -> None:
    await change(otto.first, "people", "olga", conversation="")
    with refused("no-own-chat"):
        await otto.first.run(playing.begin, "olga", BOTH, "de")


async def test_a_second_one_takes_the_place_of_the_first(otto: Company) -> None:
    first = await begun(otto)
    second = await begun(otto)
    cycles = [each.id for each in await all_of(otto.unbound, "cycles") if each.tried_by]
    assert cycles == [second.cycle_id] != [first.cycle_id]


async def test_it_is_stopped_by_its_card(otto: Company) -> None:
    world = await begun(otto)
    [card] = await all_of(world, "postings", kind=trial_course.name)
    await world.run(playing.stop, card.id)
    await work_off(otto)
    assert [each for each in await all_of(otto.unbound, "cycles") if each.tried_by] == []


async def test_after_a_day_it_is_erased_by_itself(otto: Company) -> None:
    await begun(otto)
    await otto.at(NOW + timedelta(days=1))
    await work_off(otto)
    assert [each for each in await all_of(otto.unbound, "cycles") if each.tried_by] == []


async def test_only_a_try_can_be_played_or_stopped(otto: Company) -> None:
    with refused("not-a-try"):
        await otto.first.run(playing.go_on, "otto", CHAT)
    with refused("not-a-try"):
        await otto.first.run(playing.stop, "any")
