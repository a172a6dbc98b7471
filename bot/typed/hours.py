"""Times of day as people write them: ``10:00``, ``10.30 Uhr``, ``10 o'clock``, ``3 pm``."""

from __future__ import annotations

import re
from datetime import time

from bot.typed.words import either
from mentoring.domain.errors import Refusal

NOON = 12
O_CLOCK = rf"(?:{either('oclock')})(?!\w)"
HALF = rf"(?:(?P<later>{either('afternoon')})|{either('forenoon')})(?!\w)"
BARE = HALF.replace("?P<later>", "?:")
CLOCK = re.compile(
    rf"\b(?P<h>[01]?\d|2[0-3])(?=[:.][0-5]\d|\s?{O_CLOCK}|\s?{BARE})"
    rf"(?:[:.](?P<min>[0-5]\d)\b(?!\.\d))?(?P<said>\s?{O_CLOCK})?(?:\s?{HALF})?",
    re.IGNORECASE,
)
NO_CLOCK = re.compile(
    rf"(?<![\d.:])\d{{1,3}}(?::\d{{1,2}}(?![\d:])|\s?{O_CLOCK})|\b\d{{1,2}}\.\d\d(?![\d.])$",
    re.IGNORECASE,
)
"""What is written like a time of day, whether there is one; with a dot only at the end."""


def clocks_in(text: str) -> list[re.Match[str]]:
    """The times of day that the text names, the plainest first: *10:00* before *10 o'clock* before
    *3 am*, which may be a house by a lake.
    """
    found = (each for each in CLOCK.finditer(text) if each[0] != each["h"])
    return sorted(found, key=lambda each: (each["min"] is None, each["said"] is None))


def time_of(clock: re.Match[str]) -> time:
    """The time; *3 pm* is 15:00, whereas *10:00 am 14.1.* may be German and changes nothing."""
    hour = int(clock["h"])
    later = NOON if clock["later"] and hour < NOON else 0
    return time(hour + later, int(clock["min"] or 0))


def time_chosen(said: object, field: str) -> time | None:
    """The time in a card's input of this name, as Teams sends it or as somebody types it; None
    where nothing was chosen.

    Raises:
        Refusal: ``time-impossible``; the input is marked.
    """
    text = str(said or "").strip()
    clock = CLOCK.fullmatch(text)
    if text and clock is None:
        raise Refusal("time-impossible", field=field, time=text)
    return time_of(clock) if clock else None


def require_possible(text: str) -> None:
    """Whoever names a time that no clock shows is told so instead of being asked once more.

    Raises:
        Refusal: ``time-impossible``.
    """
    for found in NO_CLOCK.finditer(text):
        if not CLOCK.fullmatch(found[0]):
            raise Refusal("time-impossible", time=found[0])
