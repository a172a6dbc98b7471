"""The example programmes are programme files as they stand, and say what the product refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.programmes.reading import read_programme
from bot.programmes.typed_in import file_in
from cards.kit.words import Words
from cards.programme.settings_file import file_text
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme

FOLDER = Path(__file__).parents[3] / "docs/programmes"
EXAMPLES = sorted(FOLDER.glob("*.toml"))


def read(path: Path) -> Programme:
    return read_programme(path.read_bytes(), path.name)


def test_there_are_five() -> None:
    names = [path.stem for path in EXAMPLES]
    assert names == ["dachser", "daimler", "digital8", "messe_muenchen", "recipe_2025"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_each_is_a_programme_that_goes_through_the_card(path: Path) -> None:
    programme = read(path)
    assert file_in(file_text(programme), Words("de")) == programme
    assert (bool(programme.contact.email), bool(programme.boundary.email)) == (True, True)


def test_what_the_product_refuses_is_said_in_it() -> None:
    said = {path.stem: path.read_text(encoding="utf-8") for path in EXAMPLES}
    refused = [name for name, text in said.items() if "the product refuses" in text]
    assert refused == ["messe_muenchen", "recipe_2025"]
    assert "taking part is voluntary" in said["messe_muenchen"]


def test_what_its_mentors_had_to_be_is_asked_of_whoever_applies() -> None:
    """issue 14: the example said that there was no such setting."""
    [messe] = [read(path) for path in EXAMPLES if path.stem == "messe_muenchen"]
    asked = messe.condition(Role.MENTOR)
    assert (asked.is_about_age, messe.apply_as) == (True, (Role.MENTOR,))


def test_each_has_as_many_sessions_as_its_model() -> None:
    """By the months, or as many as it names where each is agreed from the last."""
    rules = {path.stem: read(path).sessions for path in EXAMPLES}
    sessions = {name: each.number or each.session_count for name, each in rules.items()}
    assert sessions == {
        "dachser": 6,
        "daimler": 7,
        "digital8": 9,
        "messe_muenchen": 6,
        "recipe_2025": 13,
    }
