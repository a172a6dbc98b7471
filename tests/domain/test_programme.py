"""The programme's settings: their defaults, and how they are written down."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from cards.kit.words import Words, topic_name
from mentoring.domain.programme import Programme
from tests.domain.kits.shelf import a_kit

GOOD = {
    "sponsor": {"sentence_de": "Ich lerne mit.", "sentence_en": ""},
    "topics": [{"id": "ai", "de": "KI", "en": "AI"}],
}


def test_the_names_of_topics_and_the_sponsors_sentences_lie_under_their_languages_codes() -> None:
    """In files and in rows, as they always have."""
    kept = Programme.model_validate(GOOD).model_dump(mode="json")
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


def test_no_smaller_group_than_five_is_ever_reported() -> None:
    with pytest.raises(ValidationError, match="smallest_group"):
        Programme(smallest_group=4)
    assert Programme(smallest_group=5).smallest_group == 5


def test_what_the_house_says_about_a_topic_is_written_down_beside_its_name() -> None:
    said = {
        "id": "ai",
        "de": "KI",
        "links": [{"name": "Leitlinie", "address": "https://firma.example/ki"}],
        "rules_de": "Nur der freigegebene Assistent.",
    }
    programme = Programme.model_validate({"topics": [said]})
    assert programme.model_dump(mode="json")["topics"] == [said]
    assert programme.topics[0].rules == {"de": "Nur der freigegebene Assistent."}


def test_the_houses_kits_are_kept_as_their_file_has_them() -> None:
    programme = Programme.model_validate({"kits": [a_kit("ai-house", "ai", "try")]})
    kept = programme.model_dump(mode="json")
    assert list(kept["kits"][0]) == ["id", "topic", "depth", "de"]
    assert Programme.model_validate(kept) == programme
