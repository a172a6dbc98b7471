"""German texts use the glossary's German word where there is one (docs/glossary.md)."""

from __future__ import annotations

import re
from pathlib import Path

TEXTS = Path(__file__).parents[2] / "cards" / "texts" / "de"
ENGLISH = re.compile(
    r"\b(kick-?off|meeting|event|matching|reminder|survey|deadline|slot|road ?map)s?\b",
    re.IGNORECASE,
)
PLACEHOLDER, HEARD = re.compile(r"\{[^}]*\}"), ".said = "
"""``.said`` holds what people may type, in their own words."""


def test_no_german_text_says_it_in_english() -> None:
    found = [
        f"{file.name}:{number}: {line.strip()}"
        for file in sorted(TEXTS.rglob("*.ftl"))
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if not line.startswith("#") and HEARD not in line
        if ENGLISH.search(PLACEHOLDER.sub("", line.partition("=")[2] or line))
    ]
    assert found == []
