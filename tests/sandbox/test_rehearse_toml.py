"""A programme given as JSON reaches the product as the same facts in TOML."""

import tomllib

import pytest

from sandbox.toml import written


def test_what_is_written_is_read_back_the_same() -> None:
    facts = {
        "name": 'Tandem "Nord" \\ Süd',
        "apply_as": ["mentor", "mentee"],
        "smallest_group": 5,
        "share": 0.5,
        "open": True,
        "sessions": {"length_minutes": 90, "rules": {"lunch": False}},
        "topics": [{"id": "ai", "de": "KI", "en": "AI"}],
    }
    assert tomllib.loads(written(facts)) == facts


def test_what_toml_cannot_hold_is_refused_with_its_key() -> None:
    with pytest.raises(TypeError, match="sponsor"):
        written({"sponsor": None})
