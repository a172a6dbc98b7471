"""A question that one of a tandem has put into the question box for the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

LONGEST = 300
"""In characters."""
MOST_OPEN = 6
"""How many questions one person has open in a tandem: more are no preparation of a session."""


@dataclass(frozen=True)
class Question:
    """A question from its author to the other one.

    ``told_at`` is since when the other one may read it; None while it waits for the next session.
    ``answered_at`` is when one of the two said that it is answered: until then it stays open, and
    comes back with each session. Times are UTC.
    """

    id: str
    tandem_id: str
    author_id: str
    text: str
    asked_at: datetime
    told_at: datetime | None = None
    answered_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still to be answered."""
        return self.answered_at is None

    @property
    def waits(self) -> bool:
        """Whether only its author has read it until now."""
        return self.told_at is None
