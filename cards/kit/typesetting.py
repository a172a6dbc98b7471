"""Text as glyphs, in whatever script a name is written: read from the left or the right, joined and
stacked as the script wants it (HarfBuzz), each sign in the first of our fonts that has it.

The order of what is read from the right and from the left is fpdf2's (Unicode TR 9). Lengths are in
ems: times the size of the letters, they are in its unit.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

import uharfbuzz
from fpdf.bidi import BidiParagraph

from cards.kit.neutral import OVERRIDES

FOLDER = Path(__file__).parent / "fonts"
FIRST, LAST = "NotoSans-Regular", "DroidSansFallback"
FOLLOWS = frozenset({"Mn", "Mc", "Me", "Cf", "Zs"})
"""Signs that stand with the one before them: accents, vowels, joiners, spaces."""


@dataclass(frozen=True, eq=False)
class Font:
    """A font: its file, HarfBuzz's view of it, the signs that it has, and its units in an em."""

    name: str
    path: Path
    shaper: uharfbuzz.Font
    signs: frozenset[int]
    units: int


@dataclass(frozen=True)
class Glyph:
    """A drawn sign: its number in the font, and how far from the beginning of the run it stands."""

    number: int
    x: float


@dataclass(frozen=True)
class Run:
    """A piece of a line in one font and one direction, in the order in which its signs are
    read.
    """

    text: str
    font: Font
    glyphs: tuple[Glyph, ...]
    width: float


@cache
def fonts() -> tuple[Font, ...]:
    """All that there are, in the order in which they are asked for a sign."""
    names = sorted(path.stem for path in FOLDER.glob("*.ttf"))
    others = [each for each in names if each not in {FIRST, LAST}]
    return tuple(_font(each) for each in (FIRST, *others, LAST))


def _font(name: str) -> Font:
    path = FOLDER / f"{name}.ttf"
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    return Font(name, path, uharfbuzz.Font(face), frozenset(face.unicodes), face.upem)


def runs(line: str) -> list[Run]:
    """The line from its left end to its right one."""
    said = BidiParagraph(line, preserve_bn_chars=True)
    chosen = _chosen(line)
    placed = [
        (chosen[each.character_index], each.get_direction_from_level() == "R", each.character)
        for each in said.get_reordered_characters()
        if not OVERRIDES.match(each.character)
    ]
    pieces = groupby(placed, key=lambda each: (each[0].name, each[1]))
    return [_run([*piece], from_right=from_right) for (_, from_right), piece in pieces]


def _chosen(line: str) -> list[Font]:
    """The font of each sign: that of the one before it if it can stay there."""
    found: list[Font] = []
    for sign in line:
        before = found[-1] if found else None
        stays = before and unicodedata.category(sign) in FOLLOWS and ord(sign) in before.signs
        found.append(before if before and stays else _that_has(sign))
    return found


@cache
def _that_has(sign: str) -> Font:
    return next((each for each in fonts() if ord(sign) in each.signs), fonts()[0])


def _run(placed: Sequence[tuple[Font, bool, str]], *, from_right: bool) -> Run:
    font = placed[0][0]
    signs = [sign for _, _, sign in placed]
    text = "".join(reversed(signs) if from_right else signs)
    glyphs = tuple(_shaped(text, font, "rtl" if from_right else "ltr"))
    return Run(text, font, glyphs[:-1], glyphs[-1].x)


def _shaped(text: str, font: Font, direction: str) -> Iterator[Glyph]:
    """The glyphs, and one behind them that is none: where the next run begins."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = direction
    uharfbuzz.shape(font.shaper, buffer)
    x, units = 0, font.units
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        yield Glyph(info.codepoint, (x + position.x_offset) / units)
        x += position.x_advance
    yield Glyph(0, x / units)


def length(line: str) -> float:
    """How long the line is."""
    return sum(each.width for each in runs(line))


def wrapped(text: str, longest: float) -> list[str]:
    """The text in lines that are no longer than that, unless a single word is."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and length(longer) <= longest:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
