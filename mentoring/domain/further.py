"""Whether one of the two would like more sessions than were planned, as they say after the last.

There are some only if both would: so a *no* need not be told to anybody, and is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.domain.people import Role

MORE = 3
"""So many sessions are put to both (*three more sessions*, the programme's brief)."""


class GoingOn(StrEnum):
    """What may be said; ``OPEN``: nothing has been yet."""

    OPEN = "open"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True)
class FurtherWish:
    """The answer of one of the two, who have been asked at ``at`` (UTC)."""

    id: str
    tandem_id: str
    author_id: str
    going_on: GoingOn
    at: datetime


def wish_id(tandem_id: str, role: Role) -> str:
    """The id of a side's answer."""
    return f"{tandem_id}:{role}"
