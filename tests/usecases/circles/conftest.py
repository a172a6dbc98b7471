"""A company with five mentors, and their circle; three tandems of a topic, and its community."""

from __future__ import annotations

import pytest

from mentoring.domain.people import Role
from tests.usecases.circles import communities
from tests.usecases.circles.mentors import MENTORS, carried_out, joins, launches, with_circles
from tests.usecases.company import Company, enrol, send_all


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


@pytest.fixture
async def paired(company: Company) -> Company:
    """Three tandems run, each of which has had a session about AI; owners want communities."""
    await with_circles(company)
    await company.set_up(communities.WANTED)
    for two in communities.TWOS:
        for role, who in zip((Role.MENTOR, Role.MENTEE), two, strict=True):
            await enrol(company.first, role, who)
        await company.first.run(communities.are_paired, *two)
    return company


@pytest.fixture
async def ended(paired: Company) -> Company:
    """All three have come to their planned end."""
    await communities.end(paired, *communities.TWOS)
    await send_all(paired.first)
    return paired


@pytest.fixture
async def community(ended: Company) -> Company:
    """Five are in the community."""
    await communities.joins(ended, *communities.FIVE)
    await carried_out(ended)
    return ended
