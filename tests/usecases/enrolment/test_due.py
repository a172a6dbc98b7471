"""Until when somebody is waited for where the enrolment has no last day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.enrolment import Application, Enrolment, EnrolmentState
from mentoring.domain.people import Role
from mentoring.domain.programme import Offers, Programme
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.enrolment.due import (
    answered_by,
    asked_since,
    begins_anew,
    last_day,
    own_due,
    until_if_asked_now,
)
from tests.usecases.company import FIRST, NOW, Company, change

TODAY = NOW.date()
WAITING = {EnrolmentState.INVITED: 14, EnrolmentState.BEGUN: 28}


def enrolled(state: EnrolmentState, application: Application = Application.NONE) -> Enrolment:
    made = Enrolment(f"{FIRST}:mentee:eva", "eva", Role.MENTEE, state, NOW)
    return replace(made, application=application)


async def due(company: Company, found: Enrolment) -> date | None:
    return await company.first.read(lambda uow, moment: own_due(uow, moment, found))


@pytest.mark.parametrize("state", EnrolmentState)
async def test_only_who_has_not_finished_is_waited_for(
    programmes: Company, state: EnrolmentState
) -> None:
    days = WAITING.get(state)
    expected = TODAY + timedelta(days=days) if days else None
    assert await due(programmes, enrolled(state)) == expected


async def test_longer_where_offers_are_open_for_longer(programmes: Company) -> None:
    await programmes.set_up(Programme(name="Tandem Nord", offers=Offers(days=20)))
    assert await due(programmes, enrolled(EnrolmentState.INVITED)) == TODAY + timedelta(days=20)


@pytest.mark.parametrize(
    ("state", "waited"), [(EnrolmentState.INVITED, False), (EnrolmentState.BEGUN, True)]
)
async def test_who_comes_uninvited_is_waited_for_once_they_have_begun(
    programmes: Company, state: EnrolmentState, *, waited: bool
) -> None:
    found = await due(programmes, enrolled(state, Application.OPEN))
    assert (found is not None) == waited


async def test_once_the_cycle_is_over_nobody_is(programmes: Company) -> None:
    await change(programmes.unbound, "cycles", FIRST, state=CycleState.CLOSED)
    assert await due(programmes, enrolled(EnrolmentState.INVITED)) is None


async def test_a_last_day_counts_for_everybody(programmes: Company) -> None:
    end = TODAY + timedelta(days=40)
    await change(programmes.unbound, "cycles", FIRST, enrolment_end=end)
    found = enrolled(EnrolmentState.INVITED)
    assert await due(programmes, found) is None
    assert await programmes.first.read(lambda uow, now: last_day(uow, now, found)) == end


async def test_owners_read_before_what_an_invitation_of_today_would_say(
    programmes: Company,
) -> None:
    until = await programmes.first.read(until_if_asked_now)
    assert until == await due(programmes, enrolled(EnrolmentState.INVITED))
    end = TODAY + timedelta(days=40)
    await change(programmes.unbound, "cycles", FIRST, enrolment_end=end)
    assert await programmes.first.read(until_if_asked_now) == end


@pytest.mark.parametrize(("days", "anew"), [(3, False), (8, True)])
def test_who_comes_back_has_at_least_a_week(days: int, *, anew: bool) -> None:
    """Within a week they are still asked by the same list."""
    later = NOW + timedelta(days=days)
    found = asked_since(enrolled(EnrolmentState.DECLINED), later)
    assert found.invited_at == (later if anew else NOW)


async def test_once_owners_have_removed_the_last_day_they_answer_as_late_as_ever(
    programmes: Company,
) -> None:
    """Who has applied weeks ago, while they had a last day before them, is not released at once."""
    found = enrolled(EnrolmentState.DONE, Application.OPEN)
    found = replace(found, done_at=NOW - timedelta(days=30))
    today = await programmes.first.read(lambda uow, now: answered_by(uow, now, found))
    await programmes.first.run(begins_anew)
    fresh = replace(found, done_at=NOW)
    days = [
        await programmes.first.read(partial(_answered_by, found=each)) for each in (found, fresh)
    ]
    assert today is not None
    assert today < TODAY < days[0] == days[1]


def _answered_by(uow: UnitOfWork, moment: Moment, found: Enrolment) -> date:
    day = answered_by(uow, moment, found)
    assert day is not None
    return day
