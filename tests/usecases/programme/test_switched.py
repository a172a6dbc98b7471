"""Rooms above learn of a switch, whichever way it is set, and of nothing else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from mentoring.domain.enrolment import Clearance
from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from mentoring.usecases.common.changes import catch_up
from mentoring.usecases.programme import settings
from tests.usecases.company import Company, all_of, enrol


async def asked(company: Company) -> int:
    await catch_up(company.unbound)
    return len(await all_of(company.first, "enrolments", clearance=Clearance.ASKED))


@pytest.mark.parametrize(("fields", "follows"), [({"under_18": True}, 1), ({"name": "Zwei"}, 0)])
async def test_a_switch_on_the_card_is_told(
    programmes: Company, fields: Mapping[str, object], follows: int
) -> None:
    await enrol(programmes.first, Role.MENTOR, "nia")
    await programmes.first.run(settings.change, "otto", fields)
    assert await asked(programmes) == follows


@pytest.mark.parametrize(
    ("written", "follows"), [(Programme(under_18=True), 1), (Programme(name="Zwei"), 0)]
)
async def test_and_one_in_the_file(programmes: Company, written: Programme, follows: int) -> None:
    await enrol(programmes.first, Role.MENTOR, "nia")
    await programmes.set_up(written)
    assert await asked(programmes) == follows
