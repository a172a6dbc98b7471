"""The icons: ours are as Teams wants them, and what it would refuse of others is told."""

from __future__ import annotations

import io
import json
import struct
import zlib
from collections.abc import Callable

import pytest
from PIL import Image

from bot.offline.package.command import PACKAGED
from bot.offline.package.icons import ICONS, SIGNATURE


def test_the_icons_have_their_sizes_and_the_outline_is_white_on_transparent() -> None:
    with (
        Image.open(PACKAGED / "color.png") as color,
        Image.open(PACKAGED / "outline.png") as outline,
    ):
        assert (color.size, color.mode) == ((192, 192), "RGB")
        assert (outline.size, outline.mode) == ((32, 32), "RGBA")
        colours = outline.getcolors(1024) or []
        assert {pixel[:3] for _, pixel in colours if isinstance(pixel, tuple) and pixel[3]} == {
            (255, 255, 255)
        }
        ground = color.getpixel((0, 0))
    assert isinstance(ground, tuple)
    accent = json.loads((PACKAGED / "manifest.json").read_text(encoding="utf-8"))["accentColor"]
    assert f"#{bytes(ground).hex()}" == accent.lower()


def outline(colour: tuple[int, ...], size: int = 32, mode: str = "RGBA") -> bytes:
    """A dot on a transparent ground."""
    icon = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    icon.paste(colour, (8, 8, 24, 24))
    return png(icon.convert(mode))


def png(icon: Image.Image) -> bytes:
    target = io.BytesIO()
    icon.save(target, "PNG")
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "told_of"),
    [
        (outline((255, 255, 255, 255)), ""),
        (outline((255, 255, 255, 90)), ""),
        (outline((255, 255, 254, 255)), "has another colour than white: #fffffe"),
        (outline((255, 255, 255, 0)), "must be a white drawing"),
        (png(Image.new("RGBA", (32, 32), (255, 255, 255, 255))), "must be a white drawing"),
        (outline((255, 255, 255, 255), mode="RGB"), "has another kind of PNG"),
        (outline((255, 255, 255, 255), mode="P"), "has another kind of PNG"),
        (outline((255, 255, 255, 255), size=31), "is 31 x 31 pixels: Teams wants 32 x 32"),
        (outline((255, 255, 255, 255))[:70], "cannot be read"),
        (outline((255, 255, 255, 255))[:20], "is no PNG file"),
        (b"GIF89a" + bytes(40), "is no PNG file"),
        (b"", "is no PNG file"),
        (None, "is missing"),
    ],
)
def test_an_outline_that_teams_would_refuse_is_told(data: bytes | None, told_of: str) -> None:
    problem = ICONS["outline"](data)
    assert problem.startswith(told_of)
    assert bool(problem) == bool(told_of)


@pytest.mark.parametrize("kind", range(5))
def test_every_filter_of_png_is_read(kind: int) -> None:
    """One coloured pixel is found whatever filter its row has: the picture is written anew with
    each of the five.
    """
    icon = Image.new("RGBA", (32, 32), (255, 255, 255, 0))
    for place in range(32 * 32):
        icon.putpixel((place % 32, place // 32), (255, 255, 255, place * 37 % 256))
    assert ICONS["outline"](filtered(icon, kind)) == ""
    icon.putpixel((31, 31), (1, 2, 3, 255))
    assert ICONS["outline"](filtered(icon, kind)).startswith(
        "has another colour than white: #010203"
    )


def filtered(icon: Image.Image, kind: int) -> bytes:
    """A PNG file in which every row has the same filter; Pillow reads it back, which proves that it
    is right.
    """
    size = icon.width * 4
    rows = [icon.tobytes()[at : at + size] for at in range(0, size * icon.height, size)]
    packed = b"".join(
        bytes([kind]) + difference(kind, row, above)
        for above, row in zip([bytes(size), *rows[:-1]], rows, strict=True)
    )
    header = struct.pack(">IIBBBBB", icon.width, icon.height, 8, 6, 0, 0, 0)
    data = (
        SIGNATURE
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(packed))
        + chunk(b"IEND", b"")
    )
    with Image.open(io.BytesIO(data)) as read_back:
        assert read_back.tobytes() == icon.tobytes()
    return data


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def difference(kind: int, row: bytes, above: bytes) -> bytes:
    """A row as PNG stores it with this filter."""
    left, corner = bytes(4) + row, bytes(4) + above
    expected: tuple[Callable[[int], int], ...] = (
        lambda _: 0,
        lambda i: left[i],
        lambda i: above[i],
        lambda i: (left[i] + above[i]) // 2,
        lambda i: min(
            (left[i], above[i], corner[i]),
            key=lambda near: abs(left[i] + above[i] - corner[i] - near),
        ),
    )
    return bytes((byte - expected[kind](i)) & 255 for i, byte in enumerate(row))
