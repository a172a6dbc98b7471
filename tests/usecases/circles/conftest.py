"""A company with five mentors, and their circle."""

from __future__ import annotations

import pytest

from tests.usecases.circles.mentors import MENTORS, carried_out, joins, launches, with_circles
from tests.usecases.company import Company


@pytest.fixture
async def mentors(company: Company) -> Company:
    """Five mentors, to whom a circle is offered."""
    await with_circles(company)
    await launches(company, *MENTORS)
    return company


@pytest.fixture
async def standing(mentors: Company) -> Company:
    """All five are in it."""
    await joins(mentors, *MENTORS)
    await carried_out(mentors)
    return mentors
