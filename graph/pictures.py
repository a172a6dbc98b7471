"""People's pictures, made small enough for a card."""

from __future__ import annotations

import io
from base64 import b64encode

from PIL import Image, UnidentifiedImageError

SIDE = 96
QUALITY = 82
MOST_PIXELS = 4_000_000
"""Microsoft 365 keeps photos of at most 648 pixels a side; anything far beyond is no portrait."""


def as_data_uri(picture: bytes) -> str:
    """The picture as a JPEG of at most 96 pixels a side, in a ``data:`` URI; empty if it is no
    picture.
    """
    try:
        with Image.open(io.BytesIO(picture)) as image:
            if image.width * image.height > MOST_PIXELS:
                return ""
            small = image.convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError):
        return ""
    small.thumbnail((SIDE, SIDE))
    packed = io.BytesIO()
    small.save(packed, "JPEG", quality=QUALITY, optimize=True)
    return f"data:image/jpeg;base64,{b64encode(packed.getvalue()).decode()}"
