"""What a launch would do now, counted for whoever is to confirm it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.domain.tandem import TandemState
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.own_tandem import Readers
from mentoring.usecases.matching.left_over import would_be_told
from mentoring.usecases.matching.offers import open_until, seemingly_open


@dataclass(frozen=True)
class Prospect:
    """What a launch would do now.

    ``tandems`` would be launched; who of their people has a deputy, who reads of the dates, is an
    answer of theirs, and not counted. ``open_offers`` of
    others than the card's readers go on, until ``open_until`` (UTC). ``told`` would read that there
    is no tandem for them, None where it would tell a reader who takes part whether they are in an
    open offer; if the open offers were ended as well, ``told_if_ended``.
    """

    tandems: int = 0
    open_offers: int = 0
    open_until: datetime | None = None
    told: int | None = 0
    told_if_ended: int = 0

    @property
    def seen(self) -> str:
        """What a press says of what its owner has seen; no number that the card does not say, as
        whoever looks into a button could read it.
        """
        told = self.told_if_ended if self.open_offers else self.told
        return f"{self.tandems}.{self.open_offers}.{'' if told is None else told}"


def prospect(uow: UnitOfWork, readers: Readers = frozenset()) -> Prospect:
    """What a launch would do now, for these readers."""
    ended = would_be_told(uow, everything=True)
    return Prospect(
        tandems=uow.tandems.count(state=TandemState.ACCEPTED),
        open_offers=seemingly_open(uow, readers),
        open_until=open_until(uow, readers),
        told=_told(uow, readers, ended),
        told_if_ended=ended,
    )


def _told(uow: UnitOfWork, readers: Readers, ended: int) -> int | None:
    """Nobody is told while an offer is open; whether it is one of a reader's own, they must not
    learn from that number.
    """
    if seemingly_open(uow, readers):
        return 0
    return None if uow.enrolments.any(person_id=tuple(readers)) else ended
