"""Who has paused, and when: until their pause is over, nothing is sent to them unasked."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from mentoring.ports.rows import UnitOfWork


def paused_at(uow: UnitOfWork, person_id: str, moment: datetime | None) -> bool:
    """Whether the person has paused at that moment (aware)."""
    absence = uow.absences.get(person_id)
    if absence is None or moment is None:
        return False
    zone = ZoneInfo(uow.people.need(person_id).profile.zone)
    return absence.since <= moment and moment.astimezone(zone).date() <= absence.until
