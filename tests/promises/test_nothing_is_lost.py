"""*Nothing is lost; please try again*: what failed on its way has changed nothing, and works the
second time.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.errors import OutsideError, Rejected
from mentoring.ports.moment import Moment
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.changes.absence import pause
from tests.usecases.company import NOW, Company, all_of

UNTIL = NOW.date() + timedelta(days=20)
CHANGED = "absences", "postings", "timers", "effects", "changes"


@pytest.mark.parametrize(
    "failure", [Rejected("refused"), OutsideError("away"), ZeroDivisionError()]
)
async def test_what_fails_on_its_way_changes_nothing_and_can_be_pressed_again(
    company: Company, failure: Exception
) -> None:
    def fails(uow: UnitOfWork, moment: Moment) -> None:
        pause(uow, moment, "eva", UNTIL, "eva")
        raise failure

    before = [await all_of(company.first, kind) for kind in CHANGED]
    with pytest.raises(type(failure)) as failed:
        await company.first.run(fails)
    assert failed.value is failure
    assert [await all_of(company.first, kind) for kind in CHANGED] == before
    await company.first.run(pause, "eva", UNTIL, "eva")
    assert len(await all_of(company.first, "absences")) == 1
