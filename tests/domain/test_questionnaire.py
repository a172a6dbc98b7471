"""What a card's inputs become, and how answers are put together."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from mentoring.domain.errors import Refusal
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.domain.questionnaire import (
    STEPS,
    About,
    Answers,
    Competence,
    NotWith,
    Position,
    Purpose,
    Step,
    Topics,
    TopicSkill,
    When,
    Wishes,
    read,
    way,
)
from tests.answers import AGREED, GERMAN, MENTEE, MENTOR, WISH, answers

OFFERED = Programme().offered
AI, AGILE = TopicSkill("ai", 2, "drei Jahre"), TopicSkill("agile", 1, "x")
SENT: dict[str, tuple[dict[str, Any], Step]] = {
    "about": (
        {"languages": "de, en", "about_me": " Chor ", "gender": ""},
        About(("de", "en"), about_me="Chor"),
    ),
    "wishes": ({"wish_1": "ai", "wish_2": " ", "wish_3": "ai"}, Wishes("ai", None, "ai")),
    "topics": ({"topics": "ai,agile"}, Topics(("ai", "agile"))),
    "topic:ai": ({"level": "2", "experience": "drei Jahre"}, AI),
    "standing": ({"competence": "4"}, Competence(4)),
    "purpose": ({"goal": "", "format": "demo"}, Purpose(format="demo")),
    "when": (
        {"weekdays": "mon,tue", "times": "", "place": "remote", "capacity": "2", "private": "true"},
        When(("mon", "tue"), (), "remote", 2, private=True),
    ),
    "not_with": (
        {"not_with": ("p2",), "names": {"p2": "Jan"}},
        NotWith(("p2",), names={"p2": "Jan"}),
    ),
    "protected_space": ({"agreed": True}, AGREED),
}


@pytest.mark.parametrize("position", SENT)
def test_what_a_card_sends_is_read_into_the_steps_type(position: str) -> None:
    inputs, said = SENT[position]
    found = read(Position.read(position), {**inputs, "something else": "x"})
    assert found == said
    assert str(found.position) == position


def test_every_step_was_tried() -> None:
    assert {Position.read(position).step for position in SENT} == set(STEPS)


@pytest.mark.parametrize("position", ["", "summary", "horoscope", "about:ai", "standing:ai"])
def test_a_card_that_there_is_not_is_out_of_date(position: str) -> None:
    with pytest.raises(Refusal, match="stale"):
        read(Position.read(position), {"languages": "de", "competence": 1})


def test_the_topic_is_the_cards_and_not_what_somebody_sends() -> None:
    said = read(Position("topic", "ai"), {"level": 1, "experience": "x", "topic": "agile"})
    assert said == TopicSkill("ai", 1, "x")


def test_nothing_that_was_said_can_be_changed_in_its_place() -> None:
    said: list[Any] = [MENTEE, *MENTEE.parts, *MENTOR.parts]
    for part in said:
        with pytest.raises(FrozenInstanceError, match="cannot assign"):
            part.anything = 1


def test_what_is_said_anew_takes_the_place_of_what_was_said() -> None:
    found = answers(GERMAN, AI, AGILE).put(About(("en",)), TopicSkill("ai", 3, "mehr"))
    assert found == answers(About(("en",)), TopicSkill("ai", 3, "mehr"), AGILE)


def test_answers_come_in_the_order_of_asking() -> None:
    assert [str(part.position) for part in answers(AGREED, Competence(3), GERMAN, AI).parts] == [
        *("about", "topic:ai", "standing", "protected_space"),
    ]


def test_each_answer_is_found_where_it_was_asked() -> None:
    asked = {position: MENTOR.at(position) for position in way.positions(Role.MENTOR, MENTOR)}
    assert {position: part for position, part in asked.items() if part} == {
        part.position: part for part in MENTOR.parts
    }
    assert MENTOR.at(Position("topic", "agile")) is None
    assert MENTOR.at(Position("wishes")) is None
    assert MENTOR.at(way.SUMMARY) is None


def test_the_people_named_in_any_step_are_known_by_name() -> None:
    said = answers(When(names={"dora": "Dora"}), NotWith(names={"jan": "Jan"}))
    assert said.named == {"dora": "Dora", "jan": "Jan"}
    assert Answers().named == {}


def test_a_dropped_topic_loses_its_card_and_the_others_stand_in_the_order_of_the_choice() -> None:
    found = way.saved(answers(Topics(("data",)), AI, AGILE), Topics(("agile", "ai")))
    assert found.skills == (AGILE, AI)
    assert way.saved(found, Topics(("ai",))).skills == (AI,)


@pytest.mark.parametrize(
    ("gone", "kept"),
    [
        (Wishes("a_topic_of_last_year"), answers(GERMAN, Competence(4))),
        (Wishes("ai", "a_topic_of_last_year"), answers(GERMAN, Competence(4))),
        (About(("tlh",)), answers(WISH, Competence(4))),
        (Competence(5), answers(GERMAN, WISH, Competence(5))),
    ],
)
def test_of_last_times_answers_those_are_kept_that_are_still_offered(
    gone: Step, kept: Answers
) -> None:
    assert way.still_valid(Role.MENTEE, MENTEE.put(gone), OFFERED) == kept


def test_in_the_other_role_only_what_is_asked_of_both_is_kept() -> None:
    assert way.still_valid(Role.MENTOR, MENTEE, OFFERED) == answers(GERMAN, Competence(4))


def test_a_topic_that_is_no_longer_offered_leaves_the_cards_of_the_others() -> None:
    """They are there again as soon as the mentor has chosen anew."""
    chose = MENTOR.put(Topics(("ai", "a_topic_of_last_year")))
    kept = way.still_valid(Role.MENTOR, chose, OFFERED)
    assert (kept.topics, kept.skills) == (None, MENTOR.skills)
