"""The demo's page and the cards on it share one document: what a card calls its inputs is none of
the page's own names, or the page takes the one for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from cards.catalogue import render
from cards.kit.words import Words
from tests.cards.samples import everything

PAGE = Path(__file__).parents[2] / "sandbox/page/static/index.html"


def ids(part: object) -> Iterator[str]:
    """What a card, or a part of one, calls its elements."""
    if isinstance(part, dict):
        if isinstance(part.get("id"), str):
            yield part["id"]
        part = [*part.values()]
    for each in part if isinstance(part, list) else ():
        yield from ids(each)


def test_no_card_has_a_name_of_the_page() -> None:
    """Nobody could write any more once a question box lay in their chat."""
    of_page = set(re.findall(r'\bid="([^"]+)"', PAGE.read_text(encoding="utf-8")))
    of_cards = {
        name
        for notice in everything().values()
        for name in ids(render(notice, Words("de")).content)
    }
    assert {"own-words", "pick-person"} <= of_page
    assert {"line", "topics"} <= of_cards
    assert not of_page & of_cards
