"""Two people who are not put together again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PairKind(StrEnum):
    """Why two people are not put together again: they were a tandem, or an offer to the two was not
    taken up.
    """

    PAST = "past"
    NOT_AGAIN = "not_again"


@dataclass(frozen=True)
class Pair:
    """Two people who are not proposed to each other; which of them was the cause is not kept.

    ``noted_at`` is when that was last so: the end of their tandem, or when owners entered it.
    """

    id: str
    mentor_id: str
    mentee_id: str
    kind: PairKind
    noted_at: datetime | None = None
    programme_id: str = ""


def pair_id(programme_id: str, mentor_id: str, mentee_id: str) -> str:
    """The id of two people who are not put together again in this programme."""
    pair = f"{mentor_id}:{mentee_id}"
    return f"{programme_id}:{pair}" if programme_id else pair
