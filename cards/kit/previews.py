"""What all previews of owners have in common: how they end without anything having happened."""

from __future__ import annotations

from typing import Literal

from cards.kit.elements import Rendered, card, para
from cards.kit.words import Words
from mentoring.notices import Notice


def closed_preview(how: Literal["discarded", "old"], words: Words) -> Rendered:
    """Nothing has happened: it was discarded, or is more than a day old."""
    text = words.text(f"preview-{how}")
    return card([para(text)], summary=text)


def discarded(_notice: Notice, words: Words) -> Rendered:
    """What was shown was discarded."""
    return closed_preview("discarded", words)


def old(_notice: Notice, words: Words) -> Rendered:
    """What was shown is more than a day old."""
    return closed_preview("old", words)
