"""Every sample as a card, drawn once for each voice and process.

``python -m tests.cards.drawn offer-mentor-open de-sie`` prints one, to paste into the Adaptive
Cards Designer.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

from cards.catalogue import render
from cards.kit.elements import Rendered
from cards.kit.words import Words
from mentoring.domain.language import LANGUAGES
from tests.cards.samples import everything

VOICES = {
    f"{each.code}-sie" if formal else each.code: Words(each.code, formal=formal)
    for each in LANGUAGES.values()
    for formal in ((False, True) if each.formal else (False,))
}
SAMPLES = everything()
POSTING = "posting-1"


@cache
def drawn(name: str, voice: str = "de") -> Rendered:
    """The sample's card in a voice; shared by all tests, so nobody may change it."""
    return render(SAMPLES[name], VOICES[voice], posting=POSTING)


def parts(node: Any) -> Iterator[dict[str, Any]]:
    """Every object of a card, whatever it stands in."""
    if isinstance(node, list):
        for each in node:
            yield from parts(each)
    elif isinstance(node, dict):
        yield node
        for each in node.values():
            yield from parts(each)


def of_type(card: Rendered, start: str) -> list[dict[str, Any]]:
    """The elements and buttons of a card whose type begins so, without what refreshes it."""
    shown = {key: value for key, value in card.content.items() if key != "refresh"}
    return [part for part in parts(shown) if str(part.get("type", "")).startswith(start)]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(drawn(*sys.argv[1:3]).content, indent=1, ensure_ascii=False) + "\n")
