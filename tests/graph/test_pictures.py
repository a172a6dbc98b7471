"""Pictures for cards: small, and nothing that is no picture."""

from __future__ import annotations

import io
from base64 import b64decode

from PIL import Image

from graph.pictures import as_data_uri


def picture(side: int, kind: str = "PNG") -> bytes:
    made = io.BytesIO()
    Image.effect_noise((side, side), 80).convert("RGB").save(made, kind)
    return made.getvalue()


def test_a_photo_becomes_a_small_jpeg() -> None:
    uri = as_data_uri(picture(648))
    head, _, packed = uri.partition(",")
    assert head == "data:image/jpeg;base64"
    with Image.open(io.BytesIO(b64decode(packed))) as small:
        assert small.size == (96, 96)
    assert len(uri) < 12_000, "with the rest of an offer a card stays below 25 KB"


def test_what_is_no_picture_is_left_out() -> None:
    assert as_data_uri(b"<html>not found</html>") == ""
    assert as_data_uri(picture(48)[:200]) == ""
    assert as_data_uri(picture(2100)) == ""
