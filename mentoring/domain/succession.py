"""Who is to become a programme owner.

choosing ──► preview ──named──► named ──they are a member──► joined
   └────discarded───┴► discarded  │  ▲
                        withdrawn ◄┘  └── named again
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.domain.invitation import Choice


class SuccessionState(StrEnum):
    """How far it is; it ends by itself with the membership of the owners' team."""

    CHOOSING = "choosing"
    PREVIEW = "preview"
    DISCARDED = "discarded"
    NAMED = "named"
    WITHDRAWN = "withdrawn"
    JOINED = "joined"


@dataclass(frozen=True)
class Succession:
    """Whom an owner (``by``) has named, or is about to.

    ``choices`` are those who may be meant, until one is chosen. ``noted_at`` is when it came to how
    it stands (aware). ``name`` stands here, because the bot may not know this person.
    ``withdrawn_by`` is the owner who has withdrawn it.
    """

    id: str
    by: str
    noted_at: datetime
    state: SuccessionState
    person_id: str = ""
    name: str = ""
    choices: tuple[Choice, ...] = ()
    withdrawn_by: str = ""
    programme_id: str = ""
