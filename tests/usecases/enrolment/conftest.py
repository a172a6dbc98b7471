"""Somebody who has been invited."""

from __future__ import annotations

import pytest

from mentoring.domain.people import Role
from mentoring.usecases.enrolment.entrance import (
    invite,
)
from tests.usecases.company import (
    Company,
    profile,
)


@pytest.fixture
async def invited(programmes: Company) -> Company:
    """Eva is invited as a mentee."""
    await programmes.first.run(invite, profile("eva"), Role.MENTEE)
    return programmes
