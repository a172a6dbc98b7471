"""A sheet as a PDF, and as a picture of that.

To be imported where something is drawn: fpdf2 and what it needs take 45 MB, which a server has no
use for before that (docs/why.md).
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from threading import Lock

from fpdf import FPDF
from PIL import Image, ImageOps
from pypdfium2 import PdfDocument

from cards.kit.sheets import Line, Sheet
from cards.kit.typesetting import Run, length, runs, wrapped

WIDTH, HEIGHT, MARGIN = 210, 297, 12
"""A4, and how far its frame lies from its edge; in millimetres."""
TEXT, ROOM = WIDTH - 5 * MARGIN, HEIGHT - 5 * MARGIN
"""How wide a line and how high all lines may be, within the frame."""
SMALLER = 0.95
DOTS, FEWER_DOTS, MOST_BYTES = 3, 2, 14_000
"""In the picture a millimetre is so many dots, or fewer if it would get too large for a card."""
MM_A_POINT = 25.4 / 72
ONE_AT_A_TIME = Lock()
"""No two threads may call PDFium at once [pypdfium2's README, *Incompatibility with Threading*]."""
INK = (61, 62, 120)
SHADES = 4
"""From white to ink: as few as still look round, so that the picture of a sheet stays small."""
MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""What a PDF says when it was made: that it is the same each time it is made."""


@dataclass(frozen=True)
class Piece:
    """A run where it stands: the left end of its baseline, in millimetres from the upper left."""

    run: Run
    size: float
    x: float
    y: float


def _pieces(sheet: Sheet) -> Iterator[Piece]:
    """Everything in its place, as high above the middle as below it."""
    broken = _fitting(sheet.lines)
    y = (HEIGHT - _height(broken)) / 2
    for line in broken:
        y += line.above + line.size
        x = (WIDTH - length(line.text) * line.size) / 2
        for run in runs(line.text):
            yield Piece(run, line.size, x, y)
            x += run.width * line.size


def _fitting(lines: Sequence[Line]) -> list[Line]:
    """The lines, broken where they are too long; what would not fit on the sheet is all made
    smaller.
    """
    broken = [each for line in lines for each in _broken(line)]
    while _height(broken) > ROOM:
        lines = [replace(e, size=e.size * SMALLER, above=e.above * SMALLER) for e in lines]
        broken = [each for line in lines for each in _broken(line)]
    return broken


def _height(lines: Iterable[Line]) -> float:
    return sum(each.above + each.size for each in lines)


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
    """A PNG of what the PDF shows."""
    with ONE_AT_A_TIME, closing(PdfDocument(pdf(sheet))) as document:
        page: Image.Image = document[0].render(scale=dots * MM_A_POINT, grayscale=True).to_pil()
    # A part of a dot is a whole one to PDFium.
    whole = page.crop((0, 0, WIDTH * dots, HEIGHT * dots))
    data = BytesIO()
    _shaded(whole).save(data, "PNG", optimize=True)
    return data.getvalue()


def _shaded(paper: Image.Image) -> Image.Image:
    """How light it is, in a few shades from ink to white."""
    lightest = SHADES - 1
    light = ImageOps.autocontrast(paper)
    shades = light.point([round(each / 255 * lightest) for each in range(256)])
    shades.putpalette(
        [round(part + (255 - part) * each / lightest) for each in range(SHADES) for part in INK]
    )
    return shades


def pdf(sheet: Sheet) -> bytes:
    """The sheet as a PDF whose text can be read aloud and copied."""
    made = FPDF(format="A4")
    made.set_creation_date(MADE)
    made.set_title(sheet.title)
    made.set_lang(sheet.language)
    made.c_margin = 0
    made.set_auto_page_break(auto=False)
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
