"""Mentor in one topic, mentee in another (issue 14): one person takes part in both roles, each with
an enrolment of its own.
"""

from __future__ import annotations

import json

import pytest

from cards.kit.render import render
from cards.kit.words import Words
from mentoring.domain.enrolment import Application, Enrolment, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import (
    About,
    Answers,
    Competence,
    NotWith,
    Purpose,
    Step,
    Topics,
    TopicSkill,
    When,
    Wishes,
)
from mentoring.usecases.enrolment import coming_back
from mentoring.usecases.enrolment.both_roles import also
from mentoring.usecases.enrolment.card import EnrolmentNotice, enrolment_card
from mentoring.usecases.enrolment.end import set_enrolment_end
from mentoring.usecases.enrolment.enrolment import not_now, save_step, take_part, withdraw
from mentoring.usecases.enrolment.entrance import invite
from tests.usecases.company import (
    FIRST,
    Company,
    all_of,
    change,
    enrol,
    one,
    profile,
    refused,
    told,
)
from tests.usecases.company import shown as shown_to

MENTOR, MENTEE = f"{FIRST}:mentor:jan", f"{FIRST}:mentee:jan"
BOTH = Programme(apply_as=("mentor", "mentee"))
SAID: tuple[Step, ...] = (
    About(("de", "en"), background="law"),
    Topics(("ai", "data")),
    TopicSkill("ai", 2, "Zwei Projekte"),
    TopicSkill("data", 1, "Ein Projekt"),
    Competence(8),
    Purpose(goal="Mut machen"),
    When(weekdays=("mon",), capacity=2, deputy=("dora",), names={"dora": "Dora"}),
    NotWith(("otto",), names={"otto": "Otto"}),
)


@pytest.fixture
async def mentor(programmes: Company) -> Company:
    """Jan takes part as a mentor, in a programme for which one may apply in either role."""
    await programmes.set_up(BOTH)
    await programmes.first.run(invite, profile("jan"), Role.MENTOR)
    await enrol(programmes.first, Role.MENTOR, "jan", *SAID)
    return programmes


async def enrolment(company: Company, key: str) -> Enrolment:
    found: Enrolment = await one(company.first, "enrolments", key)
    return found


async def seen(company: Company, key: str) -> EnrolmentNotice:
    notice = await shown_to(company.first, enrolment_card.name, key, "jan")
    assert isinstance(notice, EnrolmentNotice)
    return notice


async def reads(company: Company, key: str) -> str:
    drawn = render(await seen(company, key), Words("de")).content
    return json.dumps(drawn, ensure_ascii=False)


class TestAlso:
    """Whoever takes part is offered the other role, where one may apply for it."""

    async def test_it_is_an_application_with_a_card_of_its_own(self, mentor: Company) -> None:
        assert (await seen(mentor, MENTOR)).may_also
        asked = await mentor.first.run(also, MENTOR, "jan")
        wanted = (MENTEE, EnrolmentState.INVITED, Application.OPEN)
        assert (asked.id, asked.state, asked.application) == wanted
        assert await told(mentor.first, enrolment_card.name) == ["jan"]
        assert not (await seen(mentor, MENTOR)).may_also

    async def test_pressed_twice_it_is_one(self, mentor: Company) -> None:
        first = await mentor.first.run(also, MENTOR, "jan")
        assert await mentor.first.run(also, MENTOR, "jan") == first
        assert await told(mentor.first, enrolment_card.name) == ["jan"]

    async def test_not_where_nobody_may_apply_in_that_role(self, mentor: Company) -> None:
        await mentor.set_up(Programme(apply_as=("mentor",)))
        assert not (await seen(mentor, MENTOR)).may_also
        with refused("stale"):
            await mentor.first.run(also, MENTOR, "jan")

    @pytest.mark.parametrize("state", [EnrolmentState.BEGUN, EnrolmentState.INVITED])
    async def test_not_before_they_take_part(self, mentor: Company, state: EnrolmentState) -> None:
        await change(mentor.first, "enrolments", MENTOR, state=state)
        with refused("stale"):
            await mentor.first.run(also, MENTOR, "jan")

    async def test_nor_after_the_enrolment(self, mentor: Company) -> None:
        today = mentor.clock.moment.date()
        await mentor.first.run(set_enrolment_end, today, today)
        await mentor.at(mentor.clock.moment.replace(day=mentor.clock.moment.day + 2))
        assert not (await seen(mentor, MENTOR)).may_also

    async def test_nobody_does_so_for_somebody_else(self, mentor: Company) -> None:
        with refused("not-yours"):
            await mentor.first.run(also, MENTOR, "eva")

    async def test_whom_owners_have_invited_there_stays_invited(self, mentor: Company) -> None:
        await mentor.first.run(invite, profile("jan"), Role.MENTEE)
        await mentor.first.run(not_now, MENTEE, "jan")
        asked = await mentor.first.run(also, MENTOR, "jan")
        assert (asked.state, asked.application) == (EnrolmentState.INVITED, Application.NONE)


@pytest.fixture
async def both(mentor: Company) -> Company:
    """Owners have invited Jan as a mentee, too, and he has begun."""
    await mentor.first.run(invite, profile("jan"), Role.MENTEE)
    await mentor.first.run(take_part, MENTEE, "jan")
    return mentor


class TestTheSecondQuestionnaire:
    async def test_what_holds_for_both_stands_there_already(self, both: Company) -> None:
        answers = (await enrolment(both, MENTEE)).answers
        first = (await enrolment(both, MENTOR)).answers
        shared = (answers.about, answers.standing, answers.not_with)
        assert shared == (first.about, first.standing, first.not_with)
        assert answers.when == When(weekdays=("mon",), deputy=("dora",), names={"dora": "Dora"})
        assert (answers.wishes, answers.purpose, answers.protected_space) == (None, None, None)

    async def test_it_begins_with_the_topics_and_says_so(self, both: Company) -> None:
        assert (await enrolment(both, MENTEE)).position == "wishes"
        text = await reads(both, MENTEE)
        assert "steht schon da" in text
        assert "Hier geht es um deine Anmeldung als Mentee." in text

    async def test_no_topic_is_taught_and_wished_for_at_once(self, both: Company) -> None:
        assert (await seen(both, MENTEE)).taken_topics == ("ai", "data")
        with refused("topic-both", field="wish_2"):
            await both.first.run(save_step, MENTEE, "jan", Wishes("agile", "ai"))
        await both.first.run(save_step, MENTEE, "jan", Wishes("agile"))
        await change(both.first, "enrolments", MENTOR, position="topics")
        with refused("topic-both", field="topics"):
            await both.first.run(save_step, MENTOR, "jan", Topics(("ai", "agile")))

    async def test_those_of_the_other_role_are_not_in_the_list(self, both: Company) -> None:
        drawn = render(await seen(both, MENTEE), Words("de")).content
        values = [value for value in json.dumps(drawn).split('"') if value in {"ai", "agile"}]
        assert "agile" in values
        assert "ai" not in values

    async def test_whoever_has_one_role_chooses_from_all(self, mentor: Company) -> None:
        assert (await seen(mentor, MENTOR)).taken_topics == ()
        assert not (await seen(mentor, MENTOR)).in_both


class TestLeavingOne:
    async def test_the_other_stays_as_it_is(self, both: Company) -> None:
        before = await enrolment(both, MENTOR)
        await both.first.run(withdraw, MENTEE, "jan")
        assert await enrolment(both, MENTOR) == before
        assert "Deine Anmeldung als Mentor:in bleibt, wie sie ist." in await reads(both, MENTEE)

    async def test_not_this_time_in_one_of_two_is_no_change_of_role(self, mentor: Company) -> None:
        """Asked anew in both roles: it said "you take part in the other role this time"."""
        await mentor.first.run(invite, profile("jan"), Role.MENTEE)
        for key in (MENTOR, MENTEE):
            again = {"state": EnrolmentState.INVITED, "answers": Answers()}
            await change(mentor.first, "enrolments", key, earlier=f"p1c0:{key}", **again)
        await mentor.first.run(not_now, MENTEE, "jan")
        assert not (await seen(mentor, MENTEE)).in_other_role

    async def test_whoever_changes_it_reads_so(self, mentor: Company) -> None:
        again = {"state": EnrolmentState.INVITED, "earlier": "p1c0:mentor:jan"}
        await change(mentor.first, "enrolments", MENTOR, **again)
        await mentor.first.run(coming_back.change_role, MENTOR, "jan")
        assert (await seen(mentor, MENTOR)).in_other_role
        assert len(await all_of(mentor.first, "enrolments")) == 2
