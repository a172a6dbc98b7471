"""Faces that are nobody's: a figure in one of a few colours."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from io import BytesIO
from zlib import crc32

from PIL import Image, ImageDraw

SIZE = 96
COLOURS = ("#6264a7", "#13a10e", "#c239b3", "#ca5010", "#038387")


@cache
def portrait(key: str) -> str:
    """A small picture as a ``data:`` URI; the same key gives the same one."""
    picture = Image.new("RGB", (SIZE, SIZE), COLOURS[crc32(key.encode()) % len(COLOURS)])
    drawing = ImageDraw.Draw(picture)
    drawing.ellipse((30, 16, 66, 56), fill="white")
    drawing.ellipse((12, 60, 84, 140), fill="white")
    written = BytesIO()
    picture.save(written, "PNG", optimize=True)
    return f"data:image/png;base64,{b64encode(written.getvalue()).decode()}"
