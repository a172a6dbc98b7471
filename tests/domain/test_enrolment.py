"""The rules of the questionnaire and of an enrolment."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from mentoring.domain import enrolment as rules
from mentoring.domain import questionnaire
from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import SUMMARY, Position

NOW = datetime(2026, 11, 2, tzinfo=UTC)
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
    return rules.begin(Enrolment(f"{role}:p", "p", role, EnrolmentState.INVITED, NOW))


def filled(role: Role) -> Enrolment:
    enrolment = begun(role)
    while enrolment.at != SUMMARY:
        enrolment = rules.save(enrolment, enrolment.at, GOOD[str(enrolment.at)])
    return enrolment


def test_a_mentee_needs_four_steps_and_may_leave_the_rest_for_later() -> None:
    enrolment = filled(Role.MENTEE)
    assert list(enrolment.answers) == ["about", "wishes", "standing", "protected_space"]
    assert [p.step for p in questionnaire.later_positions(Role.MENTEE, enrolment.answers)] == ["purpose", "when", "not_with"]


def test_a_mentor_gets_one_card_for_each_chosen_topic() -> None:
    assert [key for key in filled(Role.MENTOR).answers if key.startswith("topic:")] == ["topic:ai", "topic:agile"]


def test_a_topic_no_longer_chosen_loses_its_card() -> None:
    changed = rules.save(filled(Role.MENTOR), Position("topics"), {"topics": "agile"})
    assert "topic:ai" not in changed.answers


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
    ],
)
def test_a_wrong_answer_names_its_field(position: str, raw: dict[str, Any], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        rules.save(begun(Role.MENTEE), Position(position), raw)
    assert (refused.value.code, refused.value.field) == ("answer", field)


def test_a_step_of_the_other_role_is_out_of_date() -> None:
    with pytest.raises(Refusal, match="stale"):
        rules.save(begun(Role.MENTEE), Position("topics"), GOOD["topics"])


def test_sending_needs_every_required_step_and_changes_nothing_the_second_time() -> None:
    with pytest.raises(Refusal, match="incomplete"):
        rules.send(begun(Role.MENTEE), NOW)
    sent = rules.send(filled(Role.MENTEE), NOW)
    assert sent.state is EnrolmentState.DONE
    assert rules.send(sent, NOW) is sent


def test_withdrawing_erases_the_answers_at_once() -> None:
    left = rules.withdraw(filled(Role.MENTEE))
    assert (left.state, left.answers) == (EnrolmentState.WITHDRAWN, {})


def test_who_said_not_now_may_come_back() -> None:
    invited = Enrolment("mentee:p", "p", Role.MENTEE, EnrolmentState.INVITED, NOW)
    assert rules.begin(rules.decline(invited)).state is EnrolmentState.BEGUN


def test_back_leads_to_the_step_before_and_the_first_stays() -> None:
    answers = filled(Role.MENTEE).answers
    assert questionnaire.before(Role.MENTEE, answers, Position("wishes")) == Position("about")
    assert questionnaire.before(Role.MENTEE, answers, Position("about")) == Position("about")
