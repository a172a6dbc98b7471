"""A sheet of paper with a few lines in its middle, drawn alike as a picture and as a PDF."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, lru_cache
from io import BytesIO
from itertools import pairwise

from fpdf import FPDF
from PIL import Image, ImageDraw

from cards.kit.typesetting import Font, Run, length, runs, wrapped

WIDTH, HEIGHT, MARGIN = 210, 297, 12
"""A4, and how far its frame lies from its edge; in millimetres."""
TEXT = WIDTH - 5 * MARGIN
DOTS, FEWER_DOTS, MOST_BYTES = 3, 2, 14_000
"""In the picture a millimetre is so many dots, or fewer if it would get too large for a card."""
SHARP = 3
"""So many times larger it is drawn, and then made smaller, because Pillow draws hard edges."""
INK = (61, 62, 120)
SHADES = 4
"""From white to ink: as few as still look round, so that the picture of a sheet stays small."""
STEPS = 4
"""Into so many straight lines a curve of a glyph is cut."""
Point = tuple[float, float]
MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""What a PDF says when it was made: that it is the same each time it is made."""


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


@dataclass(frozen=True)
class Piece:
    """A run where it stands: the left end of its baseline, in millimetres from the upper left."""

    run: Run
    size: float
    x: float
    y: float


def _pieces(sheet: Sheet) -> Iterator[Piece]:
    """Everything in its place, as high above the middle as below it."""
    broken = [each for line in sheet.lines for each in _broken(line)]
    y = (HEIGHT - sum(each.above + each.size for each in broken)) / 2
    for line in broken:
        y += line.above + line.size
        x = (WIDTH - length(line.text) * line.size) / 2
        for run in runs(line.text):
            yield Piece(run, line.size, x, y)
            x += run.width * line.size


def _broken(line: Line) -> Iterator[Line]:
    if line.whole:
        size = min(line.size, TEXT / (length(line.text) or 1))
        yield Line(line.text, size, line.above)
        return
    for number, text in enumerate(wrapped(line.text, TEXT / line.size)):
        yield Line(text, line.size, line.size / 2 if number else line.above)


@lru_cache(maxsize=32)
def picture(sheet: Sheet) -> str:
    """The sheet as a ``data:`` URI of a PNG."""
    data = _drawn(sheet, DOTS)
    if len(data) > MOST_BYTES:
        data = _drawn(sheet, FEWER_DOTS)
    return f"data:image/png;base64,{base64.b64encode(data).decode()}"


def _drawn(sheet: Sheet, dots: int) -> bytes:
    scale = dots * SHARP
    ink = Image.new("L", (WIDTH * scale, HEIGHT * scale))
    _frame(ImageDraw.Draw(ink), scale)
    for piece in _pieces(sheet):
        _draw(ink, piece, scale)
    small = ink.resize((WIDTH * dots, HEIGHT * dots), Image.Resampling.LANCZOS)
    data = BytesIO()
    _shaded(small).save(data, "PNG", optimize=True)
    return data.getvalue()


def _shaded(ink: Image.Image) -> Image.Image:
    """How much ink there is, in a few shades of its colour."""
    shades = ink.point([round(each / 255 * (SHADES - 1)) for each in range(256)])
    darkest = SHADES - 1
    shades.putpalette(
        [round(255 + (part - 255) * shade / darkest) for shade in range(SHADES) for part in INK]
    )
    return shades


def _frame(draw: ImageDraw.ImageDraw, scale: int) -> None:
    corners = (MARGIN, MARGIN, WIDTH - MARGIN, HEIGHT - MARGIN)
    box = [each * scale for each in corners]
    draw.rounded_rectangle(box, radius=6 * scale, outline=255, width=scale)


def _draw(ink: Image.Image, piece: Piece, scale: int) -> None:
    """Each glyph: what goes round one way is filled, what goes round the other way is left out."""
    for glyph in piece.run.glyphs:
        left, base = piece.x + glyph.x * piece.size, piece.y - glyph.y * piece.size
        shapes = [
            [((left + x * piece.size) * scale, (base - y * piece.size) * scale) for x, y in contour]
            for contour in _outline(piece.run.font, glyph.number)
        ]
        _fill(ink, shapes)


def _fill(ink: Image.Image, shapes: list[list[Point]]) -> None:
    points = [point for shape in shapes for point in shape]
    if not points:
        return
    left, top = (int(min(each[axis] for each in points)) - 1 for axis in (0, 1))
    right, bottom = (int(max(each[axis] for each in points)) + 2 for axis in (0, 1))
    mask = Image.new("1", (right - left, bottom - top), 0)
    draw = ImageDraw.Draw(mask)
    largest = sorted(shapes, key=lambda each: -abs(_area(each)))
    filled = _area(largest[0]) > 0
    for shape in largest:
        inside = [(x - left, y - top) for x, y in shape]
        draw.polygon(inside, fill=int((_area(shape) > 0) == filled))
    ink.paste(255, (left, top), mask)


def _area(shape: list[Point]) -> float:
    """Twice what it encloses, below 0 if it goes round the other way."""
    pairs = zip(shape, shape[1:] + shape[:1], strict=True)
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairs)


@cache
def _outline(font: Font, glyph: int) -> tuple[tuple[Point, ...], ...]:
    pen = _Pen(font.units)
    font.shaper.draw_glyph_with_pen(glyph, pen)
    return tuple(tuple(each) for each in pen.contours if len(each) > 2)


class _Pen:
    """Takes down what HarfBuzz draws, as corners in ems; its methods' names are fontTools'."""

    def __init__(self, units: int) -> None:
        self.contours: list[list[Point]] = []
        self._units = units

    def moveTo(self, point: Point) -> None:  # noqa: N802 - as above
        """A new contour."""
        self.contours.append([])
        self.lineTo(point)

    def lineTo(self, point: Point) -> None:  # noqa: N802 - as above
        """A straight line."""
        self.contours[-1].append((point[0] / self._units, point[1] / self._units))

    def qCurveTo(self, *points: Point) -> None:  # noqa: N802 - as above
        """A curve that bends towards all but the last of these points and ends there."""
        begin, ends = self.contours[-1][-1], [(x / self._units, y / self._units) for x, y in points]
        self.contours[-1] += [_along([begin, *ends], step / STEPS) for step in range(1, STEPS + 1)]

    curveTo = qCurveTo  # noqa: N815 - as above

    def closePath(self) -> None:  # noqa: N802 - as above
        """The contour ends where it began."""


def _along(points: list[Point], share: float) -> Point:
    """How far a Bézier curve has come (de Casteljau)."""
    while len(points) > 1:
        points = [
            (x + (next_x - x) * share, y + (next_y - y) * share)
            for (x, y), (next_x, next_y) in pairwise(points)
        ]
    return points[0]


def pdf(sheet: Sheet) -> bytes:
    """The sheet as a PDF whose text can be read aloud and copied."""
    made = FPDF(format="A4")
    made.set_creation_date(MADE)
    made.set_title(sheet.title)
    made.set_lang(sheet.language)
    made.c_margin = 0
    made.add_page()
    made.set_draw_color(*INK)
    made.set_text_color(*INK)
    made.set_line_width(1)
    width, height = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN
    made.rect(MARGIN, MARGIN, width, height, round_corners=True, corner_radius=6)
    made.set_text_shaping()
    for piece in _pieces(sheet):
        _write(made, piece)
    return bytes(made.output())


def _write(made: FPDF, piece: Piece) -> None:
    font, width = piece.run.font, piece.run.width * piece.size
    if font.name.lower() not in made.fonts:
        made.add_font(font.name, fname=font.path)
    made.set_font(font.name, size=piece.size * made.k)
    made.set_xy(piece.x, piece.y - 0.8 * piece.size)
    made.cell(w=width, h=piece.size, text=piece.run.text)
