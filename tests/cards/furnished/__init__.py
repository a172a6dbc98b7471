"""A programme in which every card stands somewhere, in rows with ids as the product gives them.

Who adds a button whose card is not here yet furnishes its state in one of these functions. What
stands here stays: kept buttons name it (``tests/cards/kept_payloads.py``).
"""

from __future__ import annotations

from tests.cards.furnished.basis import (
    CHANNEL,
    CIPHER,
    DEPUTY,
    NOW,
    OTHER_TEAM,
    OWNER,
    OWNERS_TEAM,
    SECOND_OWNER,
    SERVICE,
    guid,
)
from tests.cards.furnished.everything import furnished
from tests.cards.furnished.matching import RUN, SHARED, TRIED

__all__ = [
    "CHANNEL",
    "CIPHER",
    "DEPUTY",
    "NOW",
    "OTHER_TEAM",
    "OWNER",
    "OWNERS_TEAM",
    "RUN",
    "SECOND_OWNER",
    "SERVICE",
    "SHARED",
    "TRIED",
    "furnished",
    "guid",
]
