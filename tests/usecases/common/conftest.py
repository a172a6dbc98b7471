"""Where the tests of working hours begin."""

from __future__ import annotations

import pytest

from mentoring.domain.enrolment import Enrolment, EnrolmentState
from mentoring.domain.people import Role
from tests.usecases.common.evening import ASKED, EVENING
from tests.usecases.company import (
    Company,
    put,
)


@pytest.fixture
async def evening(company: Company) -> Company:
    """It is Friday evening, and Eva is asked to take part."""
    asked = Enrolment(ASKED, "eva", Role.MENTEE, EnrolmentState.INVITED, company.clock.moment)
    await put(company.first, "enrolments", asked)
    company.clock.moment = EVENING
    return company
