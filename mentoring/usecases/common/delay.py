"""How long it takes until something is told that must not reveal by its moment who caused it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentoring.domain.ending import ends_a_day_later, ends_at
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
    return ends_at(moment.now, _chance(moment, tandem), *_hours(uow, moment, tandem))


def not_today(uow: UnitOfWork, moment: Moment, tandem: Tandem, due: datetime) -> datetime:
    """When it ends if somebody asks for it only now, while it was going to end at ``due`` (aware):
    an end on the day of one's own request would tell that somebody had asked before.

    It never comes later than the first was told, so on the last of the three days it stays.
    """
    zone, is_off = _hours(uow, moment, tandem)
    if due.astimezone(zone).date() > moment.now.astimezone(zone).date():
        return due
    return ends_a_day_later(moment.now, _chance(moment, tandem), zone, is_off) or due


def _chance(moment: Moment, tandem: Tandem) -> float:
    return moment.chance(f"end {tandem.id}")


def _hours(
    uow: UnitOfWork, moment: Moment, tandem: Tandem
) -> tuple[ZoneInfo, Callable[[date], bool]]:
    """By whose clock it ends, and which days are no working days."""
    profiles = [uow.people.need(each).profile for each in (tandem.mentor_id, tandem.mentee_id)]
    rules = moment.programme.sessions

    def is_off(day: date) -> bool:
        return any(day in days_off(each, rules, day.year, day.year) for each in profiles)

    known = [ZoneInfo(each.zone) for each in reversed(profiles) if each.zone_known]
    return next(iter(known), ZoneInfo("UTC")), is_off
