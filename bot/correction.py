"""A press that could not be obeyed: why, and what was filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mentoring.domain.errors import Refusal
from mentoring.notices import Correctable, Notice

NOTHING_WRONG = frozenset({"outside", "takes-longer", "unexpected"})
"""What is refused whatever was filled in."""


@dataclass(frozen=True)
class Correction:
    """Why a press could not be obeyed, and everything that it sent; ``picked`` are the names of
    whoever was picked in it, by id. ``filled_in``: it sent inputs.
    """

    refusal: Refusal
    data: Mapping[str, Any]
    picked: Mapping[str, str] = field(default_factory=dict)
    filled_in: bool = False

    def comes_back(self, notice: Notice) -> bool:
        """Whether the card shows once more what was filled in: to put one input right, or to send
        it again, because nothing of it was wrong.
        """
        again = self.filled_in and self.refusal.code in NOTHING_WRONG
        if not isinstance(notice, Correctable) or not (self.refusal.field or again):
            return False
        return notice.takes(self.data)


def still_told(notice: Notice, refusal: Refusal, data: Mapping[str, Any]) -> Refusal:
    """The refusal to tell: what is wrong with an input only if the card still has that input;
    otherwise ``stale``, because the press came from an older card.
    """
    gone = refusal.field and isinstance(notice, Correctable) and not notice.takes(data)
    return Refusal("stale") if gone else refusal
