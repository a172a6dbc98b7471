"""Taking part once more: last time's answers are their author's, and another role begins anew."""

from __future__ import annotations

import pytest

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Position, Wishes
from mentoring.domain.tandem import TandemState
from mentoring.ports.world import World
from mentoring.usecases.enrolment import coming_back, enrolment
from mentoring.usecases.launch import closing
from tests.answers import MENTEE, WISH
from tests.usecases.enrolment.two_cycles import (
    CHOIR,
    a_tandem,
    clock,
    of,
    opened,
    rolling,
    store,
    takes_part,
    world,
)
from tests.usecases.overview import status_of, where_people_are

__all__ = ["clock", "rolling", "store", "world"]


async def test_last_times_answers_are_offered_and_only_the_rules_are_agreed_to_anew(
    world: World,
) -> None:
    second = await opened(world)
    key = (await of(second, Role.MENTEE, "eva")).id
    begun = await second.run(coming_back.again, key, "eva")
    assert begun.answers.about == CHOIR
    assert begun.at == Position("protected_space")
    done = await second.run(enrolment.agree, key, "eva")
    assert done.state is EnrolmentState.DONE


async def test_an_answer_that_no_longer_fits_is_asked_anew(world: World) -> None:
    gone = MENTEE.put(Wishes("a_topic_of_last_year"))
    await world.run(lambda uow, _: takes_part(uow, "eva", Role.MENTEE, answers=gone))
    second = await opened(world)
    key = (await of(second, Role.MENTEE, "eva")).id
    begun = await second.run(coming_back.again, key, "eva")
    assert begun.answers.wishes is None
    assert begun.at == Position("wishes")


async def test_nobody_answers_with_the_answers_of_somebody_else(world: World) -> None:
    second = await opened(world)
    key = (await of(second, Role.MENTEE, "eva")).id
    with pytest.raises(Refusal, match="not-yours"):
        await second.run(coming_back.again, key, "kim")


async def test_the_other_role_has_a_card_and_a_questionnaire_of_its_own(world: World) -> None:
    second = await opened(world)
    key = (await of(second, Role.MENTEE, "eva")).id
    await second.run(coming_back.change_role, key, "eva")
    assert (await of(second, Role.MENTEE, "eva")).state is EnrolmentState.DECLINED
    mentor = await of(second, Role.MENTOR, "eva")
    assert mentor.state is EnrolmentState.BEGUN
    assert mentor.answers.about == CHOIR
    assert mentor.at == Position("topics")
    with pytest.raises(Refusal, match="stale"):
        await second.run(coming_back.change_role, key, "eva")


async def test_owners_see_whoever_changed_the_role_in_the_new_one_alone(world: World) -> None:
    second = await opened(world)
    await second.run(coming_back.change_role, (await of(second, Role.MENTEE, "eva")).id, "eva")
    counts = (await status_of(second)).figures.people
    assert counts == {Role.MENTEE: {"invited": 1}, Role.MENTOR: {"invited": 1, "begun": 1}}
    assert await where_people_are(second) == {"invited": ("jan", "kim"), "begun": ("eva",)}


async def test_whose_tandem_has_ended_is_matched_again_only_after_a_new_yes(
    rolling: World,
) -> None:
    tandem = await rolling.run(lambda uow, _: a_tandem(uow, TandemState.CLOSED))
    await rolling.run(closing.ended, "", tandem.id, clear=True)
    for role, who in ((Role.MENTEE, "eva"), (Role.MENTOR, "jan")):
        assert (await of(rolling, role, who)).state is EnrolmentState.INVITED
    key = (await of(rolling, Role.MENTEE, "eva")).id
    begun = await rolling.run(coming_back.again, key, "eva")
    assert begun.answers.wishes == WISH
    assert begun.at == Position("protected_space")
