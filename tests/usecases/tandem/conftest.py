"""Where the tests of the sponsor's thanks begin."""

from __future__ import annotations

import pytest

from mentoring.domain.people import Role
from mentoring.domain.programme import Programme
from tests.usecases.company import (
    Company,
    enrol,
)
from tests.usecases.tandem.sponsors import (
    DORA,
)


@pytest.fixture
async def sponsored(company: Company) -> Company:
    """Dora stands for the first programme, in which Jan's and Eva's tandem runs."""
    await company.set_up(Programme(name="Tandem Nord", sponsor=DORA))
    for role, who in ((Role.MENTEE, "eva"), (Role.MENTOR, "jan")):
        await enrol(company.first, role, who)
    return company


@pytest.fixture
async def elsewhere(sponsored: Company) -> Company:
    """The bot has never met Dora, who takes no part in anything."""
    await sponsored.unbound.run(lambda uow, _: uow.people.delete("dora"))
    return sponsored
