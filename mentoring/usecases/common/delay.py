"""How long it takes until something is told that must not reveal by its moment who caused it."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentoring.domain.ending import ends_at
from mentoring.domain.site import days_off
from mentoring.domain.tandem import Tandem
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork


def delayed(uow: UnitOfWork, moment: Moment, tandem: Tandem) -> datetime:
    """When both learn of the tandem's end (UTC): some time within the next three working days.

    The office hours are the mentee's, whoever asked; the mentor's where nobody knows the mentee's
    clock. What is a holiday for one of the two is no working day. The chance follows from the
    tandem alone, so that nobody can try for another one.
    """
    profiles = [uow.people.need(each).profile for each in (tandem.mentor_id, tandem.mentee_id)]
    rules = moment.programme.sessions

    def is_off(day: date) -> bool:
        return any(day in days_off(each, rules, day.year, day.year) for each in profiles)

    known = [ZoneInfo(each.zone) for each in reversed(profiles) if each.zone_known]
    zone = next(iter(known), ZoneInfo("UTC"))
    return ends_at(moment.now, moment.chance(f"end {tandem.id}"), zone, is_off)
