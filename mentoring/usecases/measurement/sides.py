"""The tandems in whose course somebody is asked: all of a person in one role."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mentoring.domain.people import Role
from mentoring.domain.tandem import TOGETHER, Tandem
from mentoring.ports.rows import UnitOfWork


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
