"""Rooms that stand above calendar and channel let a tandem end by saying so."""

from __future__ import annotations

from mentoring.usecases.common.changes import catch_up, changed
from mentoring.usecases.matching.ends import ENDS
from tests.usecases.company import TANDEM, Company, asked_for


async def test_said_twice_it_ends_once(company: Company) -> None:
    for _ in range(2):
        await company.first.run(lambda uow, _: changed(uow, ENDS, TANDEM))
        await catch_up(company.unbound)
    assert await asked_for(company.first, "end_one") == [TANDEM]
