"""A kick-off of the first programme: whom it is for, and how far it is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.enrolment import EnrolmentState
from mentoring.domain.kickoff import Gathering, Kickoff
from mentoring.domain.people import Role
from mentoring.usecases.launch import kickoff, kickoff_dates
from tests.usecases.company import (
    FIRST,
    Company,
    change,
    enrol,
    one,
)
from tests.usecases.company import NOW as MONDAY
from tests.usecases.ports import chat_of

SITE, ONLINE = (
    Gathering(MONDAY + timedelta(days=3), "Berlin", 2),
    Gathering(MONDAY + timedelta(days=4)),
)
KICKOFF = f"{FIRST}.kickoff-1"
OWNERS = chat_of("owners")


@pytest.fixture
async def audience(programmes: Company) -> Company:
    """Jan and Eva are enrolled in the first programme, Ada in the second; Dora has not finished."""
    await enrol(programmes.first, Role.MENTOR, "jan")
    await enrol(programmes.first, Role.MENTEE, "eva")
    dora = await enrol(programmes.first, Role.MENTEE, "dora")
    await change(programmes.first, "enrolments", dora.id, state=EnrolmentState.BEGUN)
    await enrol(programmes.second, Role.MENTEE, "ada")
    return programmes


async def prepared(company: Company, *dates: Gathering) -> Kickoff:
    return await company.first.run(kickoff.prepare, "otto", dates or (SITE, ONLINE), OWNERS)


async def asked(company: Company) -> None:
    """The dates stand in Otto's calendar, and everybody is asked."""
    await prepared(company)
    await company.first.run(kickoff.confirm, KICKOFF)
    await kickoff_dates.open_dates(company.first, KICKOFF)


async def the_kickoff(company: Company) -> Kickoff:
    found: Kickoff = await one(company.first, "kickoffs", KICKOFF)
    return found
