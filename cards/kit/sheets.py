"""A sheet of paper with a few lines in its middle; ``cards.kit.drawing`` draws it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A line on the sheet; its ``size`` and the space ``above`` it in millimetres.

    One that is too long is broken into several, or, if it is to stay ``whole``, made smaller.
    """

    text: str
    size: float
    above: float = 3
    whole: bool = False


@dataclass(frozen=True)
class Sheet:
    """What stands on it; ``title`` and ``language`` (a tag) are what readers aloud go by."""

    title: str
    language: str
    lines: tuple[Line, ...]
