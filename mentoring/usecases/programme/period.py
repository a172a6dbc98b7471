"""Which day it is for somebody, and until when one may enrol in a cycle.

A day that is named to people in several zones is each one's own, by their own clock.
"""

from __future__ import annotations

from datetime import UTC, date, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork

BEGINS_FIRST, ENDS_LAST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))
"""The clocks on which a day begins first and ends last."""


def zone_of(uow: UnitOfWork, person_id: str) -> tzinfo | None:
    """The person's clock; None where nobody knows it."""
    person = uow.people.get(person_id) if person_id else None
    return ZoneInfo(person.profile.zone) if person and person.profile.zone_known else None


def clock_of(uow: UnitOfWork, person_id: str) -> tzinfo:
    """The clock by which the person's days count.

    Where nobody knows it, the one on which a day ends last: nobody is shut out by a guess.
    """
    return zone_of(uow, person_id) or ENDS_LAST


def clock_of_owners(uow: UnitOfWork, moment: Moment) -> tzinfo:
    """The clock by which the programme's own days count: that of the first of its owners, by id,
    whose clock is known; UTC before there is one.
    """
    owners = list(moment.home.owners)
    people = sorted(uow.people.all(id=owners), key=lambda each: each.id) if owners else ()
    known = (ZoneInfo(each.profile.zone) for each in people if each.profile.zone_known)
    return next(known, UTC)


def today_of(uow: UnitOfWork, moment: Moment, person_id: str) -> date:
    """The day that it is where the person lives."""
    return moment.now.astimezone(clock_of(uow, person_id)).date()


def enrolment_open(moment: Moment, clock: tzinfo) -> bool:
    """Whether one may still enrol where this is the clock: the cycle runs, and its last day is not
    over there.
    """
    if moment.cycle.is_over:
        return False
    end = moment.cycle.enrolment_end
    return end is None or moment.now.astimezone(clock).date() <= end
