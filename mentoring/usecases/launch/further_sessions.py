"""The further sessions that two have agreed on, behind those that were planned."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from mentoring.domain.poll import PollState
from mentoring.domain.session import Session
from mentoring.domain.tandem import Tandem
from mentoring.ports.rows import Above, UnitOfWork

AGREED: dict[str, object] = {"state": PollState.BOOKED, "further": Above(0)}
"""The columns of a poll by which two have agreed on further sessions."""


def further_sessions(uow: UnitOfWork, tandem_id: str) -> list[Session]:
    """Those that the two have agreed on, whoever had proposed them, in their order."""
    many = sum(poll.further for poll in uow.polls.all(tandem_id=tandem_id, **AGREED))
    every = sorted(uow.sessions.all(tandem_id=tandem_id), key=lambda each: each.number)
    return every[-many:] if many else []


def further_ahead(uow: UnitOfWork, tandems: Collection[str], now: datetime) -> int:
    """How many of these tandems' are still ahead at ``now`` (aware)."""
    agreed = uow.polls.columns("tandem_id", tandem_id=list(tandems), **AGREED) if tandems else ()
    found = (each for (key,) in set(agreed) for each in further_sessions(uow, key))
    return sum(each.is_ahead(now) for each in found)


def further_called_off(uow: UnitOfWork, tandem: Tandem) -> int:
    """How many were called off with the tandem's end, before they had come."""
    if tandem.ended_at is None:
        return 0
    after = (each.planned > tandem.ended_at for each in further_sessions(uow, tandem.id))
    return sum(after)
