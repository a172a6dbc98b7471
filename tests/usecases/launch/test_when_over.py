"""What follows once a tandem is over, whyever."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mentoring.domain.intervention import Receipt
from mentoring.domain.tandem import Tandem
from mentoring.ports.rows import UnitOfWork
from mentoring.usecases.launch import closing, ending, when_over
from mentoring.usecases.launch.when_over import let_follow
from mentoring.usecases.launch.when_over import when_over as follows
from tests.usecases.company import TANDEM, Company, one


@pytest.fixture
def over(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The tandems of which a room has learnt that they are over."""
    found: list[str] = []
    rules: list[Callable[[UnitOfWork, Tandem], None]] = []
    monkeypatch.setattr(when_over, "FOLLOWING", rules)
    follows(lambda _uow, tandem: found.append(tandem.id))
    return found


async def test_a_room_learns_of_the_end_that_it_registered_for(
    company: Company, over: list[str]
) -> None:
    tandem = await one(company.first, "tandems", TANDEM)
    await company.first.run(lambda uow, _: let_follow(uow, tandem))
    assert over == [TANDEM]


async def test_at_the_end_of_the_cycle(company: Company, over: list[str]) -> None:
    await company.first.run(closing.ended, "", TANDEM, clear=True)
    assert over == [TANDEM]


async def test_at_its_own(company: Company, over: list[str]) -> None:
    await company.first.run(ending.ended, TANDEM, Receipt(0, 0, archived=True), clear=True)
    assert over == [TANDEM]
