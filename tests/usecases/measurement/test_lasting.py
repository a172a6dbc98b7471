"""Who still uses it some months later: at its moment, in groups, and of those who have agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mentoring.domain.cycle import CycleKind, CycleState
from mentoring.domain.enrolment import enrolment_id
from mentoring.domain.measurement.figures import Lasting
from mentoring.domain.measurement.follow_up import AFTER, OPEN_FOR, StillUses, agreed
from mentoring.domain.measurement.shares import Share
from mentoring.domain.people import Role
from tests.usecases.company import FIRST, NOW, Company, change, put
from tests.usecases.measurement.groups import OWNERS, counted, tandems

WEEK = timedelta(days=7)
CLOSED = NOW + timedelta(days=60)


async def ask(company: Company, *said: bool | None) -> None:
    await tandems(company, len(said))
    closed = {"state": CycleState.CLOSED, "closed_at": CLOSED}
    await change(company.first, "cycles", FIRST, **closed)
    for number, still in enumerate(said, start=1):
        key = enrolment_id(FIRST, Role.MENTEE, f"mentee-{number}")
        for each in agreed(key, f"mentee-{number}", "ai", CLOSED, NOW):
            answer = StillUses("ai", still)
            await put(company.first, "follow_ups", replace(each, asked_at=NOW, said=answer))


async def test_it_counts_once_everybody_could_answer(company: Company) -> None:
    await ask(company, True, False, True, True, False, None)
    at = CLOSED + AFTER[3] + OPEN_FOR
    assert (await counted(company, at - WEEK)).lasting == ()
    found = await counted(company, at)
    assert found.lasting == (Lasting(3, at, Share(5, 3, 3), silent=1),)


async def test_whoever_is_near_an_owner_is_not_in_it(company: Company) -> None:
    await ask(company, True, False, True, True, False)
    await change(company.first, "programmes", "p1", owners=(*OWNERS, "mentor-1"))
    at = CLOSED + AFTER[3] + OPEN_FOR
    assert (await counted(company, at)).lasting == (Lasting(3, at),)


async def test_it_stays_once_it_is_erased(company: Company) -> None:
    await ask(company, True, False, True, True, False)
    at = CLOSED + AFTER[3] + OPEN_FOR
    found = (await counted(company, at)).lasting
    await company.first.run(lambda uow, _: uow.follow_ups.delete_all(months=3))
    assert (await counted(company, at + WEEK)).lasting == found


async def test_in_a_rolling_cycle_it_grows_by_groups(company: Company) -> None:
    await ask(company, True, False, True, True, False)
    rolls = {"state": CycleState.RUNNING, "closed_at": None, "kind": CycleKind.ROLLING}
    await change(company.first, "cycles", FIRST, **rolls)
    at = CLOSED + AFTER[3] + OPEN_FOR
    assert (await counted(company, at - WEEK)).lasting == ()
    assert [each.share for each in (await counted(company, at)).lasting] == [Share(5, 3, 3)]
