"""Jan's and Eva's tandem has come of a launch, which owners may take back."""

from __future__ import annotations

import pytest

from mentoring.domain.launch import LaunchState
from mentoring.domain.tandem import Tandem, TandemState
from mentoring.domain.undoing import Undoing
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.common.numbers import next_number
from mentoring.usecases.launch import undoing
from mentoring.usecases.launch.taking_back import take_back
from tests.usecases.company import FIRST, TANDEM, Company, all_of, change, one
from tests.usecases.launch.ready import CHAT, under_way

LAUNCH = f"{FIRST}.launch-1"


@pytest.fixture
async def started(enrolled: Company) -> Company:
    """Jan's and Eva's tandem has come of a launch, which is done."""
    await under_way(enrolled.first)
    await enrolled.first.run(lambda uow, _: next_number(uow, "tandem"))
    await change(enrolled.first, "launches", LAUNCH, state=LaunchState.DONE)
    await change(enrolled.first, "tandems", TANDEM, launch_id=LAUNCH, team_id="team")
    return enrolled


async def prepared(company: Company, launch: str = LAUNCH) -> Undoing:
    await company.first.run(undoing.prepare, "otto", launch, CHAT)
    found: Undoing = (await all_of(company.first, "undoings"))[-1]
    return found


async def confirmed(company: Company) -> str:
    """The id of an undoing that has just been confirmed."""
    wanted = await prepared(company)
    await company.first.run(undoing.confirm, "otto", wanted.id)
    return wanted.id


async def made_anew(company: Company) -> Tandem:
    """The tandem as which the same two stand ready again."""
    row = await one(company.first, "taken_back", TANDEM)
    found: Tandem = await one(company.first, "tandems", row.made_id)
    return found


async def relaunched(company: Company, made: Tandem) -> Tandem:
    """Once all was cleared away, the two were launched again."""
    await take_back(company.first, TANDEM)
    await catch_up(company.unbound)
    await change(company.first, "launches", LAUNCH, state=LaunchState.DONE)
    facts = {"state": TandemState.LAUNCHED, "launch_id": LAUNCH, "team_id": "team"}
    found: Tandem = await change(company.first, "tandems", made.id, **facts)
    return found


async def taken_back_again(company: Company, made: Tandem) -> Tandem:
    """The tandem as which the two stand after a second launch was taken back, too."""
    again = await relaunched(company, made)
    await confirmed(company)
    row = await one(company.first, "taken_back", again.id)
    found: Tandem = await one(company.first, "tandems", row.made_id)
    return found
