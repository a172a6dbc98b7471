"""Then and now on a scale, as a small picture that can be seen on a light and on a dark card."""

from __future__ import annotations

import base64
from io import BytesIO

from PIL import Image, ImageDraw

from mentoring.domain.measurement.change import Estimate

SIZE = (480, 32)
SHARP = 4
"""So many times larger it is drawn, and then made smaller, because Pillow draws hard edges."""
MARGIN, TRACK, STEP, DOT = 16, 2, 3, 11
"""In pixels: beside the scale, half the line's width, and the radius of a step and of an answer."""
GREY, BLUE = (138, 136, 134, 255), (79, 107, 237, 255)


def then_and_now(then: int, now: int, lowest: int, highest: int) -> str:
    """The scale with a ring where somebody stood and a dot where they stand, as a ``data:`` URI."""
    image = _blank()
    draw = ImageDraw.Draw(image)
    width = SIZE[0] - 2 * MARGIN
    places = [
        MARGIN + width * (step - lowest) / (highest - lowest) for step in range(lowest, highest + 1)
    ]
    _line(draw, places[0], places[-1], GREY, TRACK / 2)
    for place in places:
        _dot(draw, place, GREY, STEP)
    before, after = places[then - lowest], places[now - lowest]
    _line(draw, min(before, after), max(before, after), BLUE, TRACK)
    if then != now:
        _dot(draw, before, GREY, DOT)
        _dot(draw, before, (255, 255, 255, 255), DOT - 4)
    _dot(draw, after, BLUE, DOT)
    return _written(image)


def interval(by: Estimate, widest: int) -> str:
    """A change within its interval beside the zero, on a scale from the least to the largest change
    that there can be (``widest``), as a ``data:`` URI.
    """
    image = _blank()
    draw = ImageDraw.Draw(image)

    def place(value: float) -> float:
        within = max(-widest, min(widest, value))
        return SIZE[0] / 2 + within / widest * (SIZE[0] / 2 - MARGIN)

    _line(draw, place(-widest), place(widest), GREY, TRACK / 2)
    _line(draw, place(0) - TRACK / 2, place(0) + TRACK / 2, GREY, DOT)
    _line(draw, place(by.low), place(by.high), BLUE, TRACK)
    _dot(draw, place(by.mean), BLUE, DOT - 4)
    return _written(image)


def _blank() -> Image.Image:
    return Image.new("RGBA", (SIZE[0] * SHARP, SIZE[1] * SHARP), (0, 0, 0, 0))


def _line(
    draw: ImageDraw.ImageDraw, left: float, right: float, colour: tuple[int, ...], half: float
) -> None:
    middle = SIZE[1] / 2
    box = [left, middle - half, right, middle + half]
    draw.rectangle([each * SHARP for each in box], fill=colour)


def _dot(draw: ImageDraw.ImageDraw, place: float, colour: tuple[int, ...], radius: float) -> None:
    middle = SIZE[1] / 2
    box = [place - radius, middle - radius, place + radius, middle + radius]
    draw.ellipse([each * SHARP for each in box], fill=colour)


def _written(image: Image.Image) -> str:
    small = image.resize(SIZE, Image.Resampling.LANCZOS)
    few = small.quantize(32, method=Image.Quantize.FASTOCTREE)
    data = BytesIO()
    few.save(data, "PNG", optimize=True)
    return f"data:image/png;base64,{base64.b64encode(data.getvalue()).decode()}"
