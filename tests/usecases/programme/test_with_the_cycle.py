"""What ends with its cycle is registered by the rooms above, and told in one unit."""

from __future__ import annotations

import pytest

from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.programme import with_the_cycle
from mentoring.usecases.programme.with_the_cycle import end_all, ends_with_cycle
from tests.usecases.company import FIRST, Company


async def test_whatever_has_registered_ends_in_the_cycle_that_does(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[str] = []
    monkeypatch.setattr(with_the_cycle, "ENDING", [])

    def circle(uow: UnitOfWork, _: Moment) -> None:
        ended.append(f"circle of {uow.cycle_id}")

    def kickoff(uow: UnitOfWork, moment: Moment) -> None:
        ended.append(f"kick-off of {moment.cycle.id}")

    for rule in (circle, kickoff):
        ends_with_cycle(rule)
    await company.first.run(end_all)
    assert ended == [f"circle of {FIRST}", f"kick-off of {FIRST}"]
