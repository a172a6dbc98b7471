"""What a mentee writes to their mentor once their tandem has come to its planned end: one line, if
they like.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.domain.errors import Refusal

LONGEST = 300
"""In characters."""


@dataclass(frozen=True)
class Farewell:
    """The line, by the tandem's id; ``at`` is when it was written (UTC)."""

    id: str
    tandem_id: str
    author_id: str
    text: str
    at: datetime


def farewell(tandem_id: str, author_id: str, typed: str, now: datetime) -> Farewell:
    """The line as it was typed.

    Raises:
        Refusal: as ``few_words``.
    """
    return Farewell(tandem_id, tandem_id, author_id, few_words(typed), now)


def few_words(typed: str) -> str:
    """What was typed, if it is something and not too much.

    Raises:
        Refusal: ``farewell-empty``, ``farewell-long``.
    """
    text = typed.strip()
    if not text:
        raise Refusal("farewell-empty", field="line")
    if len(text) > LONGEST:
        raise Refusal("farewell-long", field="line", most=LONGEST)
    return text
