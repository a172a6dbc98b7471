"""The working days within which owners answer applications."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mentoring.domain.people import Profile
from mentoring.domain.scheduling.settings import SchedulingRules
from mentoring.domain.working_time import working_days_later
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork

REMINDED_AFTER = 3
"""After so many working days without an answer owners are reminded, and after as many again."""
NO_MORE_AFTER = 3 * REMINDED_AFTER


@dataclass(frozen=True)
class WorkingDays:
    """The owners' working days: those of one of them, in this programme."""

    profile: Profile
    rules: SchedulingRules

    def after(self, since: datetime, days: int = REMINDED_AFTER) -> datetime:
        """So many of them later than ``since`` (aware), in the morning."""
        return working_days_later(since, days, self.profile, self.rules)


def owners_days(uow: UnitOfWork, moment: Moment) -> WorkingDays:
    """Those of the first owner, by id, whose clock is known."""
    found = sorted(uow.people.all(id=tuple(moment.home.owners)), key=lambda each: each.id)
    known = (each.profile for each in found if each.profile.zone_known)
    return WorkingDays(next(known, Profile("", "", "")), moment.programme.sessions)
