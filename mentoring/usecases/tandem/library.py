"""The session kits that there are for a programme: those in ``mentoring/kits``, and its own."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from mentoring.domain.kits.library import Library, Shelf, on_one_shelf
from mentoring.domain.programme import Programme

FOLDER = files("mentoring") / "kits"


@cache
def packaged() -> Library:
    """What comes with the product. It is read once; the tests know that it has no errors."""
    names = sorted(each.name for each in FOLDER.iterdir() if each.name.endswith(".toml"))
    texts = ((FOLDER / name).read_text(encoding="utf-8") for name in names)
    return on_one_shelf([Shelf.model_validate(tomllib.loads(text)) for text in texts])


def library_of(programme: Programme) -> Library:
    """The kits of a programme, its own before the others."""
    return packaged().with_house(programme.kits)
