"""What is asked of applicants is a sentence in the owners' words; one about an age is noticed."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from mentoring.domain.condition import Condition
from mentoring.domain.language import Language
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme

GERMAN = "Ich bin seit einem halben Durchgang im Werk."


def test_a_file_writes_a_text_for_each_language() -> None:
    made = Condition.model_validate({"text_de": GERMAN, "text_en": "I am new."})
    assert made.texts == {"de": GERMAN, "en": "I am new."}
    assert made.model_dump() == {"text_de": GERMAN, "text_en": "I am new."}
    assert Condition.model_validate(made.model_dump()) == made


def test_an_empty_input_asks_nothing_and_changes_nothing() -> None:
    assert Condition.model_validate({"text_de": " ", "text_en": ""}) == Condition()


@pytest.mark.parametrize(
    ("texts", "language", "said"),
    [
        ({}, "de", ""),
        ({"de": ""}, "de", ""),
        ({"de": GERMAN}, "en", GERMAN),
        ({"de": GERMAN, "en": "I am new."}, "en", "I am new."),
        ({"de": "", "en": "I am new."}, "de", "I am new."),
    ],
)
def test_it_is_said_in_the_readers_language_if_it_can_be(
    texts: dict[Language, str], language: Language, said: str
) -> None:
    assert Condition(texts=texts).said_in(language) == said


@pytest.mark.parametrize(
    ("said", "about_age"),
    [
        ("Ich bin höchstens 28 Jahre alt.", True),
        ("Jahrgang 1998 oder jünger", True),
        ("Ich bin nach 1998 geboren.", True),
        ("eine 28-jährige Person", True),
        ("I am 28 years old at most.", True),
        ("No older than 28", True),
        ("Ich arbeite täglich mit digitalen Werkzeugen.", False),
        ("Ich habe den Halt meiner Führungskraft.", False),
        ("I manage my own time.", False),
        ("", False),
    ],
)
def test_an_age_is_noticed_because_the_law_wants_a_reason(said: str, *, about_age: bool) -> None:
    assert Condition(texts={"de": said}).is_about_age is about_age


def test_it_fits_a_card() -> None:
    with pytest.raises(ValidationError, match="at most 200"):
        Condition(texts={"de": "x" * 201})


def test_each_role_has_its_own() -> None:
    programme = Programme(mentor_condition=Condition(texts={"de": GERMAN}))
    assert programme.condition(Role.MENTOR).said_in("de") == GERMAN
    assert programme.condition(Role.MENTEE).said_in("de") == ""
