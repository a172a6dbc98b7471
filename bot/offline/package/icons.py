"""The icons of the app package: their size from the PNG header, and the outline's pixels, because
Teams looks at them too.

Rules: learn.microsoft.com, "Publish teamsApp", the error codes ``InvalidColorIconHeightAndWidth``,
``InvalidOutlineIconHeightAndWidth`` and ``InvalidOutlineIconTransparency`` (a pixel that is neither
transparent nor white).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
EIGHT_BIT_RGBA = (8, 6, 0)
"""Bit depth, colour type and interlacing (W3C PNG, 11.2.1) of the only kind of PNG whose pixels are
examined.
"""
CHANNELS = 4
COLOR_SIZE, OUTLINE_SIZE, SMALL_COLOR_SIZE = 192, 32, 32
WHITE = b"\xff\xff\xff"


def _color_problem(data: bytes | None) -> str:
    return _size_problem(data, COLOR_SIZE)


def _small_color_problem(data: bytes | None) -> str:
    return _size_problem(data, SMALL_COLOR_SIZE)


def _outline_problem(data: bytes | None) -> str:
    wrong = _size_problem(data, OUTLINE_SIZE)
    if data is None or wrong:
        return wrong
    if _header(data)[2:] != EIGHT_BIT_RGBA:
        return (
            "has another kind of PNG: save it with 8 bits for each of red, green, blue and "
            "alpha, not interlaced"
        )
    try:
        return _drawing_problem(list(_pixels(data)))
    except (zlib.error, struct.error, IndexError):
        return "cannot be read: save it as PNG again"


def _drawing_problem(pixels: list[bytes]) -> str:
    drawn = {pixel[:3] for pixel in pixels if pixel[3]}
    if drawn - {WHITE}:
        return (
            f"has another colour than white: #{min(drawn - {WHITE}).hex()}; only white and "
            "transparent are allowed"
        )
    if not drawn or all(pixel[3] for pixel in pixels):
        return "must be a white drawing on a transparent ground"
    return ""


def _size_problem(data: bytes | None, size: int) -> str:
    if data is None:
        return "is missing beside manifest.json"
    try:
        width, height, *_ = _header(data)
    except (ValueError, struct.error):
        return "is no PNG file"
    return (
        ""
        if (width, height) == (size, size)
        else f"is {width} x {height} pixels: Teams wants {size} x {size}"
    )


def _header(data: bytes) -> tuple[int, int, int, int, int]:
    """Width, height, bit depth, colour type, interlacing."""
    if not data.startswith(SIGNATURE) or data[12:16] != b"IHDR":
        raise ValueError
    width, height, depth, kind, _compression, _filter, interlaced = struct.unpack(
        ">IIBBBBB", data[16:29]
    )
    return width, height, depth, kind, interlaced


def _pixels(data: bytes) -> Iterator[bytes]:
    """Red, green, blue and alpha of each pixel of an icon of the outline's size, row by row."""
    stride = OUTLINE_SIZE * CHANNELS
    raw = zlib.decompressobj().decompress(b"".join(_packed(data)), OUTLINE_SIZE * (stride + 1))
    above = bytes(stride)
    for start in range(0, OUTLINE_SIZE * (stride + 1), stride + 1):
        above = _row(raw[start], raw[start + 1 : start + 1 + stride], above)
        yield from (above[at : at + CHANNELS] for at in range(0, stride, CHANNELS))


def _packed(data: bytes) -> Iterator[bytes]:
    """The compressed parts of the picture."""
    at = len(SIGNATURE)
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        if kind == b"IDAT":
            yield data[at + 8 : at + 8 + length]
        at += 12 + length


def _paeth(left: int, up: int, corner: int) -> int:
    """The neighbour that is nearest to ``left + up - corner`` (W3C PNG, 9.4)."""
    guess = left + up - corner
    return min((left, up, corner), key=lambda neighbour: abs(guess - neighbour))


def _expected(kind: int, left: int, up: int, corner: int) -> int:
    """What a byte's neighbours predict, for each of the five filter types (W3C PNG, 9.2)."""
    return (0, left, up, (left + up) // 2, _paeth(left, up, corner))[kind]


def _row(kind: int, packed: bytes, above: bytes) -> bytes:
    """A row with its filter undone: each byte stored is the difference from the predicted one."""
    row = bytearray(CHANNELS)  # zeros stand left of the first pixel
    for place, byte in enumerate(packed):
        corner = above[place - CHANNELS] if place >= CHANNELS else 0
        row.append((byte + _expected(kind, row[place], above[place], corner)) & 255)
    return bytes(row[CHANNELS:])


ICONS: dict[str, Callable[[bytes | None], str]] = {
    "color": _color_problem,
    "outline": _outline_problem,
    "color32x32": _small_color_problem,
}
"""For each kind of icon what Teams would refuse of its file (None: it is missing), as the end of a
sentence; empty if fine.
"""
