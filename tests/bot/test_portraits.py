"""People's pictures are asked for once, and kept for an hour."""

from __future__ import annotations

from collections import Counter
from typing import cast

from bot.portraits import Portraits
from mentoring.ports.directory import Directory

PEOPLE_OF_A_LAUNCH = 10_000
"""Five thousand tandems."""


class Album:
    """A directory in which everybody has a picture, and which counts who was asked for."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()

    async def photo(self, person: str) -> str:
        self.asked[person] += 1
        return f"data:image/jpeg;base64,{person}"


async def test_the_pictures_of_a_whole_launch_are_asked_for_once() -> None:
    """One card after another shows everybody, as the offer and then the card of their tandem do."""
    album = Album()
    portraits = Portraits(cast("Directory", album))
    everybody = [f"p{number}" for number in range(PEOPLE_OF_A_LAUNCH)]
    for _ in ("offer", "tandem"):
        shown = [await portraits.of(person) for person in everybody]
    assert shown == [f"data:image/jpeg;base64,{person}" for person in everybody]
    assert album.asked == Counter(everybody)
