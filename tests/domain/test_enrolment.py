"""The rules of the questionnaire and of an enrolment."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from mentoring.domain import enrolment as rules
from mentoring.domain import filling_in
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import (
    SUMMARY,
    Answers,
    NotWith,
    Position,
    Step,
    Topics,
    TopicSkill,
    When,
    read,
    way,
)

NOW = datetime(2026, 11, 2, tzinfo=UTC)
OFFERED = Programme().offered
GOOD: dict[str, dict[str, Any]] = {
    "about": {"languages": "de,en"},
    "wishes": {"wish_1": "ai"},
    "topics": {"topics": "ai,agile"},
    "topic:ai": {"level": "3", "experience": "Fünf Jahre"},
    "topic:agile": {"level": 2, "experience": "Zwei Projekte"},
    "standing": {"competence": "4"},
    "purpose": {},
    "when": {"capacity": "2", "weekdays": "mon,tue"},
    "not_with": {"not_with": "p9"},
    "protected_space": {"agreed": True},
}


def begun(role: Role) -> Enrolment:
    return filling_in.begin(Enrolment(f"{role}:p", "p", role, EnrolmentState.INVITED, NOW))


def filled(role: Role) -> Enrolment:
    enrolment = begun(role)
    while enrolment.at != SUMMARY:
        enrolment = save(enrolment, str(enrolment.at), GOOD[str(enrolment.at)])
    return enrolment


def save(enrolment: Enrolment, position: str, raw: dict[str, Any]) -> Enrolment:
    return filling_in.save(enrolment, read(Position.read(position), raw), OFFERED)


def at(enrolment: Enrolment, position: str) -> Enrolment:
    return replace(enrolment, position=position)


def test_a_mentee_needs_four_steps_and_may_leave_the_rest_for_later() -> None:
    enrolment = filled(Role.MENTEE)
    assert [part.name for part in enrolment.answers.parts] == [
        "about",
        "wishes",
        "standing",
        "protected_space",
    ]
    assert [p.step for p in way.later_positions(Role.MENTEE, enrolment.answers)] == [
        "purpose",
        "when",
        "not_with",
    ]


def test_a_mentor_gets_one_card_for_each_chosen_topic() -> None:
    assert filled(Role.MENTOR).answers.skills == (
        TopicSkill("ai", 3, "Fünf Jahre"),
        TopicSkill("agile", 2, "Zwei Projekte"),
    )


def test_a_topic_no_longer_chosen_loses_its_card() -> None:
    changed = save(at(filled(Role.MENTOR), "topics"), "topics", {"topics": "agile"})
    assert [skill.topic for skill in changed.answers.skills] == ["agile"]


@pytest.mark.parametrize(
    ("position", "raw", "field"),
    [
        ("about", {}, "languages"),
        ("about", {"languages": "de", "about_me": "x" * 201}, "about_me"),
        ("about", {"languages": "de", "background": "hacker"}, "background"),
        ("wishes", {"wish_1": ""}, "wish_1"),
        ("standing", {"competence": "11"}, "competence"),
        ("standing", {"competence": "0"}, "competence"),
        ("standing", {"competence": "viel"}, "competence"),
        ("protected_space", {"agreed": "false"}, "agreed"),
        ("wishes", {"wish_1": "no_such_topic"}, "wish_1"),
        ("wishes", {"wish_1": "ai", "wish_3": "<script>"}, "wish_3"),
        ("about", {"languages": "de,tlh"}, "languages"),
        ("when", {"weekdays": "mon,someday"}, "weekdays"),
        ("when", {"times": "night"}, "times"),
        ("when", {"deputy": "p1,p2"}, "deputy"),
        ("not_with", {"not_with": ",".join(f"p{n}" for n in range(21))}, "not_with"),
    ],
)
def test_a_wrong_answer_names_its_field(position: str, raw: dict[str, Any], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        save(at(begun(Role.MENTEE), position), position, raw)
    assert (refused.value.code, refused.value.field) == ("answer", field)


def test_a_step_of_the_other_role_is_out_of_date() -> None:
    with pytest.raises(Refusal, match="stale"):
        save(begun(Role.MENTEE), "topics", GOOD["topics"])


def test_a_card_of_an_earlier_step_changes_nothing() -> None:
    further = filled(Role.MENTEE)
    with pytest.raises(Refusal, match="stale"):
        save(further, "wishes", {"wish_1": "data"})
    with pytest.raises(Refusal, match="stale"):
        filling_in.go(further, Position("about"), since=Position("standing"))


def test_a_double_click_changes_nothing_and_is_not_refused() -> None:
    once = save(begun(Role.MENTEE), "about", GOOD["about"])
    assert save(once, "about", GOOD["about"]) is once


def test_agreeing_hands_the_questionnaire_in_when_nothing_else_is_open() -> None:
    almost = begun(Role.MENTEE)
    while almost.at.step != "protected_space":
        almost = save(almost, str(almost.at), GOOD[str(almost.at)])
    done = filling_in.agree(almost, OFFERED, NOW)
    assert (done.state, done.done_at, done.at) == (EnrolmentState.DONE, NOW, SUMMARY)
    early = filling_in.agree(at(begun(Role.MENTEE), "protected_space"), OFFERED, NOW)
    assert (early.state, early.at) == (EnrolmentState.BEGUN, Position("about"))


def test_who_was_done_and_opens_a_new_question_has_begun_again() -> None:
    """A mentor's new topic has no level yet: without this the matching would meet an answer that is
    not there.
    """
    done = filling_in.send(filled(Role.MENTOR), NOW)
    changed = save(at(done, "topics"), "topics", {"topics": "ai,agile,data"})
    assert (changed.state, str(changed.at), changed.done_at) == (
        EnrolmentState.BEGUN,
        "topic:data",
        None,
    )
    assert save(changed, "topic:data", GOOD["topic:ai"]).at == SUMMARY


def test_sending_needs_every_required_step_and_changes_nothing_the_second_time() -> None:
    with pytest.raises(Refusal, match="incomplete"):
        filling_in.send(begun(Role.MENTEE), NOW)
    sent = filling_in.send(filled(Role.MENTEE), NOW)
    assert sent.state is EnrolmentState.DONE
    assert filling_in.send(sent, NOW) is sent


def test_withdrawing_erases_the_answers_at_once() -> None:
    left = rules.withdraw(filled(Role.MENTEE))
    assert (left.state, left.answers) == (EnrolmentState.WITHDRAWN, Answers())


def test_somebody_only_invited_cannot_withdraw_what_is_not_there() -> None:
    with pytest.raises(Refusal, match="stale"):
        rules.withdraw(Enrolment("mentee:p", "p", Role.MENTEE, EnrolmentState.INVITED, NOW))


def test_who_said_not_now_may_come_back() -> None:
    invited = Enrolment("mentee:p", "p", Role.MENTEE, EnrolmentState.INVITED, NOW)
    assert filling_in.begin(rules.decline(invited)).state is EnrolmentState.BEGUN


def test_back_leads_to_the_step_before_and_the_first_stays() -> None:
    answers = replace(filled(Role.MENTEE).answers, protected_space=None)
    assert way.before(Role.MENTEE, answers, Position("wishes")) == Position("about")
    assert way.before(Role.MENTEE, answers, Position("about")) == Position("about")


def test_back_from_something_voluntary_leads_to_the_summary_from_which_one_came() -> None:
    """Not to the third step of a questionnaire that is finished."""
    answers = replace(filled(Role.MENTEE).answers, protected_space=None)
    assert way.before(Role.MENTEE, answers, Position("purpose")) == SUMMARY
    complete = filled(Role.MENTEE).answers
    assert way.before(Role.MENTEE, complete, Position("wishes")) == SUMMARY


TYPED = {"weekdays": "mon,tue", "private": "true"}
WHEN = When(("mon", "tue"), private=True)


@pytest.mark.parametrize("state", [EnrolmentState.BEGUN, EnrolmentState.DONE])
def test_what_was_chosen_in_a_voluntary_step_is_kept_when_one_goes_away(
    state: EnrolmentState,
) -> None:
    """*Later* or *back*: it counts as if one had gone on."""
    here = at(replace(filled(Role.MENTEE), state=state), "when")
    left = filling_in.leave(here, Position("when"), TYPED, WHEN, OFFERED)
    assert (left.answers.when, left.answers.drafts, left.state) == (WHEN, (), state)


def test_an_empty_voluntary_step_stays_unanswered() -> None:
    here = at(filled(Role.MENTEE), "when")
    assert filling_in.leave(here, Position("when"), {"private": "false"}, When(), OFFERED) == here


def test_what_was_chosen_in_any_other_step_comes_back_and_nothing_follows_from_it() -> None:
    """Somebody who is enrolled stays so: a topic that they looked at is not one that they teach."""
    done = replace(filled(Role.MENTOR), state=EnrolmentState.DONE)
    here = at(done, "topics")
    said, typed = Topics(("ai", "agile")), {"topics": "ai,agile"}
    left = filling_in.leave(here, said.position, typed, said, OFFERED)
    assert (left.state, left.answers.topics) == (EnrolmentState.DONE, done.answers.topics)
    assert left.answers.typed_at(said.position) == typed
    assert filling_in.save(left, Topics(("ai",)), OFFERED).answers.drafts == ()


def test_what_was_typed_on_an_older_card_is_not_kept() -> None:
    here = at(filled(Role.MENTEE), "wishes")
    assert filling_in.leave(here, Position("about"), {"about_me": "x"}, None, OFFERED) == here


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (When(deputy=("p",)), "deputy"),
        (NotWith(not_with=("p",)), "not_with"),
        (NotWith(kpi_people=("p",)), "kpi_people"),
    ],
)
def test_nobody_names_themselves(said: Step, field: str) -> None:
    here = at(filled(Role.MENTOR), said.name)
    with pytest.raises(Refusal) as refused:
        filling_in.save(here, said, OFFERED)
    assert (refused.value.code, refused.value.field) == ("oneself", field)
    assert filling_in.leave(here, said.position, {}, said, OFFERED).answers == here.answers
