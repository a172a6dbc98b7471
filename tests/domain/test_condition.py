"""What is asked of applicants is a sentence in the owners' words; one about an age is noticed."""

from __future__ import annotations

import re

import pytest
from pydantic import ValidationError

from cards.kit.words import Words
from mentoring.domain.condition import Condition
from mentoring.domain.language import LANGUAGES, Language
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
        ("höchstens 28 Jahre", True),
        ("Ich bin noch nicht dreißig Jahre.", True),
        ("Ich bin unter 30.", True),
        ("Ich bin unter 30 und neugierig.", True),
        ("Unter 30-Jährige", True),
        ("Ich habe das 30. Lebensjahr noch nicht vollendet.", True),
        ("Ich bin zwischen 20 und 30", True),
        ("at most 28 years old", True),
        ("at most 28 years of age", True),
        ("I am 28 years at most.", True),
        ("I am under 30.", True),
        ("I’m 28.", True),
        ("I am 28 or under.", True),
        ("I am between 20 and 30.", True),
        ("Ich bin seit zwei Jahren im Unternehmen und höchstens 28.", True),
        ("Ich bin seit 2020 dabei und höchstens 28 Jahre alt.", True),
        ("I have been here for two years and am under 30.", True),
        ("Ich arbeite täglich mit digitalen Werkzeugen.", False),
        ("Ich habe den Halt meiner Führungskraft.", False),
        ("I manage my own time.", False),
        ("Ich bin seit mindestens zwei Jahren im Unternehmen.", False),
        ("Ich bin mindestens 20 Jahre im Unternehmen.", False),
        ("Ich arbeite hier länger als zwei Jahre.", False),
        ("Ich habe mindestens 20 Jahre Berufserfahrung.", False),
        ("Ich habe mein Jahresgespräch geführt.", False),
        ("Ich bin dieses Jahr nicht länger abwesend.", False),
        ("Ich arbeite mindestens 20 Stunden in der Woche.", False),
        ("Mein Team hat höchstens 30 Leute.", False),
        ("I have been with the company for more than two years.", False),
        ("I have worked here for at least 20 years.", False),
        ("I have at least 20 years of experience.", False),
        ("I have at least two years' experience.", False),
        ("Ich bin bis 20. Dezember und am 28.12. da.", False),
        ("I joined more than two years ago.", False),
        ("I can spare two hours twice a year.", False),
        ("I work at least 20 hours a week.", False),
        ("", False),
    ],
)
def test_an_age_is_noticed_because_the_law_wants_a_reason(said: str, *, about_age: bool) -> None:
    assert Condition(texts={"de": said}).is_about_age is about_age


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["settings-about-condition", "call-no-condition"])
def test_what_the_product_suggests_itself_asks_for_no_age(key: str, language: Language) -> None:
    """The sentence in quotation marks, as owners would copy it."""
    [suggested] = re.findall(
        "„([^“]*im Unter[^“]*)“|“([^”]*the comp[^”]*)”", Words(language).text(key)
    )
    assert not Condition(texts={language: "".join(suggested)}).is_about_age


def test_it_fits_a_card() -> None:
    with pytest.raises(ValidationError, match="at most 200"):
        Condition(texts={"de": "x" * 201})


def test_each_role_has_its_own() -> None:
    programme = Programme(mentor_condition=Condition(texts={"de": GERMAN}))
    assert programme.condition(Role.MENTOR).said_in("de") == GERMAN
    assert programme.condition(Role.MENTEE).said_in("de") == ""
