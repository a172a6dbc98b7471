"""What applicants have said yes to: of the owners' sentence a mark is kept, so that a yes counts
for no other one.
"""

from __future__ import annotations

from enum import StrEnum
from hashlib import sha256

from mentoring.domain.condition import Condition


class Confirmed(StrEnum):
    """What somebody has said yes to, seen from what is asked now: to nothing, to another wording
    (or to one that is not known any more), or to this very one.
    """

    NOTHING = "nothing"
    ANOTHER = "another"
    THIS = "this"


def mark_of(condition: Condition) -> str:
    """The mark of a condition in all its languages; empty if nothing is asked."""
    said = sorted((code, text) for code, text in condition.texts.items() if text)
    return sha256(repr(said).encode()).hexdigest()[:16] if said else ""
