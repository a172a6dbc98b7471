"""What people have typed, and what the directory calls them, so that it is read as it was written
and does nothing else.

A text block draws Markdown: bold, italics, lists and links [learn.microsoft.com, Adaptive Cards,
text features]; so names are kept from being any. Directional signs of one text would turn the text
around it (Unicode TR 9), and ``{{DATE(…)}}`` is evaluated in a card, whoever wrote it (same page).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
"""The signs that set a direction."""
TURNING = re.compile("[\u202a-\u202e\u2066\u2067]")
"""Those among them that a card never holds, whatever text they come from."""
ISOLATE, END = "\u2068", "\u2069"
TEMPLATE = "{{"
UNJOINED = "{\u2060{"
"""The same, read by nobody as the beginning of a template: with a word joiner between."""
JOINER = "\u2060"
"""A word joiner: nobody sees it, and what stands on its two sides is no markup any more."""
STARS = re.compile(r"\*")
LIKE_A_STAR = "\u2217"
BROKEN = re.compile(
    r"(?<=\])(?=\()|(?<=<)(?=[a-zA-Z/!])|(?<![^\W_])(?=_)|(?<=&)(?=#?\w+;)|(?<=:)(?=//)"
    r"|^(?=\s*(?:[-+>#]|\d+[.)])\s)",
    re.MULTILINE,
)
"""Where a link, a tag (Teams' mentions are written as one), italics, an entity, an address or a
list would begin.
"""


class Marked(str):
    """A text of ours with markup that is meant."""

    __slots__ = ()


def unmarked(text: str) -> str:
    """The text for a text block, in which nothing is markup unless it is ``Marked``."""
    if isinstance(text, Marked):
        return text
    stars = STARS.sub(LIKE_A_STAR, text) if text.count("*") > 1 else text
    return BROKEN.sub(JOINER, stars)


SHOWN = frozenset({"text", "title", "value", "label", "altText", "placeholder", "errorMessage"})
FROM_RIGHT = frozenset({"R", "AL", "AN"})


def neutral(text: str) -> str:
    """The text without directional signs, and with no template in it."""
    return OVERRIDES.sub("", text).replace(TEMPLATE, UNJOINED)


def isolated(text: str) -> str:
    """The same, to stand inside another text: what is read from the right turns only itself."""
    plain = neutral(text)
    if plain.isascii() or not any(unicodedata.bidirectional(s) in FROM_RIGHT for s in plain):
        return plain
    return f"{ISOLATE}{plain}{END}"


def without_templates(part: Any) -> Any:  # noqa: ANN401 - walks through a card's JSON
    """The same card, in which nothing that is read is evaluated or turns what stands around it.

    What an input holds stays as it was typed: it goes back like that.
    """
    if isinstance(part, list):
        return [without_templates(each) for each in part]
    if not isinstance(part, dict):
        return part
    is_input = str(part.get("type", "")).startswith("Input.")
    return {key: _shown(key, each, is_input=is_input) for key, each in part.items()}


def _shown(key: str, value: Any, *, is_input: bool) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, str):
        as_typed = key not in SHOWN or (is_input and key == "value")
        return value if as_typed else TURNING.sub("", value).replace(TEMPLATE, UNJOINED)
    return value if key == "data" else without_templates(value)
