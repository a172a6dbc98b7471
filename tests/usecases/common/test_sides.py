"""What of a person's tandems counts as having met."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mentoring.domain.people import Role
from mentoring.usecases.common.sides import has_met
from tests.usecases.company import STARTS, TANDEM, Company, all_of, change


@pytest.mark.parametrize(
    ("happened", "met"),
    [({}, True), ({"outcome": "missed"}, False), ({"declined": STARTS[0]}, False)],
)
async def test_a_session_that_was_missed_or_declined_is_no_meeting(
    company: Company, happened: dict[str, object], *, met: bool
) -> None:
    first, *_ = sorted(
        await all_of(company.first, "sessions", tandem_id=TANDEM), key=lambda each: each.number
    )
    await change(company.first, "sessions", first.id, **happened)
    now = STARTS[0] + timedelta(hours=3)
    found = await company.first.read(lambda uow, _: has_met(uow, now, Role.MENTEE, "eva"))
    assert found is met
