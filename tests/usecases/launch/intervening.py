"""A running tandem, two more who could be one, and an owner at work: where the tests of
interventions begin.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentoring.domain.cycle import CycleState
from mentoring.domain.intervention import (
    Intervention,
)
from mentoring.domain.launch import Launch, LaunchState
from mentoring.domain.people import Role
from mentoring.domain.questionnaire import Topics, TopicSkill
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.launch import ending, interventions
from mentoring.usecases.launch.interventions import InterventionNotice, intervention_card
from tests.answers import GERMAN, WISH
from tests.usecases.company import (
    FIRST,
    NOW,
    TANDEM,
    Company,
    all_of,
    asked_for,
    change,
    enrol,
    profile,
    put,
    shown,
    told,
)
from tests.usecases.ports import chat_of

DAY, CHAT = timedelta(days=1), chat_of("owners")
AI = Topics(("ai",)), TopicSkill("ai", 2, "two years")


@pytest.fixture
async def running(company: Company) -> Company:
    """Jan's and Eva's tandem runs since a launch; Dora could be a mentor, Ada a mentee."""
    for role, key in ((Role.MENTOR, "jan"), (Role.MENTOR, "dora")):
        await enrol(company.first, role, key, GERMAN, *AI)
    for key in ("eva", "ada"):
        await enrol(company.first, Role.MENTEE, key, GERMAN, WISH)
    for key, level in (("jan", 4), ("dora", 4), ("eva", 2), ("ada", 2)):
        above = tuple(f"{key}{number}" for number in range(level - 1))
        apart = replace(profile(key), department=f"of {key}", managers=above)
        await change(company.first, "people", key, profile=apart)
    launch = Launch(f"{FIRST}.launch-1", "otto", date(2027, 2, 8), LaunchState.DONE)
    await put(company.first, "launches", replace(launch, started_at=NOW))
    await change(company.first, "tandems", TANDEM, launch_id=launch.id)
    await change(company.unbound, "cycles", FIRST, state=CycleState.RUNNING)
    company.teams.people["team"] = {"jan", "eva", "otto"}
    return company


async def the_one(company: Company) -> Intervention:
    [found] = await all_of(company.first, "interventions")
    assert isinstance(found, Intervention)
    return found


async def seen(company: Company, reader: str = "otto") -> InterventionNotice:
    found = await shown(company.first, intervention_card.name, (await the_one(company)).id, reader)
    assert isinstance(found, InterventionNotice)
    return found


async def confirm(company: Company, owner: str = "otto") -> None:
    """Confirm what was shown to whoever wanted it."""
    wanted = await the_one(company)
    assert await told(company.first, intervention_card.name) == [wanted.by]
    await company.first.run(interventions.confirm, owner, wanted.id)


async def prepare_end(company: Company) -> None:
    await company.first.run(interventions.prepare_end, "otto", TANDEM, CHAT)


async def ends(company: Company) -> None:
    """The end of Jan's and Eva's tandem takes effect, as was asked for."""
    assert await asked_for(company.first, ending.end_one.name) == [TANDEM]
    await ending.end_one(company.first, TANDEM)
    await catch_up(company.unbound)
