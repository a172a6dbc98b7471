"""The tandem of Jan and Eva, and its end before its time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.people import Role
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import ending
from mentoring.usecases.launch.ending import end_one
from tests.answers import GERMAN
from tests.usecases.company import (
    FIRST,
    NOW,
    OTHER,
    TANDEM,
    Company,
    all_of,
    change,
    enrol,
    put,
)

DAY = timedelta(days=1)
EVA, JAN = enrolment_id(FIRST, Role.MENTEE, "eva"), enrolment_id(FIRST, Role.MENTOR, "jan")
Ask = Callable[[Company], Awaitable[object]]


@pytest.fixture
async def enrolled(company: Company) -> Company:
    """Both are enrolled, and members of the participants' team; the owners have a channel."""
    await enrol(company.first, Role.MENTOR, "jan", GERMAN)
    await enrol(company.first, Role.MENTEE, "eva", GERMAN)
    await change(company.second, "tandems", OTHER, team_id="south")
    company.teams.people["team"] = {"jan", "eva", "otto"}
    where = {"channel": "19:owners", "service_url": "https://service.example/"}
    await change(company.unbound, "programmes", "p1", owners=("otto",), **where)
    return company


async def ends(company: Company) -> None:
    """What was asked for takes effect."""
    await catch_up(company.unbound)
    [effect] = await all_of(company.first, "effects", kind=end_one.name, done=False)
    company.clock.moment = effect.not_before or NOW
    await end_one(company.first, effect.subject_id)
    await put(company.first, "effects", replace(effect, done=True, done_at=company.clock.moment))
    await catch_up(company.unbound)


async def asked(company: Company) -> None:
    await company.first.run(ending.end, TANDEM)
