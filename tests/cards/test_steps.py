"""A step of the questionnaire asks for what its answer has, and gives back what was typed."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest

from cards.catalogue import render
from cards.examples.enrolment import enrolment
from cards.examples.people import ANSWERS
from cards.kit.inputs import number
from cards.kit.words import Words
from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import STEPS, Position, Step, TopicSkill
from mentoring.domain.questionnaire.way import SUMMARY, positions
from tests.cards.drawn import VOICES, drawn, of_type, parts


def asked(role: Role, step: type[Step]) -> set[str]:
    """The ids of the inputs on a step's card."""
    at = Position(step.name, "ai" if step is TopicSkill else "")
    card = render(enrolment(role, EnrolmentState.BEGUN, str(at)), Words("de"))
    return {part["id"] for part in of_type(card, "Input.")}


@pytest.mark.parametrize("step", STEPS.values())
def test_a_step_asks_for_each_of_its_fields_and_for_nothing_else(step: type[Step]) -> None:
    """An input with another id than its field would be filled in for nothing."""
    given = {"topic", "names", "agreed"}
    inputs = set[str]().union(*(asked(role, step) for role in step.roles))
    assert inputs == {field.name for field in fields(step)} - given


def test_the_questionnaire_never_says_who_would_see_too_much() -> None:
    """Each sensitive question says beside itself who sees the answer."""
    said = (
        ("about", "wem du als Tandem vorgeschlagen wirst"),
        ("about", "Jahrgang und Geschlecht sieht niemand"),
        ("topic:ai", "nur, wem du als Tandem vorgeschlagen wirst"),
        ("standing", "Das siehst nur du"),
        ("purpose", "nur du und, sobald euer Tandem läuft, dein Gegenüber"),
        ("when", "darf Termine für dich abstimmen"),
        ("not_with", "auch nicht die Programmverantwortlichen"),
    )
    for step, who in said:
        card = render(enrolment(Role.MENTOR, EnrolmentState.BEGUN, step), VOICES["de"])
        assert who in json.dumps(card.content, ensure_ascii=False)


def test_a_wrong_answer_comes_back_with_its_field_marked_and_everything_typed() -> None:
    body = drawn("enrolment-wrong").content["body"]
    place = next(n for n, element in enumerate(body) if element.get("id") == "languages")
    assert body[place - 1]["text"] == "⚠ Bitte wähle mindestens eine Sprache."
    assert (
        next(element for element in body if element.get("id") == "about_me")["value"]
        == "halb getippt"
    )


WITH_INPUTS = [
    (role, str(position))
    for role in Role
    for position in positions(role, ANSWERS[role])
    if position not in {SUMMARY, Position("protected_space")}
]


@pytest.mark.parametrize(("role", "position"), WITH_INPUTS)
def test_whoever_leaves_a_step_takes_along_what_stands_in_it(role: Role, position: str) -> None:
    """*Back*, *later* or another language; and no field keeps anybody from going, because a client
    would refuse to send a press with one that is required and empty, or out of its bounds.
    """
    card = render(enrolment(role, EnrolmentState.BEGUN, position), VOICES["de"]).content
    shown = [each for each in parts(card["body"]) if "type" in each]
    inputs = [each for each in shown if each["type"].startswith("Input.")]
    checked = {"isRequired", "min", "max", "regex"}
    assert [each["id"] for each in inputs if checked & each.keys()] == []
    assert {action.get("associatedInputs") for action in card["actions"]} == {"auto"}


@pytest.mark.parametrize("typed", [["4"], {"a": 1}, "nan", "1e999", "vier", None, True])
def test_a_number_that_is_none_comes_back_empty(typed: Any) -> None:
    """What no client would send must not break the card that answers it."""
    made = number("competence", "Von 1 bis 10", typed, 1, 10, required="Bitte eine Zahl.")
    assert made.value is None or made.value == 1.0
    json.loads(json.dumps(made.model_dump(by_alias=True, exclude_none=True), allow_nan=False))
