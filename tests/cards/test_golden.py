"""Every card as a file that a designer can paste into the Adaptive Cards Designer; a change of a card shows as a difference.

``UPDATE_GOLDEN=1 pytest tests/cards/test_golden.py`` writes them anew.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from cards.catalogue import render
from cards.words import Words
from tests.cards.samples import everything

FOLDER = Path(__file__).parent / "golden"
VOICES = {"de": Words("de"), "de-sie": Words("de", formal=True), "en": Words("en")}
SAMPLES = everything()
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_card_is_as_it_was(name: str, voice: str) -> None:
    path = FOLDER / voice / f"{name}.json"
    drawn = json.dumps(render(SAMPLES[name], VOICES[voice]).content, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    if UPDATE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
    assert path.is_file(), f"write it with UPDATE_GOLDEN=1: {path.relative_to(FOLDER)}"
    assert path.read_text(encoding="utf-8") == drawn, "if this is meant, write it anew with UPDATE_GOLDEN=1"


def test_there_is_no_file_of_a_card_that_is_no_more() -> None:
    known = {f"{voice}/{name}.json" for voice in VOICES for name in SAMPLES}
    assert {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.json")} == known
