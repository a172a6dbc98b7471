"""The programme file: what is wrong in it is named with its line and what is allowed."""

from __future__ import annotations

import pytest

from cards.kit.words import Words, topic_name
from mentoring.domain.errors import ProgrammeInvalid
from mentoring.domain.programme import Programme, read_programme

GOOD = """
name = "Blickwechsel"
tone = "sie"

[sessions]
length_minutes = 90
rhythm = "two_weeks"

[[topics]]
id = "ai"
de = "KI"
en = "AI"
"""


def test_a_programme_file_is_read() -> None:
    programme = read_programme(GOOD, "programme.toml")
    assert (programme.name, programme.tone, programme.sessions.length_minutes) == (
        "Blickwechsel",
        "sie",
        90,
    )
    assert topic_name(programme.topic("ai"), Words("de")) == "KI"


def test_the_names_of_topics_and_the_sponsors_sentences_lie_under_their_languages_codes() -> None:
    """In files and in rows, as they always have."""
    sponsor = '[sponsor]\nsentence_de = "Ich lerne mit."\nsentence_en = ""'
    kept = read_programme(f"{GOOD}\n{sponsor}", "programme.toml").model_dump(mode="json")
    assert kept["topics"] == [{"id": "ai", "de": "KI", "en": "AI"}]
    assert (kept["sponsor"]["sentence_de"], kept["sponsor"]["sentence_en"]) == (
        "Ich lerne mit.",
        "",
    )
    assert Programme.model_validate(kept).model_dump(mode="json") == kept


def test_a_topic_of_a_first_cycle_is_named_by_the_texts() -> None:
    assert topic_name(Programme().topic("new_work"), Words("en")) == "New ways of working"


def test_the_defaults_are_those_of_a_first_cycle() -> None:
    programme = Programme()
    assert (
        programme.sessions.length_minutes,
        programme.sessions.rhythm,
        programme.sessions.months,
    ) == (120, "monthly", 6)
    assert len(programme.topics) == 12


def test_a_topic_that_the_programme_does_not_know_bears_its_id() -> None:
    assert topic_name(Programme().topic("quantum"), Words("en")) == "quantum"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('name = "x"\ntone = "ihr"', 2, "'du' or 'sie'"),
        ("[sessions]\nlength_minutes = 45", 2, "60, 90 or 120"),
        ('[sessions]\nlength_minutes = 60\nrhythm = "weekly"', 3, "monthly"),
        ("colour = 3", 1, "not permitted"),
        ("[offers]\ndays = 0", 2, "greater than or equal to 1"),
        ("[matching.weights]\nfunction = -1", 2, "greater than or equal to 0"),
    ],
)
def test_each_error_names_its_line_and_what_is_allowed(text: str, line: int, said: str) -> None:
    with pytest.raises(ProgrammeInvalid) as invalid:
        read_programme(text, "programme.toml")
    assert f"programme.toml, line {line}:" in str(invalid.value)
    assert said in str(invalid.value)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('name = "x"\nroom = "group_chat"', 2, "private channel of its own: remove the line"),
        (
            '[matching.parameters]\nmentor_generations = ["after_1996"]',
            2,
            "remove the line, and invite those whom you mean",
        ),
    ],
)
def test_a_setting_that_is_no_more_says_what_to_do(text: str, line: int, said: str) -> None:
    with pytest.raises(ProgrammeInvalid) as invalid:
        read_programme(text, "programme.toml")
    assert f"programme.toml, line {line}:" in str(invalid.value)
    assert said in str(invalid.value)


def test_no_smaller_group_than_five_is_ever_reported() -> None:
    with pytest.raises(ProgrammeInvalid, match=r"line 1: smallest_group: .* equal to 5"):
        read_programme("smallest_group = 4", "programme.toml")
    assert read_programme("smallest_group = 5", "programme.toml").smallest_group == 5


def test_all_errors_come_at_once() -> None:
    with pytest.raises(ProgrammeInvalid) as invalid:
        read_programme('tone = "ihr"\nroom = "cellar"', "p.toml")
    assert len(invalid.value.errors) == 2


def test_a_text_that_is_no_toml_names_the_place() -> None:
    with pytest.raises(ProgrammeInvalid, match="line 1"):
        read_programme("name = = 3\n", "p.toml")
