"""How a tandem fits one of its two, as they say after their first session.

Only what says nothing against the other one is kept: *rather not* is no answer but leads to a
switch, of which no row may tell who wanted it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.domain.people import Role


class Feeling(StrEnum):
    """What may be answered."""

    GOOD = "good"
    NOT_SURE = "not_sure"


@dataclass(frozen=True)
class Fit:
    """The answer of one of the two; ``at`` is when it was given (UTC)."""

    id: str
    tandem_id: str
    author_id: str
    feeling: Feeling
    at: datetime


def fit_id(tandem_id: str, role: Role) -> str:
    """The id of a side's answer."""
    return f"{tandem_id}:{role}"
