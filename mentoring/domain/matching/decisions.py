"""What owners decide about single pairs: lock, forbid, pair by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.domain.errors import aware
from mentoring.domain.matching.candidates import Pair


@dataclass(frozen=True)
class Lock:
    """This pair stands, whatever the matching would prefer.

    With a written ``reason`` it may break open hard rules (*pairing by hand*), never a confidential
    one. ``by`` and ``at`` (aware) say who decided and when.
    """

    mentee: str
    mentor: str
    reason: str = ""
    by: str = ""
    at: datetime | None = None

    def __post_init__(self) -> None:
        if self.at is not None:
            aware(self.at)

    @property
    def pair(self) -> Pair:
        """The two ids."""
        return Pair(self.mentee, self.mentor)


@dataclass(frozen=True)
class Forbid:
    """This pair is never proposed in this cycle; ``by`` and ``at`` (aware) say who decided and
    when.
    """

    mentee: str
    mentor: str
    by: str = ""
    at: datetime | None = None

    def __post_init__(self) -> None:
        if self.at is not None:
            aware(self.at)

    @property
    def pair(self) -> Pair:
        """The two ids."""
        return Pair(self.mentee, self.mentor)


Decision = Lock | Forbid
