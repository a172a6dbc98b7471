"""Pictures of invented people: flat portraits in simple shapes on a coloured ground, always the
same for the same person.

Nobody real is in them. The features follow from a key (the person's id) alone, except what the
caller knows better: whether the hair is worn as women here mostly wear it, and whether it has gone
grey.
"""

import io
import random
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw

SCALE, LARGE_SCALE, LARGE = 4, 2, 240
"""Drawn so many times larger and then reduced, which smooths the edges; of more than `LARGE` pixels
less is enough, and while the tenant draws it answers nobody.
"""
QUALITY = 82
Colour = tuple[int, int, int]
Box = tuple[float, float, float, float]

GROUNDS: tuple[Colour, ...] = (
    (190, 216, 236), (244, 214, 182), (205, 228, 200), (228, 206, 232), (250, 226, 160), (196, 226,
    224), (238, 200, 200),
)  # fmt: skip
SKINS: tuple[Colour, ...] = (
    (255, 224, 196),
    (244, 205, 170),
    (226, 178, 138),
    (190, 138, 100),
    (146, 98, 68),
    (104, 68, 48),
)
HAIRS: tuple[Colour, ...] = (
    (40, 30, 28),
    (70, 46, 34),
    (110, 70, 40),
    (160, 104, 54),
    (214, 170, 96),
    (150, 62, 40),
)
DARK_HAIRS = HAIRS[:2]
GREYS: tuple[Colour, ...] = ((150, 150, 154), (196, 196, 198), (120, 118, 120))
CLOTHES: tuple[Colour, ...] = (
    (46, 74, 116), (62, 62, 70), (122, 46, 62), (40, 104, 96), (92, 74, 130), (198, 110, 60), (70,
    118, 168), (150, 140, 120),
)  # fmt: skip
WHITE: Colour = (250, 250, 248)
LONG, SHORT = (
    ("long", "bob", "bun", "curls", "scarf"),
    ("crop", "parting", "curls", "bald", "quiff"),
)


@dataclass(frozen=True)
class Features:
    """What a portrait is made of."""

    ground: Colour
    skin: Colour
    hair: Colour
    style: str
    clothes: Colour
    collar: str
    glasses: bool
    beard: bool


def features(key: str, *, long_hair: bool, grey: bool) -> Features:
    """The features that belong to a key."""
    chance = random.Random(f"portrait:{key}")  # noqa: S311 - an invented face
    skin = chance.choices(SKINS, (4, 4, 3, 2, 2, 1))[0]
    hair = chance.choice(DARK_HAIRS if SKINS.index(skin) >= 3 else HAIRS)
    style = chance.choices(
        LONG if long_hair else SHORT, (5, 4, 3, 3, 1) if long_hair else (5, 5, 2, 1, 3)
    )[0]
    return Features(
        chance.choice(GROUNDS),
        skin,
        chance.choice(GREYS) if grey else hair,
        style,
        _shade(chance.choice(CLOTHES), chance.uniform(0.85, 1.15)),
        chance.choice(("round", "shirt", "blazer")),
        chance.random() < 0.3,
        not long_hair and chance.random() < 0.35,
    )


@lru_cache(maxsize=512)
def portrait(key: str, pixels: int, *, long_hair: bool = False, grey: bool = False) -> bytes:
    """The portrait as a square JPEG of so many pixels a side."""
    scale = SCALE if pixels <= LARGE else LARGE_SCALE
    side = pixels * scale
    image = Image.new("RGB", (side, side))
    _Painter(ImageDraw.Draw(image), side / 100).paint(features(key, long_hair=long_hair, grey=grey))
    content = io.BytesIO()
    image.reduce(scale).save(content, "JPEG", quality=QUALITY)
    return content.getvalue()


def _shade(colour: Colour, factor: float) -> Colour:
    red, green, blue = (min(255, round(part * factor)) for part in colour)
    return red, green, blue


class _Painter:
    """Draws on a field of 100 by 100 units, from the back to the front."""

    def __init__(self, draw: ImageDraw.ImageDraw, unit: float) -> None:
        self._draw = draw
        self._unit = unit

    def paint(self, face: Features) -> None:
        """The whole portrait."""
        self._box((0, 0, 100, 100), face.ground)
        self._oval((-22, -30, 90, 82), _shade(face.ground, 1.05))
        self._behind(face)
        self._body(face)
        self._head(face)
        self._in_front(face)
        self._features(face)
        if face.glasses:
            self._glasses()

    def _behind(self, face: Features) -> None:
        back = _shade(face.hair, 0.86)
        if face.style == "long":
            self._rounded((25, 20, 75, 82), 24, back)
        elif face.style == "bob":
            self._rounded((25, 18, 75, 63), 22, back)
        elif face.style == "bun":
            self._oval((39, 3, 61, 24), back)
        elif face.style == "curls":
            for x, y in ((28, 34), (72, 34), (27, 46), (73, 46)):
                self._oval((x - 9, y - 9, x + 9, y + 9), back)
        elif face.style == "scarf":
            self._rounded((26, 14, 74, 84), 24, face.clothes)

    def _body(self, face: Features) -> None:
        self._oval((10, 73, 90, 150), face.clothes)
        self._rounded((42, 58, 58, 82), 7, _shade(face.skin, 0.9))
        if face.style == "scarf":
            self._oval((28, 66, 72, 92), _shade(face.clothes, 1.12))
        elif face.collar == "round":
            self._oval((38, 68, 62, 84), _shade(face.skin, 0.9))
        else:
            self._shirt(face)

    def _shirt(self, face: Features) -> None:
        self._shape(((38, 74), (62, 74), (50, 100)), WHITE)
        self._shape(((43, 74), (57, 74), (50, 85)), _shade(face.skin, 0.9))
        if face.collar == "blazer":
            self._shape(((38, 72), (33, 80), (49, 104)), _shade(face.clothes, 0.78))
            self._shape(((62, 72), (67, 80), (51, 104)), _shade(face.clothes, 0.78))
        else:
            self._shape(((38, 72), (46, 84), (50, 79)), _shade(WHITE, 0.92))
            self._shape(((62, 72), (54, 84), (50, 79)), _shade(WHITE, 0.92))

    def _head(self, face: Features) -> None:
        if face.style != "scarf":
            for x in (30, 70):
                self._oval((x - 4, 41, x + 4, 52), _shade(face.skin, 0.92))
        self._oval((31, 18, 69, 70), face.skin)
        if face.beard:
            self._half((30.5, 27, 69.5, 75), face.hair)
            self._oval((37, 36, 63, 64), face.skin)

    def _features(self, face: Features) -> None:
        for x in (42, 58):
            self._oval((x - 2.1, 42.5, x + 2.1, 47), (44, 36, 36))
            self._arc(
                (x - 5, 36, x + 5, 44),
                205,
                335,
                _shade(face.hair if face.style != "scarf" else HAIRS[0], 0.85),
                1.5,
            )
        self._arc((47, 45, 53, 54), 20, 150, _shade(face.skin, 0.78), 1.4)
        self._arc((41, 47, 59, 61), 30, 150, (150, 66, 62), 2.0)

    def _in_front(self, face: Features) -> None:
        draw = {
            "crop": lambda: self._crop(face),
            "parting": lambda: self._fringe(face, 62),
            "quiff": lambda: self._quiff(face),
            "long": lambda: self._fringe(face, 40),
            "bob": lambda: self._bangs(face),
            "bun": lambda: self._crop(face),
            "curls": lambda: self._curls(face),
            "scarf": lambda: self._scarf(face),
        }.get(face.style)
        if draw is not None:
            draw()

    def _crop(self, face: Features) -> None:
        self._half((30, 15, 70, 55), face.hair, top=True)
        self._oval((34, 26, 66, 52), face.skin)

    def _fringe(self, face: Features, split: float) -> None:
        self._half((29, 13, 71, 53), face.hair, top=True)
        self._shape(((29, 32), (split, 22), (31, 46)), face.hair)
        self._shape(((71, 32), (split, 22), (69, 46)), face.hair)
        self._shape(((split - 12, 34), (split, 26), (split + 9, 34)), face.skin)

    def _quiff(self, face: Features) -> None:
        self._crop(face)
        self._oval((34, 9, 66, 28), face.hair)

    def _bangs(self, face: Features) -> None:
        self._half((28, 13, 72, 61), face.hair, top=True)
        self._shape(((28, 36), (34, 36), (31, 56)), face.hair)
        self._shape(((72, 36), (66, 36), (69, 56)), face.hair)

    def _curls(self, face: Features) -> None:
        for x, y in ((34, 27), (41, 20), (50, 17), (59, 20), (66, 27), (46, 26), (55, 26)):
            self._oval((x - 8, y - 8, x + 8, y + 8), face.hair)

    def _scarf(self, face: Features) -> None:
        self._half((28, 12, 72, 58), face.clothes, top=True)
        self._half((33, 27, 67, 50), face.skin, top=True)

    def _glasses(self) -> None:
        for x in (42, 58):
            self._ring((x - 6.5, 38.5, x + 6.5, 50.5), (52, 48, 52), 1.3)
        self._draw.line(
            self._scaled((48.5, 43.5, 51.5, 43.5)), fill=(52, 48, 52), width=self._width(1.3)
        )

    def _box(self, box: Box, colour: Colour) -> None:
        self._draw.rectangle(self._scaled(box), fill=colour)

    def _oval(self, box: Box, colour: Colour) -> None:
        self._draw.ellipse(self._scaled(box), fill=colour)

    def _ring(self, box: Box, colour: Colour, width: float) -> None:
        self._draw.ellipse(self._scaled(box), outline=colour, width=self._width(width))

    def _half(self, box: Box, colour: Colour, *, top: bool = False) -> None:
        self._draw.pieslice(self._scaled(box), 180 if top else 0, 360 if top else 180, fill=colour)

    def _arc(self, box: Box, start: float, end: float, colour: Colour, width: float) -> None:
        self._draw.arc(self._scaled(box), start, end, fill=colour, width=self._width(width))

    def _rounded(self, box: Box, radius: float, colour: Colour) -> None:
        self._draw.rounded_rectangle(self._scaled(box), radius * self._unit, fill=colour)

    def _shape(self, points: tuple[tuple[float, float], ...], colour: Colour) -> None:
        self._draw.polygon([(x * self._unit, y * self._unit) for x, y in points], fill=colour)

    def _scaled(self, box: Box) -> Box:
        left, top, right, bottom = (part * self._unit for part in box)
        return left, top, right, bottom

    def _width(self, width: float) -> int:
        return max(1, round(width * self._unit))
