"""Somebody's next session, whichever of their tandems it is in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.domain.tandem import TandemState
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.people import name_of, tandems_with


@dataclass(frozen=True)
class NextSession:
    """When it begins and ends (aware), the person's own zone (IANA), and the other one's name."""

    start: datetime
    end: datetime
    zone: str
    partner: str


def next_of(uow: UnitOfWork, moment: Moment, person_id: str) -> NextSession | None:
    """The person's next session that has a time and has not ended; None if there is none."""
    everywhere = uow.everywhere
    own = everywhere.tandems.all(id=tandems_with(uow, person_id), state=TandemState.LAUNCHED)
    partners = {tandem.id: tandem.partner_of(person_id) for tandem in own}
    sessions = everywhere.sessions.all(tandem_id=list(partners))
    ahead = [(each.start, each) for each in sessions if each.start and not each.is_over(moment.now)]
    if not ahead:
        return None
    start, session = min(ahead, key=lambda pair: pair[0])
    zone = uow.people.need(person_id).profile.zone
    partner = name_of(uow, partners[session.tandem_id])
    return NextSession(start, session.end or start, zone, partner)
