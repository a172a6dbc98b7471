"""The tandems in whose course somebody is asked: all of a person in one role; and until when what
they have said is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from mentoring.domain.enrolment import Enrolment
from mentoring.domain.people import Role
from mentoring.domain.tandem import TOGETHER, Tandem, never_began
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.common.holdings import DATES

KEPT = timedelta(days=DATES.days)
"""For so long after somebody's last tandem what they have said of themselves can be opened."""


def tandems(uow: UnitOfWork, role: Role, person_id: str) -> Sequence[Tandem]:
    """All in this role, those that are over and offers as well."""
    side = "mentor_id" if role is Role.MENTOR else "mentee_id"
    return uow.tandems.all(**{side: person_id})


def running(uow: UnitOfWork, role: Role, person_id: str) -> Tandem | None:
    """One to which both have said yes and that has not ended."""
    found = (each for each in tandems(uow, role, person_id) if each.state in TOGETHER)
    return next(found, None)


def has_met(uow: UnitOfWork, now: datetime, role: Role, person_id: str) -> bool:
    """Whether a session of any tandem of the person in this role has taken place by ``now``."""
    return any(
        session.took_place(now)
        for tandem in tandems(uow, role, person_id)
        for session in uow.sessions.all(tandem_id=tandem.id)
    )


def can_be_opened(uow: UnitOfWork, now: datetime, enrolled: Enrolment) -> bool:
    """Whether what its person says of themselves is not erased yet at ``now`` (aware); where the
    questionnaire is kept on their wish, ``erased_at`` does not tell.
    """
    if enrolled.erased_at:
        return False
    own = tandems(uow, enrolled.role, enrolled.person_id)
    ended = [each.ended_at for each in own if each.ended_at]
    if not ended or running(uow, enrolled.role, enrolled.person_id):
        return True
    return now - max(ended) < KEPT


def can_look_back(
    uow: UnitOfWork, now: datetime, tandem: Tandem, enrolled: Enrolment | None
) -> bool:
    """Whether one of the two can look at what has changed, and have the certificate, at ``now``
    (aware).
    """
    if enrolled is None or never_began(tandem):
        return False
    return can_be_opened(uow, now, enrolled)
